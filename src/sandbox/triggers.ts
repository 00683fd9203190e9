import { ackDeadlineMs } from './delivery.ts';
import type { Trigger, Workspace } from './workspace.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction: a trigger is good for three seconds, once. */
export function newTrigger(workspace: Workspace, user: string, view?: string): string {
  const id = `${workspace.newTs()}.${workspace.newId('t').toLowerCase()}`;
  const { triggers } = workspace;
  triggers.set(id, {
    user,
    expires: workspace.clock.now() + ackDeadlineMs,
    exchanged: false,
    ...(view === undefined ? {} : { view }),
  });
  if (triggers.size > 1000) {
    const oldest = triggers.keys().next();
    if (!oldest.done) triggers.delete(oldest.value);
  }
  return id;
}

export type Taken =
  | { readonly ok: true; readonly trigger: Trigger }
  | { readonly ok: false; readonly error: 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' };

export function takeTrigger(workspace: Workspace, id: string | undefined): Taken {
  const trigger = workspace.triggers.get(id ?? '');
  if (trigger === undefined) return { ok: false, error: 'invalid_trigger_id' };
  if (trigger.exchanged) return { ok: false, error: 'exchanged_trigger_id' };
  if (trigger.expires < workspace.clock.now()) return { ok: false, error: 'expired_trigger_id' };
  workspace.triggers.set(id ?? '', { ...trigger, exchanged: true });
  return { ok: true, trigger };
}
