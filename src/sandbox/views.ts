import { type JsonObject, objectsIn, stringMember } from './json.ts';
import { withBlockIds } from './messages.ts';
import type { StoredView, Workspace } from './workspace.ts';

/** A view as methods and payloads give it: https://docs.slack.dev/reference/views */
export function viewToWire(workspace: Workspace, view: StoredView, state: JsonObject = {}): JsonObject {
  const { definition } = view;
  const modal = definition.type === 'modal';
  return {
    id: view.id,
    team_id: workspace.team.id,
    type: definition.type,
    blocks: definition.blocks ?? [],
    private_metadata: definition.private_metadata ?? '',
    callback_id: definition.callback_id ?? '',
    state: { values: state },
    hash: view.hash,
    title: definition.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: definition.clear_on_close ?? false,
    notify_on_close: definition.notify_on_close ?? false,
    close: definition.close ?? null,
    submit: definition.submit ?? null,
    ...(modal ? { submit_disabled: definition.submit_disabled ?? false } : {}),
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: workspace.app.id,
    external_id: definition.external_id ?? '',
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.app.botId,
  };
}

function settled(workspace: Workspace, definition: JsonObject): JsonObject {
  const blocks = objectsIn(definition.blocks).map((block) => withActionIds(workspace, block));
  return { ...definition, blocks: withBlockIds(workspace, blocks) };
}

/** What an element holds is told under its action id, so each has one. */
export function withActionIds(workspace: Workspace, block: JsonObject): JsonObject {
  const named = (element: JsonObject): JsonObject =>
    typeof element.type === 'string' && element.action_id === undefined && !/_text$|^mrkdwn$|^image$/.test(element.type)
      ? { ...element, action_id: workspace.newId('a') }
      : element;
  switch (block.type) {
    case 'actions':
      return { ...block, elements: objectsIn(block.elements).map(named) };
    case 'input':
      return { ...block, element: objectsIn([block.element]).map(named)[0] };
    case 'section':
      return block.accessory === undefined
        ? block
        : { ...block, accessory: objectsIn([block.accessory]).map(named)[0] };
    default:
      return block;
  }
}

function newHash(workspace: Workspace): string {
  return `${Math.floor(workspace.clock.now() / 1000)}.${workspace.newId('h')}`;
}

/** Opens a modal over `stack`, the views that the person has open already. */
export function openView(
  workspace: Workspace,
  user: string,
  definition: JsonObject,
  stack: readonly string[],
): StoredView {
  const id = workspace.newId('V');
  const view: StoredView = {
    id,
    user,
    definition: settled(workspace, definition),
    hash: newHash(workspace),
    rootId: stack[0] ?? id,
    previousId: stack.at(-1) ?? null,
  };
  for (const left of workspace.modals.get(user) ?? []) if (!stack.includes(left)) workspace.views.delete(left);
  workspace.views.set(id, view);
  workspace.modals.set(user, [...stack, id]);
  workspace.changed({ kind: 'modal', user });
  return view;
}

export function changeView(workspace: Workspace, current: StoredView, definition: JsonObject): StoredView {
  const view = { ...current, definition: settled(workspace, definition), hash: newHash(workspace) };
  workspace.views.set(view.id, view);
  const home = workspace.homes.get(view.user)?.id === view.id;
  if (home) workspace.homes.set(view.user, view);
  workspace.changed({ kind: home ? 'home' : 'modal', user: view.user });
  return view;
}

export function publishHome(workspace: Workspace, user: string, definition: JsonObject): StoredView {
  const current = workspace.homes.get(user);
  const id = current?.id ?? workspace.newId('V');
  const view: StoredView = {
    id,
    user,
    definition: settled(workspace, definition),
    hash: newHash(workspace),
    rootId: id,
    previousId: null,
  };
  workspace.homes.set(user, view);
  workspace.views.set(id, view);
  workspace.changed({ kind: 'home', user });
  return view;
}

/** Closes the top modal, or all of them. */
export function closeModals(workspace: Workspace, user: string, all: boolean): void {
  const stack = workspace.modals.get(user) ?? [];
  const kept = all ? [] : stack.slice(0, -1);
  for (const id of stack.slice(kept.length)) workspace.views.delete(id);
  workspace.modals.set(user, kept);
  workspace.changed({ kind: 'modal', user });
}

/** The modal that a person sees. */
export function topModal(workspace: Workspace, user: string): StoredView | undefined {
  const id = workspace.modals.get(user)?.at(-1);
  return id === undefined ? undefined : workspace.views.get(id);
}

/** An external id names one view of the team. */
export function externalIdTaken(workspace: Workspace, definition: JsonObject): boolean {
  const externalId = stringMember(definition, 'external_id');
  if (externalId === undefined || externalId === '') return false;
  return [...workspace.views.values()].some((view) => stringMember(view.definition, 'external_id') === externalId);
}
