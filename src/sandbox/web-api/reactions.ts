import { replace, toWire } from '../messages.ts';
import type { Conversation, StoredMessage, Workspace } from '../workspace.ts';
import { type Args, failed, type Method, ok, type Reply, tier2, tier3 } from './method.ts';

function found(
  args: Args,
  workspace: Workspace,
): { readonly conversation: Conversation; readonly message: StoredMessage } | { readonly refused: Reply } {
  const conversation = workspace.conversations.get(args.text('channel') ?? '');
  if (conversation === undefined) return { refused: failed('channel_not_found') };
  const message = conversation.messages.get(args.text('timestamp') ?? '');
  return message === undefined ? { refused: failed('message_not_found') } : { conversation, message };
}

/** The message with `user` under `name`, or without; `undefined` where nothing changes. */
export function withReaction(
  message: StoredMessage,
  name: string,
  user: string,
  added: boolean,
): StoredMessage | undefined {
  const users = message.reactions?.get(name) ?? [];
  if (users.includes(user) === added) return undefined;
  const reactions = new Map(message.reactions);
  const left = added ? [...users, user] : users.filter((id) => id !== user);
  if (left.length > 0) reactions.set(name, left);
  else reactions.delete(name);
  return { ...message, reactions };
}

function change(added: boolean): Method {
  return {
    scopes: ['reactions:write'],
    token: 'bot',
    limit: added ? tier3 : tier2,
    run(args, { workspace, events }) {
      const name = (args.text('name') ?? '').replaceAll(':', '');
      if (!/^[a-z0-9_+'-]+$/.test(name))
        return failed(args.text('name') === undefined ? 'no_reaction' : 'invalid_name');
      const place = found(args, workspace);
      if ('refused' in place) return place.refused;
      const changed = withReaction(place.message, name, workspace.app.botUserId, added);
      if (changed === undefined) return failed(added ? 'already_reacted' : 'no_reaction');
      replace(workspace, place.conversation, changed);
      events.reaction(added, workspace.app.botUserId, name, changed);
      return ok();
    },
  };
}

/** https://docs.slack.dev/reference/methods/reactions.get */
const get: Method = {
  scopes: ['reactions:read'],
  token: 'bot',
  limit: tier3,
  run(args, { workspace }) {
    const place = found(args, workspace);
    if ('refused' in place) return place.refused;
    return ok({ type: 'message', channel: place.conversation.id, message: toWire(workspace, place.message) });
  },
};

/** https://docs.slack.dev/reference/methods/reactions.list: what a person, or else the app, reacted to; newest first. */
const list: Method = {
  scopes: ['reactions:read'],
  token: 'bot',
  limit: tier2,
  run(args, { workspace }) {
    const user = args.text('user') ?? workspace.app.botUserId;
    if (!workspace.members.has(user)) return failed('user_not_found');
    const reacted = [...workspace.conversations.values()]
      .filter(({ members }) => members.has(workspace.app.botUserId))
      .flatMap(({ messages }) => [...messages.values()])
      .filter(({ reactions }) => [...(reactions?.values() ?? [])].some((users) => users.includes(user)))
      .sort((one, other) => (one.ts < other.ts ? 1 : -1));
    const limit = Math.min(1000, Math.max(1, args.count('limit') ?? args.count('count') ?? 100));
    return ok({
      items: reacted
        .slice(0, limit)
        .map((message) => ({ type: 'message', channel: message.channel, message: toWire(workspace, message) })),
      response_metadata: { next_cursor: '' },
    });
  },
};

/** https://docs.slack.dev/reference/methods/reactions.add and its neighbours. */
export const reactionsMethods: Readonly<Record<string, Method>> = {
  'reactions.add': change(true),
  'reactions.remove': change(false),
  'reactions.get': get,
  'reactions.list': list,
};
