import { compact, type JsonObject, objectsIn } from '../json.ts';
import { toWire } from '../messages.ts';
import { newResponseUrl } from '../response-urls.ts';
import { newTrigger } from '../triggers.ts';
import { viewToWire } from '../views.ts';
import type { Member, Workspace } from '../workspace.ts';
import {
  type Acting,
  type Chosen,
  conversationFor,
  type Done,
  type InputState,
  nameInPayload,
  trouble,
} from './done.ts';

/** What every interaction payload begins with: https://docs.slack.dev/reference/interaction-payloads */
export function common({ app, team }: Workspace, person: Member): JsonObject {
  return {
    token: app.verificationToken,
    team: { id: team.id, domain: team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: team.id },
    api_app_id: app.id,
    enterprise: null,
    is_enterprise_install: false,
  };
}

export async function interact({ slack, delivery }: Acting, payload: JsonObject, name: string): Promise<Done> {
  if (!slack.workspace.app.manifest.interactivity) {
    return { ok: false, error: 'This app is not configured to handle interactive responses.' };
  }
  const ack = await delivery.ask({ type: 'interactive', payload, name });
  return ack.ok ? { ok: true } : { ok: false, error: trouble };
}

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export async function clickInMessage(
  acting: Acting,
  person: Member,
  channel: string,
  ts: string,
  chosen: Chosen,
  state: InputState = {},
): Promise<Done> {
  const { workspace } = acting.slack;
  const conversation = conversationFor(workspace, person, channel);
  const ephemeral = conversation?.ephemerals.get(ts);
  const message = ephemeral ?? conversation?.messages.get(ts);
  if (conversation === undefined || message === undefined) return { ok: false, error: 'message_not_found' };
  const acted = action(workspace, message.blocks, chosen);
  if (acted === undefined) return { ok: false, error: 'action_not_found' };
  const forOne = ephemeral !== undefined;
  const { threadTs } = message;
  const payload = compact({
    type: 'block_actions',
    ...common(workspace, person),
    container: compact({
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: forOne,
      thread_ts: threadTs,
    }),
    trigger_id: newTrigger(workspace, person.id),
    channel: { id: channel, name: nameInPayload(conversation) },
    // Slack does not send what only one person saw.
    message: forOne ? undefined : toWire(workspace, message),
    state: { values: state },
    response_url: newResponseUrl(workspace, 'actions', {
      user: person.id,
      channel,
      source: { ts, ephemeral: forOne },
      ...(threadTs === undefined ? {} : { threadTs }),
    }),
    actions: [acted],
  });
  return interact(acting, payload, `block_actions ${chosen.actionId}`);
}

export async function clickInView(
  acting: Acting,
  person: Member,
  viewId: string,
  chosen: Chosen,
  state: InputState = {},
): Promise<Done> {
  const { workspace } = acting.slack;
  const view = workspace.views.get(viewId);
  if (view === undefined || view.user !== person.id) return { ok: false, error: 'view_not_found' };
  const acted = action(workspace, view.definition.blocks, chosen);
  if (acted === undefined) return { ok: false, error: 'action_not_found' };
  const payload = {
    type: 'block_actions',
    ...common(workspace, person),
    container: { type: 'view', view_id: view.id },
    trigger_id: newTrigger(workspace, person.id, view.id),
    view: viewToWire(workspace, view, state),
    actions: [acted],
  };
  return interact(acting, payload, `block_actions ${chosen.actionId}`);
}

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export async function runShortcut(
  acting: Acting,
  person: Member,
  callbackId: string,
  on?: { readonly channel: string; readonly ts: string },
): Promise<Done> {
  const { workspace } = acting.slack;
  const { manifest } = workspace.app;
  const shortcut = manifest.shortcuts.find((one) => one.callbackId === callbackId);
  if (shortcut === undefined || !manifest.scopes.has('commands')) return { ok: false, error: 'shortcut_not_found' };
  const base = {
    ...common(workspace, person),
    action_ts: workspace.newTs(),
    callback_id: callbackId,
    trigger_id: newTrigger(workspace, person.id),
  };
  if (shortcut.type === 'global') return interact(acting, { type: 'shortcut', ...base }, `shortcut ${callbackId}`);
  const conversation = conversationFor(workspace, person, on?.channel ?? '');
  const message = conversation?.messages.get(on?.ts ?? '');
  if (conversation === undefined || message === undefined) return { ok: false, error: 'message_not_found' };
  const payload = {
    type: 'message_action',
    ...base,
    message_ts: message.ts,
    response_url: newResponseUrl(workspace, 'app', { user: person.id, channel: conversation.id }),
    channel: { id: conversation.id, name: nameInPayload(conversation) },
    message: toWire(workspace, message),
  };
  return interact(acting, payload, `message_action ${callbackId}`);
}

function action(workspace: Workspace, blocks: unknown, chosen: Chosen): JsonObject | undefined {
  const found = findElement(objectsIn(blocks), chosen);
  if (found === undefined) return undefined;
  const { element, blockId } = found;
  return compact({
    type: element.type,
    action_id: chosen.actionId,
    block_id: blockId,
    text: element.text,
    value: element.value,
    style: element.style,
    ...chosen.held,
    action_ts: workspace.newTs(),
  });
}

interface FoundElement {
  readonly element: JsonObject;
  readonly blockId: unknown;
}

function findElement(blocks: readonly JsonObject[], chosen: Chosen): FoundElement | undefined {
  for (const block of blocks) {
    if (chosen.blockId !== undefined && block.block_id !== chosen.blockId) continue;
    const inside = [...objectsIn(block.elements), ...objectsIn([block.accessory, block.element])];
    const element = inside.find((one) => one.action_id === chosen.actionId);
    if (element !== undefined) return { element, blockId: block.block_id };
  }
  return undefined;
}
