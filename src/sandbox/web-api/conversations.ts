import { compact, type JsonObject } from '../json.ts';
import { toWire } from '../messages.ts';
import { type Conversation, directMessageOf, type StoredMessage, type Workspace } from '../workspace.ts';
import {
  type Args,
  failed,
  findConversation,
  type Method,
  missingScope,
  ok,
  type Reply,
  type Slack,
  tier2,
  tier3,
  tier4,
} from './method.ts';

/** Which scope lets the app read what, by the kind of conversation. */
const scopeOf = {
  channel: { history: 'channels:history', read: 'channels:read' },
  im: { history: 'im:history', read: 'im:read' },
} as const;

const histories = ['channels:history', 'im:history', 'groups:history', 'mpim:history'];
const reads = ['channels:read', 'im:read', 'groups:read', 'mpim:read'];

function conversationToWire(workspace: Workspace, conversation: Conversation): JsonObject {
  const person = [...conversation.members].find((id) => id !== workspace.app.botUserId);
  return compact({
    id: conversation.id,
    created: Math.floor(conversation.created / 1000),
    is_archived: false,
    is_im: conversation.kind === 'im',
    is_channel: conversation.kind === 'channel',
    is_group: false,
    is_private: conversation.kind === 'im',
    is_mpim: false,
    is_org_shared: false,
    context_team_id: workspace.team.id,
    updated: Math.floor(conversation.created),
    ...(conversation.kind === 'im'
      ? { user: person, is_user_deleted: false }
      : {
          name: conversation.name,
          name_normalized: conversation.name,
          is_general: false,
          is_shared: false,
          is_ext_shared: false,
          is_member: conversation.members.has(workspace.app.botUserId),
          num_members: conversation.members.size,
          topic: { value: conversation.topic, creator: '', last_set: 0 },
          purpose: { value: '', creator: '', last_set: 0 },
        }),
  });
}

/** The conversation, where it is there, the app may read it, and is in it. */
function readable(args: Args, slack: Slack): { readonly conversation: Conversation } | { readonly refused: Reply } {
  const { workspace } = slack;
  const conversation = workspace.conversations.get(args.text('channel') ?? '');
  if (conversation === undefined) return { refused: failed('channel_not_found') };
  const scope = scopeOf[conversation.kind].history;
  if (!workspace.app.manifest.scopes.has(scope)) return { refused: missingScope(scope, workspace) };
  if (!conversation.members.has(workspace.app.botUserId)) return { refused: failed('not_in_channel') };
  const wrong = wrongBound(args);
  return wrong === undefined ? { conversation } : { refused: wrong };
}

/** What bounds a page, where it can be read as Slack reads it. */
function wrongBound(args: Args): Reply | undefined {
  const isTime = (given: string | undefined) => given === undefined || /^\d+(?:\.\d+)?$/.test(given);
  if (!isTime(args.text('oldest'))) return failed('invalid_ts_oldest');
  if (!isTime(args.text('latest'))) return failed('invalid_ts_latest');
  const limit = args.text('limit');
  return limit === undefined || /^\d+$/.test(limit) ? undefined : failed('invalid_limit');
}

interface Page {
  readonly messages: readonly StoredMessage[];
  readonly more: boolean;
  readonly cursor: string;
}

/** `ordered` is what is paged through; bounds are exclusive unless `inclusive`. Cursors hold the next one's place. */
function pageOf(ordered: readonly StoredMessage[], args: Args, most: number): Page | undefined {
  const oldest = args.text('oldest') ?? '0';
  const latest = args.text('latest') ?? '9999999999.999999';
  const inclusive = args.flag('inclusive') === true;
  const within = ordered.filter(
    ({ ts }) => (ts > oldest && ts < latest) || (inclusive && (ts === oldest || ts === latest)),
  );
  const given = args.text('cursor');
  const place = given === undefined || given === '' ? 'next:0' : Buffer.from(given, 'base64').toString();
  if (!/^next:\d{1,9}$/.test(place)) return undefined;
  const start = Number(place.slice('next:'.length));
  const limit = Math.min(most, Math.max(1, args.count('limit') ?? 100));
  const more = start + limit < within.length;
  return {
    messages: within.slice(start, start + limit),
    more,
    cursor: more ? Buffer.from(`next:${start + limit}`).toString('base64') : '',
  };
}

function replyWith(workspace: Workspace, page: Page): Reply {
  return ok({
    messages: page.messages.map((message) => toWire(workspace, message)),
    has_more: page.more,
    ...(page.more ? { response_metadata: { next_cursor: page.cursor } } : {}),
  });
}

/** https://docs.slack.dev/reference/methods/conversations.history */
const history: Method = {
  scopes: histories,
  token: 'bot',
  limit: tier3,
  run(args, slack) {
    const found = readable(args, slack);
    if ('refused' in found) return found.refused;
    const top = [...found.conversation.messages.values()]
      .filter((message) => message.threadTs === undefined || message.broadcast === true)
      .reverse();
    const page = pageOf(top, args, 999);
    return page === undefined ? failed('invalid_cursor') : replyWith(slack.workspace, page);
  },
};

/** https://docs.slack.dev/reference/methods/conversations.replies */
const replies: Method = {
  scopes: histories,
  token: 'bot',
  limit: tier3,
  run(args, slack) {
    const found = readable(args, slack);
    if ('refused' in found) return found.refused;
    const { conversation } = found;
    const asked = conversation.messages.get(args.text('ts') ?? '');
    if (asked === undefined) return failed('thread_not_found');
    const parentTs = asked.threadTs ?? asked.ts;
    const parent = conversation.messages.get(parentTs);
    const thread = (conversation.threads.get(parentTs) ?? []).flatMap((ts) => conversation.messages.get(ts) ?? []);
    const page = pageOf(thread, args, 999);
    if (page === undefined) return failed('invalid_cursor');
    return replyWith(slack.workspace, {
      ...page,
      messages: parent === undefined ? page.messages : [parent, ...page.messages],
    });
  },
};

/** https://docs.slack.dev/reference/methods/conversations.info */
const info: Method = {
  scopes: reads,
  token: 'bot',
  limit: tier3,
  run(args, { workspace }) {
    const conversation = workspace.conversations.get(args.text('channel') ?? '');
    if (conversation === undefined) return failed('channel_not_found');
    const scope = scopeOf[conversation.kind].read;
    if (!workspace.app.manifest.scopes.has(scope)) return missingScope(scope, workspace);
    return ok({ channel: conversationToWire(workspace, conversation) });
  },
};

/** https://docs.slack.dev/reference/methods/conversations.open */
const open: Method = {
  scopes: ['im:write', 'mpim:write', 'groups:write', 'channels:manage'],
  token: 'bot',
  limit: tier3,
  run(args, { workspace }) {
    const users = (args.text('users') ?? '').split(',').filter((id) => id !== '');
    const given = findConversation(workspace, args.text('channel'));
    if (users.length === 0 && given === undefined) return failed('users_list_not_supplied');
    if (users.some((id) => !workspace.members.has(id))) return failed('user_not_found');
    const conversation = given ?? directMessageOf(workspace, users[0] ?? '');
    if (conversation === undefined) return failed('channel_not_found');
    return ok({
      no_op: true,
      already_open: true,
      channel: args.flag('return_im') === true ? conversationToWire(workspace, conversation) : { id: conversation.id },
    });
  },
};

/** https://docs.slack.dev/reference/methods/conversations.list */
const list: Method = {
  scopes: reads,
  token: 'bot',
  limit: tier2,
  run(args, { workspace }) {
    const types = (args.text('types') ?? 'public_channel').split(',');
    const kinds = new Set([
      ...(types.includes('public_channel') ? ['channel'] : []),
      ...(types.includes('im') ? ['im'] : []),
    ]);
    const shown = [...workspace.conversations.values()].filter(({ kind }) => kinds.has(kind));
    return ok({
      channels: shown.map((conversation) => conversationToWire(workspace, conversation)),
      response_metadata: { next_cursor: '' },
    });
  },
};

/** https://docs.slack.dev/reference/methods/conversations.members */
const members: Method = {
  scopes: reads,
  token: 'bot',
  limit: tier4,
  run(args, { workspace }) {
    const conversation = workspace.conversations.get(args.text('channel') ?? '');
    if (conversation === undefined) return failed('channel_not_found');
    return ok({ members: [...conversation.members], response_metadata: { next_cursor: '' } });
  },
};

/** https://docs.slack.dev/reference/methods/conversations.join */
const join: Method = {
  scopes: ['channels:join'],
  token: 'bot',
  limit: tier3,
  run(args, { workspace, events }) {
    const conversation = workspace.conversations.get(args.text('channel') ?? '');
    if (conversation === undefined) return failed('channel_not_found');
    if (conversation.kind !== 'channel') return failed('method_not_supported_for_channel_type');
    const already = conversation.members.has(workspace.app.botUserId);
    conversation.members.add(workspace.app.botUserId);
    workspace.changed({ kind: 'conversation', channel: conversation.id });
    if (!already) events.joined(conversation, workspace.app.botUserId);
    return ok({
      channel: conversationToWire(workspace, conversation),
      ...(already ? { warning: 'already_in_channel' } : {}),
    });
  },
};

export const conversationsMethods: Readonly<Record<string, Method>> = {
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.info': info,
  'conversations.open': open,
  'conversations.list': list,
  'conversations.members': members,
  'conversations.join': join,
};
