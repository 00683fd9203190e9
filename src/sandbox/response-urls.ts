import { randomBytes } from 'node:crypto';
import { readContent, type Said } from './content.ts';
import { compact, type JsonObject } from './json.ts';
import { postEphemeral, remove, removeEphemeral, replace } from './messages.ts';
import type { TrafficLog } from './traffic.ts';
import { postAsApp } from './web-api/chat.ts';
import type { Slack } from './web-api/method.ts';
import type { Conversation, ResponseUrl, Workspace } from './workspace.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const mostUses = 5;
const lifeMs = 30 * 60_000;

export const responsePaths = ['/commands/', '/actions/', '/app/'] as const;

/** An address to answer at, five times in thirty minutes. */
export function newResponseUrl(
  workspace: Workspace,
  kind: 'commands' | 'actions' | 'app',
  of: Pick<ResponseUrl, 'user' | 'channel' | 'source' | 'threadTs'>,
): string {
  const path = `/${kind}/${workspace.team.id}/${workspace.newId('1')}/${randomBytes(12).toString('hex')}`;
  workspace.responseUrls.set(path, { ...of, uses: 0, expires: workspace.clock.now() + lifeMs });
  return `${workspace.origin}${path}`;
}

export interface Responded {
  readonly status: 200 | 400 | 404;
  readonly body: JsonObject;
}

/** What the app posted to a response_url. */
export function respond(slack: Slack, traffic: TrafficLog, path: string, message: JsonObject): Responded {
  const recorded = traffic.record({ direction: 'from-app', over: 'response-url', name: 'response_url', body: message });
  const responded = answer(slack, path, message);
  recorded.answered(responded.body.ok === true ? 'ok' : String(responded.body.error), responded.body);
  return responded;
}

function answer(slack: Slack, path: string, message: JsonObject): Responded {
  const { workspace } = slack;
  const url = workspace.responseUrls.get(path);
  if (url === undefined) return refused('invalid_url');
  if (url.expires < workspace.clock.now()) return refused('expired_url');
  if (url.uses >= mostUses) return refused('used_url');
  const conversation = workspace.conversations.get(url.channel);
  if (conversation === undefined) return refused('channel_not_found');
  const error = say(slack, url, conversation, message);
  if (error !== undefined) return { status: 400, body: error };
  workspace.responseUrls.set(path, { ...url, uses: url.uses + 1 });
  return { status: 200, body: { ok: true } };
}

function refused(error: string): Responded {
  return { status: 404, body: { ok: false, error } };
}

/**
 * Says what an app answers a person's act with, be it to a response_url or in the ack itself. The error, if there is one.
 */
export function say(
  slack: Slack,
  url: Pick<ResponseUrl, 'user' | 'source' | 'threadTs'>,
  conversation: Conversation,
  message: JsonObject,
): JsonObject | undefined {
  const { workspace } = slack;
  const { source } = url;
  if (message.delete_original === true || message.delete_original === 'true') {
    if (source?.ephemeral === true) removeEphemeral(workspace, conversation, source.ts);
    else if (source !== undefined) remove(workspace, conversation, source.ts);
    return undefined;
  }
  const content = readContent(workspace, {
    text: typeof message.text === 'string' ? message.text : undefined,
    blocks: message.blocks,
    attachments: message.attachments,
  });
  if (!content.ok) {
    return compact({
      ok: false,
      error: content.error,
      errors: content.messages.length > 0 ? content.messages : undefined,
    });
  }
  const threadTs = typeof message.thread_ts === 'string' ? message.thread_ts : url.threadTs;
  const draft = { ...content.said, ...(threadTs === undefined ? {} : { threadTs }) };
  const replaces = message.replace_original === true || message.replace_original === 'true';
  if (replaces && source !== undefined) {
    replaceSource(slack, conversation, source, content.said);
  } else if (message.response_type === 'in_channel') {
    postAsApp(slack, conversation, draft);
  } else {
    postEphemeral(workspace, conversation, url.user, { ...draft, user: workspace.app.botUserId, byApp: true });
  }
  return undefined;
}

function replaceSource(
  slack: Slack,
  conversation: Conversation,
  source: NonNullable<ResponseUrl['source']>,
  said: Said,
): void {
  const { workspace } = slack;
  if (source.ephemeral) {
    const old = conversation.ephemerals.get(source.ts);
    if (old === undefined) return;
    const { blocks: _, ...rest } = old;
    conversation.ephemerals.set(source.ts, { ...rest, ...said });
    workspace.changed({ kind: 'ephemeral', channel: conversation.id, ts: source.ts, user: old.to });
    return;
  }
  const old = conversation.messages.get(source.ts);
  if (old === undefined) return;
  const { blocks: _, ...rest } = old;
  const changed = { ...rest, ...said, edited: workspace.newTs() };
  replace(workspace, conversation, changed);
  slack.events.messageChanged(conversation, changed, old);
}
