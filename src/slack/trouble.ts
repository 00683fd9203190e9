import { webApi } from '@slack/bolt';
import { z } from 'zod';

/** What to tell a person, by Slack's error code: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const sentences: Readonly<Record<string, string>> = {
  not_in_channel: 'I am not in this channel. Type /invite and my name here, then ask me again.',
  channel_not_found: 'I cannot see this conversation. Type /invite and my name here, then ask me again.',
  is_archived: 'This channel is archived, so I cannot write here. Ask me in another one, or in a direct message.',
  restricted_action: 'The settings of this workspace do not let me write here. Ask me in a direct message.',
  restricted_action_read_only_channel: 'Only some people may write in this channel. Ask me in a direct message.',
  restricted_action_thread_only_channel:
    'I may only write in threads here. Ask me in a thread, or in a direct message.',
  restricted_action_non_threadable_channel: 'Threads are turned off here. Ask me in a direct message.',
  thread_locked: 'This thread is locked, so I cannot write in it. Ask me outside it, or in a direct message.',
  user_not_in_channel: 'You are not in this channel, so I cannot show you anything here. Ask me in a direct message.',
  cannot_reply_to_message: 'I cannot reply to a message of this kind. Ask me in a new one, or in a direct message.',
  access_denied: 'The settings of this workspace do not let me see this. Ask whoever looks after your apps.',
  team_access_not_granted: 'I am not allowed in this workspace yet. Ask whoever looks after your apps to add me to it.',
  ekm_access_denied: 'Your administrators have suspended access to this conversation. Ask me in another one.',
  ratelimited: 'Slack asks me to slow down. Wait a minute and ask me again.',
  expired_trigger_id: 'That took too long, so Slack closed the form before it opened. Try it again.',
  user_disabled: 'The person whom this is for is no longer in this workspace, so I cannot reach them.',
  cannot_dm_bot: 'I cannot write to an app.',
  messages_tab_disabled: 'My direct messages are turned off here. Ask whoever looks after your apps.',
  token_revoked: 'I am no longer installed here. Ask whoever looks after your apps to install me again.',
  account_inactive: 'I am no longer installed here. Ask whoever looks after your apps to install me again.',
};

const otherwise = 'Something went wrong on my side, and I could not answer. Try it again in a minute.';

/** Where an answer is no JSON, Slack's client takes all of it for the code: a proxy's page, with the request in it. */
const code = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/);
const scope = z.string().regex(/^[a-z][a-z:._]{0,60}$/);

const platformError = z.object({ data: z.object({ error: code, needed: scope.optional().catch(undefined) }) });

/** Slack's error code, where the error came from Slack. */
export function slackErrorOf(error: unknown): string | undefined {
  const read = platformError.safeParse(error);
  return read.success ? read.data.data.error : undefined;
}

/** Errors of Slack's own, which pass: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const passing: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'ratelimited',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

/** Whether Slack may answer otherwise later: it was not reached, or could not do it now. */
export function isWorthAnotherTry(error: unknown): boolean {
  const slack = slackErrorOf(error);
  return slack === undefined || passing.has(slack);
}

/** What Slack's client makes of a request that is put off for too long. */
const putOff = z.object({ code: z.literal(webApi.ErrorCode.RateLimitedError) });

/** A sentence for the person whose request failed. */
export function sentenceFor(error: unknown): string {
  if (putOff.safeParse(error).success) return sentences.ratelimited ?? otherwise;
  const read = platformError.safeParse(error);
  if (!read.success) return otherwise;
  const { error: why, needed } = read.data.data;
  if (why !== 'missing_scope') return sentences[why] ?? otherwise;
  const permission = needed === undefined ? 'a permission' : `the permission ${needed}`;
  return `I lack ${permission} for this. Ask whoever looks after your apps to install me again with my current manifest.`;
}
