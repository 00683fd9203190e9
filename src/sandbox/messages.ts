import { compact, type JsonObject } from './json.ts';
import type { Conversation, EphemeralMessage, StoredFile, StoredMessage, Workspace } from './workspace.ts';

/** Everything of a message but where and when it was posted. */
export type Draft = Omit<StoredMessage, 'ts' | 'channel'>;

export function post(workspace: Workspace, conversation: Conversation, draft: Draft): StoredMessage {
  const message: StoredMessage = { ...draft, ts: workspace.newTs(), channel: conversation.id };
  conversation.messages.set(message.ts, message);
  if (message.threadTs !== undefined) {
    const replies = conversation.threads.get(message.threadTs);
    if (replies === undefined) conversation.threads.set(message.threadTs, [message.ts]);
    else replies.push(message.ts);
    workspace.changed({ kind: 'message', channel: conversation.id, ts: message.threadTs });
  }
  workspace.changed({
    kind: 'message',
    channel: conversation.id,
    ts: message.ts,
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
  });
  return message;
}

export function postEphemeral(
  workspace: Workspace,
  conversation: Conversation,
  to: string,
  draft: Draft,
): EphemeralMessage {
  const message: EphemeralMessage = { ...draft, to, ts: workspace.newTs(), channel: conversation.id };
  conversation.ephemerals.set(message.ts, message);
  workspace.changed({ kind: 'ephemeral', channel: conversation.id, ts: message.ts, user: to });
  return message;
}

/** Puts a changed message in the place of the one with its timestamp. */
export function replace(workspace: Workspace, conversation: Conversation, message: StoredMessage): void {
  conversation.messages.set(message.ts, message);
  workspace.changed({
    kind: 'message',
    channel: conversation.id,
    ts: message.ts,
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
  });
}

export function remove(workspace: Workspace, conversation: Conversation, ts: string): void {
  const message = conversation.messages.get(ts);
  conversation.messages.delete(ts);
  if (message?.threadTs !== undefined) {
    const replies = conversation.threads.get(message.threadTs);
    const at = replies?.indexOf(ts) ?? -1;
    if (at >= 0) replies?.splice(at, 1);
    workspace.changed({ kind: 'message', channel: conversation.id, ts: message.threadTs });
  }
  workspace.changed({ kind: 'deleted', channel: conversation.id, ts });
}

export function removeEphemeral(workspace: Workspace, conversation: Conversation, ts: string): void {
  const message = conversation.ephemerals.get(ts);
  conversation.ephemerals.delete(ts);
  if (message !== undefined) {
    workspace.changed({ kind: 'ephemeral', channel: conversation.id, ts, user: message.to });
  }
}

/** Slack gives each block that has no id one of its own, so that actions in it can name it. */
export function withBlockIds(workspace: Workspace, blocks: readonly JsonObject[]): readonly JsonObject[] {
  return blocks.map((block) =>
    typeof block.block_id === 'string' && block.block_id !== '' ? block : { ...block, block_id: workspace.newId('b') },
  );
}

/** A message as `conversations.history` gives it: https://docs.slack.dev/reference/events/message */
export function toWire(workspace: Workspace, message: StoredMessage): JsonObject {
  const conversation = workspace.conversations.get(message.channel);
  const replies = conversation?.threads.get(message.ts) ?? [];
  const repliers = new Set(replies.map((ts) => conversation?.messages.get(ts)?.user));
  const { app, team } = workspace;
  return compact({
    type: 'message',
    subtype: message.subtype,
    user: message.user,
    ...(message.byApp
      ? {
          bot_id: app.botId,
          app_id: app.id,
          bot_profile: { id: app.botId, app_id: app.id, name: app.manifest.botName, team_id: team.id, deleted: false },
        }
      : { client_msg_id: message.clientMsgId }),
    team: team.id,
    text: message.text,
    ts: message.ts,
    thread_ts: message.threadTs ?? (replies.length > 0 ? message.ts : undefined),
    parent_user_id: message.threadTs === undefined ? undefined : conversation?.messages.get(message.threadTs)?.user,
    blocks: message.blocks,
    attachments: message.attachments,
    assistant_app_thread: message.assistantThread,
    metadata: message.metadata,
    files: message.files?.flatMap((id) => {
      const file = workspace.files.get(id);
      return file === undefined ? [] : [fileToWire(workspace, file)];
    }),
    edited: message.edited === undefined ? undefined : { user: message.user, ts: message.edited },
    reactions:
      message.reactions === undefined || message.reactions.size === 0
        ? undefined
        : [...message.reactions].map(([name, users]) => ({ name, users, count: users.length })),
    ...(replies.length > 0
      ? {
          reply_count: replies.length,
          reply_users: [...repliers],
          reply_users_count: repliers.size,
          latest_reply: replies.at(-1),
          is_locked: false,
          subscribed: false,
        }
      : {}),
  });
}

/** A file object: https://docs.slack.dev/reference/objects/file-object */
export function fileToWire(workspace: Workspace, file: StoredFile): JsonObject {
  const text = file.mode === 'snippet' ? new TextDecoder().decode(file.content) : '';
  const path = `${workspace.team.id}-${file.id}`;
  const lines = text.split('\n');
  return {
    id: file.id,
    created: Math.floor(file.created / 1000),
    timestamp: Math.floor(file.created / 1000),
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: file.prettyType,
    user: file.user,
    user_team: workspace.team.id,
    editable: file.mode === 'snippet',
    size: file.content.byteLength,
    mode: file.mode,
    is_external: false,
    external_type: '',
    is_public: file.channels.some((id) => id.startsWith('C')),
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${workspace.origin}/files-pri/${path}/${encodeURIComponent(file.name)}`,
    url_private_download: `${workspace.origin}/files-pri/${path}/download/${encodeURIComponent(file.name)}`,
    permalink: `${workspace.origin}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    file_access: 'visible',
    ...(file.mode === 'snippet'
      ? { lines: lines.length, lines_more: Math.max(0, lines.length - 5), preview: lines.slice(0, 5).join('\n') }
      : {}),
    channels: file.channels.filter((id) => id.startsWith('C')),
    ims: file.channels.filter((id) => id.startsWith('D')),
    groups: [],
  };
}
