import { problemsOfView } from '../blocks/validate.ts';
import { isJsonObject, type JsonObject, objectsIn, stringMember } from '../json.ts';
import { newTrigger } from '../triggers.ts';
import { changeView, closeModals, openView, topModal, viewToWire } from '../views.ts';
import type { Member, StoredView, Workspace } from '../workspace.ts';
import { type Acting, type Done, type InputState, type Submitted, trouble } from './done.ts';
import { common, interact } from './interacting.ts';

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export async function submitModal(
  { slack, delivery }: Acting,
  person: Member,
  viewId: string,
  state: InputState,
): Promise<Submitted> {
  const { workspace } = slack;
  const view = workspace.views.get(viewId);
  if (view === undefined || view.user !== person.id) return { ok: false, error: 'view_not_found' };
  const missing = missingInputs(view, state);
  if (Object.keys(missing).length > 0) return { ok: false, errors: missing };
  const payload = {
    type: 'view_submission',
    ...common(workspace, person),
    trigger_id: newTrigger(workspace, person.id, view.id),
    view: viewToWire(workspace, view, state),
    response_urls: [],
  };
  const name = `view_submission ${stringMember(view.definition, 'callback_id') ?? ''}`.trim();
  const ack = await delivery.ask({ type: 'interactive', payload, name });
  return ack.ok ? applyResponseAction(workspace, person, view, ack.payload) : { ok: false, error: trouble };
}

/** https://docs.slack.dev/surfaces/modals#response_actions */
function applyResponseAction(workspace: Workspace, person: Member, view: StoredView, payload: unknown): Submitted {
  const given = isJsonObject(payload) ? payload : {};
  const next = given.view;
  switch (given.response_action) {
    case undefined:
      closeModals(workspace, person.id, false);
      return { ok: true };
    case 'clear':
      closeModals(workspace, person.id, true);
      return { ok: true };
    case 'errors': {
      const errors = Object.entries(isJsonObject(given.errors) ? given.errors : {});
      const blocks = objectsIn(view.definition.blocks);
      const known = errors.every(([id]) => blocks.some((block) => block.block_id === id && block.type === 'input'));
      if (errors.length === 0 || !known) return { ok: false, error: trouble };
      return { ok: false, errors: Object.fromEntries(errors.map(([id, text]) => [id, String(text)])) };
    }
    case 'update':
    case 'push': {
      if (!isJsonObject(next) || problemsOfView(next, 'modal').length > 0) return { ok: false, error: trouble };
      if (given.response_action === 'update') changeView(workspace, view, next);
      else openView(workspace, person.id, next, workspace.modals.get(person.id) ?? []);
      return { ok: true };
    }
    default:
      return { ok: false, error: trouble };
  }
}

/** Closes the top modal, or all where `all` says so or the view itself does. */
export async function closeModal(acting: Acting, person: Member, viewId: string, all: boolean): Promise<Done> {
  const { workspace } = acting.slack;
  const view = workspace.views.get(viewId);
  if (view === undefined || topModal(workspace, person.id)?.id !== viewId)
    return { ok: false, error: 'view_not_found' };
  const cleared = all || view.definition.clear_on_close === true;
  closeModals(workspace, person.id, cleared);
  if (view.definition.notify_on_close !== true) return { ok: true };
  const payload = {
    type: 'view_closed',
    ...common(workspace, person),
    view: viewToWire(workspace, view),
    is_cleared: cleared,
  };
  return interact(acting, payload, 'view_closed');
}

/** The client does not send a form in which something is missing. */
function missingInputs(view: StoredView, state: InputState): Readonly<Record<string, string>> {
  const missing: Record<string, string> = {};
  for (const block of objectsIn(view.definition.blocks)) {
    const id = stringMember(block, 'block_id');
    const action = stringMember(block.element, 'action_id');
    if (block.type !== 'input' || block.optional === true || id === undefined || action === undefined) continue;
    if (isEmpty(state[id]?.[action])) missing[id] = 'Please complete this required field.';
  }
  return missing;
}

function isEmpty(held: JsonObject | undefined): boolean {
  if (held === undefined) return true;
  return Object.entries(held).every(
    ([key, value]) =>
      key === 'type' ||
      value === null ||
      value === undefined ||
      value === '' ||
      (Array.isArray(value) && value.length === 0),
  );
}
