import { type Content, readContent } from '../content.ts';
import { isJsonObject } from '../json.ts';
import { post, postEphemeral, remove, replace, toWire } from '../messages.ts';
import type { Conversation, StoredMessage, Workspace } from '../workspace.ts';
import {
  type Args,
  failed,
  findConversation,
  type Method,
  ok,
  perChannel,
  type Reply,
  type Slack,
  tier3,
  tier4,
} from './method.ts';

/** https://docs.slack.dev/reference/methods/chat.update names it. */
const longestUpdate = 4_000;

function contentOf(args: Args, workspace: Workspace) {
  return readContent(workspace, {
    text: args.text('text'),
    markdown: args.text('markdown_text'),
    blocks: args.json('blocks'),
    attachments: args.json('attachments'),
  });
}

function refusedContent({ error, messages }: Extract<Content, { ok: false }>): Reply {
  return failed(error, messages, messages.length === 0 ? {} : { errors: messages });
}

function warned(reply: Reply, warning: string | undefined): Reply {
  if (warning === undefined) return reply;
  return {
    ...reply,
    warning,
    response_metadata: {
      warnings: [warning],
      messages: [
        '[WARN] Your message was truncated but still posted. The `text` field accepts up to 40,000 characters.',
      ],
    },
  };
}

/** Where the app may write: it is a member, or may write to any public channel. */
function writable(conversation: Conversation, workspace: Workspace): boolean {
  return conversation.members.has(workspace.app.botUserId) || workspace.app.manifest.scopes.has('chat:write.public');
}

/** Refuses what is no timestamp. One of no message is let through, as Slack does; a number may have lost its zeros. */
function wrongThread(threadTs: string | undefined): Reply | undefined {
  if (threadTs === undefined || /^\d{9,11}(?:\.\d{1,6})?$/.test(threadTs)) return undefined;
  return failed('invalid_thread_ts', [`${threadTs} is not a valid thread_ts`]);
}

/** The thread that a reply belongs to: a reply to a reply stands in its parent's thread. */
function threadOf(conversation: Conversation, threadTs: string | undefined): string | undefined {
  if (threadTs === undefined) return undefined;
  return conversation.messages.get(threadTs)?.threadTs ?? threadTs;
}

export function postAsApp(
  slack: Slack,
  conversation: Conversation,
  draft: Pick<StoredMessage, 'text' | 'blocks' | 'attachments' | 'threadTs' | 'broadcast' | 'metadata'>,
): StoredMessage {
  const message = post(slack.workspace, conversation, { ...draft, user: slack.workspace.app.botUserId, byApp: true });
  if (draft.threadTs !== undefined) slack.workspace.statuses.delete(draft.threadTs);
  slack.events.messagePosted(conversation, message);
  return message;
}

/** https://docs.slack.dev/reference/methods/chat.postMessage */
const postMessage: Method = {
  scopes: ['chat:write'],
  token: 'bot',
  limit: perChannel,
  run(args, slack) {
    const { workspace } = slack;
    const conversation = findConversation(workspace, args.text('channel'));
    if (conversation === undefined) return failed('channel_not_found');
    if (!writable(conversation, workspace)) return failed('not_in_channel');
    const wrong = wrongThread(args.text('thread_ts'));
    if (wrong !== undefined) return wrong;
    const content = contentOf(args, workspace);
    if (!content.ok) return refusedContent(content);
    const threadTs = threadOf(conversation, args.text('thread_ts'));
    const metadata = args.json('metadata');
    const message = postAsApp(slack, conversation, {
      ...content.said,
      ...(threadTs === undefined ? {} : { threadTs }),
      ...(threadTs !== undefined && args.flag('reply_broadcast') === true ? { broadcast: true } : {}),
      ...(isJsonObject(metadata) ? { metadata } : {}),
    });
    return warned(
      ok({ channel: conversation.id, ts: message.ts, message: toWire(workspace, message) }),
      content.warning,
    );
  },
};

/** https://docs.slack.dev/reference/methods/chat.postEphemeral */
const postEphemeralMethod: Method = {
  scopes: ['chat:write'],
  token: 'bot',
  limit: tier4,
  run(args, { workspace }) {
    const conversation = findConversation(workspace, args.text('channel'));
    if (conversation === undefined) return failed('channel_not_found');
    if (!conversation.members.has(workspace.app.botUserId)) return failed('not_in_channel');
    const user = args.text('user');
    if (user === undefined || !workspace.members.has(user)) return failed('user_not_found');
    if (!conversation.members.has(user)) return failed('user_not_in_channel');
    const wrong = wrongThread(args.text('thread_ts'));
    if (wrong !== undefined) return wrong;
    const content = contentOf(args, workspace);
    if (!content.ok) return refusedContent(content);
    const threadTs = threadOf(conversation, args.text('thread_ts'));
    const message = postEphemeral(workspace, conversation, user, {
      ...content.said,
      user: workspace.app.botUserId,
      byApp: true,
      ...(threadTs === undefined ? {} : { threadTs }),
    });
    return warned(ok({ message_ts: message.ts }), content.warning);
  },
};

/** https://docs.slack.dev/reference/methods/chat.update */
const update: Method = {
  scopes: ['chat:write'],
  token: 'bot',
  limit: tier3,
  run(args, slack) {
    const { workspace } = slack;
    const conversation = findConversation(workspace, args.text('channel'));
    if (conversation === undefined) return failed('channel_not_found');
    const message = conversation.messages.get(args.text('ts') ?? '');
    if (message === undefined) return failed('message_not_found');
    if (!message.byApp) return failed('cant_update_message');
    const text = args.text('text');
    if (text !== undefined && text.length > longestUpdate) return failed('msg_too_long');
    const content = contentOf(args, workspace);
    if (!content.ok) return refusedContent(content);
    const { blocks: _blocks, attachments: _attachments, ...rest } = message;
    // Text alone takes the old blocks away; blocks alone keep the old text.
    const changed: StoredMessage = {
      ...rest,
      ...content.said,
      text: text ?? message.text,
      edited: workspace.newTs(),
    };
    replace(workspace, conversation, changed);
    slack.events.messageChanged(conversation, changed, message);
    return ok({
      channel: conversation.id,
      ts: message.ts,
      text: changed.text,
      message: toWire(workspace, changed),
    });
  },
};

/** https://docs.slack.dev/reference/methods/chat.delete */
const deleteMethod: Method = {
  scopes: ['chat:write'],
  token: 'bot',
  limit: tier3,
  run(args, slack) {
    const conversation = findConversation(slack.workspace, args.text('channel'));
    if (conversation === undefined) return failed('channel_not_found');
    const message = conversation.messages.get(args.text('ts') ?? '');
    if (message === undefined) return failed('message_not_found');
    if (!message.byApp) return failed('cant_delete_message');
    remove(slack.workspace, conversation, message.ts);
    slack.events.messageDeleted(conversation, message);
    return ok({ channel: conversation.id, ts: message.ts });
  },
};

/** https://docs.slack.dev/reference/methods/chat.getPermalink */
const getPermalink: Method = {
  scopes: [],
  token: 'bot',
  limit: tier4,
  run(args, { workspace }) {
    const conversation = workspace.conversations.get(args.text('channel') ?? '');
    if (conversation === undefined) return failed('channel_not_found');
    const message = conversation.messages.get(args.text('message_ts') ?? '');
    if (message === undefined) return failed('message_not_found');
    return ok({ channel: conversation.id, permalink: permalinkOf(workspace, message) });
  },
};

function permalinkOf(workspace: Workspace, message: StoredMessage): string {
  const path = `${workspace.origin}/archives/${message.channel}/p${message.ts.replace('.', '')}`;
  if (message.threadTs === undefined) return path;
  return `${path}?${new URLSearchParams({ thread_ts: message.threadTs, cid: message.channel })}`;
}

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeralMethod,
  'chat.update': update,
  'chat.delete': deleteMethod,
  'chat.getPermalink': getPermalink,
};
