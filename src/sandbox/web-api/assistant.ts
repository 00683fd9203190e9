import { replace } from '../messages.ts';
import type { Workspace } from '../workspace.ts';
import { type Args, failed, type Method, objectArray, ok, type Reply, tier4 } from './method.ts';

/** The direct message that holds the pane's thread. */
function directMessage(args: Args, workspace: Workspace) {
  const conversation = workspace.conversations.get(args.text('channel_id') ?? '');
  return conversation?.kind === 'im' ? conversation : undefined;
}

/** https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts */
const setSuggestedPrompts: Method = {
  scopes: ['assistant:write'],
  token: 'bot',
  limit: tier4,
  run(args, { workspace }) {
    const conversation = directMessage(args, workspace);
    if (conversation === undefined) return failed('channel_not_found');
    const prompts = objectArray(args.json('prompts'));
    const titled = (prompts ?? []).every(({ title, message }) => isSaid(title) && isSaid(message));
    if (prompts === undefined || prompts === null || prompts.length > 4 || !titled) return failed('invalid_arguments');
    const threadTs = args.text('thread_ts');
    const { pane } = workspace.app.manifest;
    // Of an agent, a call that names a thread does nothing, and says nothing.
    if (pane === 'agent' && threadTs !== undefined) return ok();
    if (pane === 'assistant' && threadTs === undefined) return failed('invalid_arguments');
    if (threadTs !== undefined && !conversation.messages.has(threadTs)) return failed('invalid_thread_ts');
    workspace.prompts.set(conversation.id, prompts);
    workspace.changed({ kind: 'conversation', channel: conversation.id });
    return ok();
  },
};

function isSaid(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

/** What stands in a thread of the direct message. */
function inThread(args: Args, workspace: Workspace, set: (ts: string) => Reply): Reply {
  const conversation = directMessage(args, workspace);
  if (conversation === undefined) return failed('channel_not_found');
  const ts = args.text('thread_ts') ?? '';
  return conversation.messages.has(ts) ? set(ts) : failed('invalid_thread_ts');
}

/** https://docs.slack.dev/reference/methods/assistant.threads.setStatus */
const setStatus: Method = {
  scopes: ['chat:write', 'assistant:write'],
  token: 'bot',
  limit: { perMinute: 600, burst: 600 },
  run(args, { workspace }) {
    const status = args.text('status');
    if (status === undefined) return failed('invalid_arguments');
    return inThread(args, workspace, (ts) => {
      if (status === '') workspace.statuses.delete(ts);
      else workspace.statuses.set(ts, status);
      return ok();
    });
  },
};

/** https://docs.slack.dev/reference/methods/assistant.threads.setTitle */
const setTitle: Method = {
  scopes: ['assistant:write'],
  token: 'bot',
  limit: tier4,
  run(args, { workspace }) {
    const title = args.text('title') ?? '';
    if (title === '') return failed('invalid_arguments');
    return inThread(args, workspace, (ts) => {
      const conversation = directMessage(args, workspace);
      const first = conversation?.messages.get(ts);
      if (conversation !== undefined && first?.subtype === 'assistant_app_thread') {
        replace(workspace, conversation, { ...first, assistantThread: { title } });
      }
      return ok();
    });
  },
};

export const assistantMethods: Readonly<Record<string, Method>> = {
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
  'assistant.threads.setTitle': setTitle,
};
