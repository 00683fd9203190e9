import { problemsOfView } from '../blocks/validate.ts';
import type { Post } from '../delivery.ts';
import { compact, isJsonObject, type JsonObject, objectsIn, stringMember } from '../json.ts';
import { post, postEphemeral, remove, replace, toWire } from '../messages.ts';
import { newResponseUrl, say } from '../response-urls.ts';
import { newTrigger } from '../triggers.ts';
import { changeView, closeModals, openView, topModal, viewToWire } from '../views.ts';
import type { Slack } from '../web-api/method.ts';
import { withReaction } from '../web-api/reactions.ts';
import {
  type Conversation,
  directMessageOf,
  type Member,
  type StoredMessage,
  type StoredView,
  type Workspace,
} from '../workspace.ts';
import { readTyped } from './typed.ts';

/** What became of something that a person did. */
export type Done =
  | { readonly ok: true; readonly ts?: string }
  /** In Slack's words, as the person reads them. */
  | { readonly ok: false; readonly error: string };

/** What stands in a view's or a message's inputs: by block id, then by action id. */
export type InputState = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/** An element that was acted on. `value` is the chosen option's, the typed text, or the button's own. */
export interface Chosen {
  readonly actionId: string;
  readonly blockId?: string | undefined;
  /** What it holds now, as Slack has it in `state`: `{ type, selected_option }`, `{ type, value }`. */
  readonly held?: JsonObject | undefined;
}

export interface Place {
  readonly channel: string;
  readonly threadTs?: string | undefined;
}

/** Everything that a person can do in the workspace. */
export interface Acts {
  post(person: Member, place: Place, text: string): Done;
  edit(person: Member, channel: string, ts: string, text: string): Done;
  remove(person: Member, channel: string, ts: string): Done;
  react(person: Member, channel: string, ts: string, name: string): Done;
  command(person: Member, place: Place, command: string, text: string): Promise<Done>;
  click(person: Member, channel: string, ts: string, chosen: Chosen, state?: InputState): Promise<Done>;
  clickInView(person: Member, viewId: string, chosen: Chosen, state?: InputState): Promise<Done>;
  shortcut(
    person: Member,
    callbackId: string,
    message?: { readonly channel: string; readonly ts: string },
  ): Promise<Done>;
  submit(person: Member, viewId: string, state: InputState): Promise<Submitted>;
  close(person: Member, viewId: string, all: boolean): Promise<Done>;
  openHome(person: Member, tab: 'home' | 'messages'): Done;
}

export type Submitted =
  | { readonly ok: true }
  /** By block id, each under its own input. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly error: string };

/** A longer text than this is not sent as a message: the client makes it a snippet. */
export const longestTyped = 4_000;

/** The client's words where an app does not answer in time, or not at all. */
export const trouble = 'We had some trouble connecting. Try again?';

export function createActs(slack: Slack, delivery: Post): Acts {
  const { workspace, events } = slack;
  const { app, team } = workspace;

  function who(person: Member): JsonObject {
    return { id: person.id, username: person.name, name: person.name, team_id: team.id };
  }
  const where = { id: team.id, domain: team.domain };
  function common(person: Member): JsonObject {
    return {
      token: app.verificationToken,
      team: where,
      user: who(person),
      api_app_id: app.id,
      enterprise: null,
      is_enterprise_install: false,
    };
  }

  function fromSlackbot(person: Member, conversation: Conversation, text: string, threadTs?: string): void {
    postEphemeral(workspace, conversation, person.id, {
      user: 'USLACKBOT',
      byApp: false,
      text,
      ...(threadTs === undefined ? {} : { threadTs }),
    });
  }

  function conversationFor(person: Member, channel: string): Conversation | undefined {
    const conversation = workspace.conversations.get(channel);
    return conversation?.members.has(person.id) === true ? conversation : undefined;
  }

  function postTyped(person: Member, place: Place, text: string): Done {
    const conversation = conversationFor(person, place.channel);
    if (conversation === undefined) return { ok: false, error: 'channel_not_found' };
    if (conversation.kind === 'im' && !app.manifest.messagesTab) {
      return { ok: false, error: 'Sending messages to this app has been turned off.' };
    }
    if (text.trim() === '') return { ok: false, error: 'no_text' };
    const thread = place.threadTs === undefined ? {} : { threadTs: place.threadTs };
    const message =
      text.length > longestTyped
        ? post(workspace, conversation, { ...snippet(workspace, person, conversation, text), ...thread })
        : post(workspace, conversation, {
            ...readTyped(text, workspace),
            user: person.id,
            byApp: false,
            clientMsgId: crypto.randomUUID(),
            ...thread,
          });
    events.messagePosted(conversation, message);
    if (
      conversation.kind === 'channel' &&
      !conversation.members.has(app.botUserId) &&
      message.text.includes(app.botUserId)
    ) {
      fromSlackbot(person, conversation, `You mentioned <@${app.botUserId}>, but they’re not in this channel.`);
    }
    return { ok: true, ts: message.ts };
  }

  async function runCommand(person: Member, place: Place, command: string, text: string): Promise<Done> {
    const conversation = conversationFor(person, place.channel);
    if (conversation === undefined) return { ok: false, error: 'channel_not_found' };
    const refuse = (error: string): Done => {
      fromSlackbot(person, conversation, error, place.threadTs);
      return { ok: false, error };
    };
    const known = app.manifest.commands.get(command);
    if (known === undefined || !app.manifest.scopes.has('commands')) {
      return refuse(
        `\`${command}\` is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands.`,
      );
    }
    if (place.threadTs !== undefined) return refuse(`\`${command}\` is not supported in threads. Sorry!`);
    const responseUrl = newResponseUrl(workspace, 'commands', { user: person.id, channel: conversation.id });
    const payload = {
      token: app.verificationToken,
      team_id: team.id,
      team_domain: team.domain,
      channel_id: conversation.id,
      channel_name: conversation.kind === 'im' ? 'directmessage' : conversation.name,
      user_id: person.id,
      user_name: person.name,
      command,
      text: known.escapes ? readTyped(text, workspace).text : text,
      api_app_id: app.id,
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: newTrigger(workspace, person.id),
    };
    const ack = await delivery.ask({ type: 'slash_commands', payload, name: command });
    if (!ack.ok) {
      const code = ack.reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';
      return refuse(`${command} failed with the error "${code}"`);
    }
    const message = typeof ack.payload === 'string' ? { text: ack.payload } : ack.payload;
    if (isJsonObject(message) && (message.text !== undefined || message.blocks !== undefined)) {
      if (message.response_type === 'in_channel') {
        // Slack shows the command itself to all where its answer is for all.
        post(workspace, conversation, { user: person.id, byApp: false, text: `${command} ${text}`.trim() });
      }
      const error = say(slack, { user: person.id }, conversation, message);
      if (error !== undefined) return refuse(`${command} failed with the error "${String(error.error)}"`);
    }
    return { ok: true };
  }

  async function interact(payload: JsonObject, name: string): Promise<Done> {
    if (!app.manifest.interactivity) {
      return { ok: false, error: 'This app is not configured to handle interactive responses.' };
    }
    const ack = await delivery.ask({ type: 'interactive', payload, name });
    return ack.ok ? { ok: true } : { ok: false, error: trouble };
  }

  function action(blocks: unknown, chosen: Chosen): JsonObject | undefined {
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

  async function clickInMessage(
    person: Member,
    channel: string,
    ts: string,
    chosen: Chosen,
    state: InputState = {},
  ): Promise<Done> {
    const conversation = conversationFor(person, channel);
    const ephemeral = conversation?.ephemerals.get(ts);
    const message = ephemeral ?? conversation?.messages.get(ts);
    if (conversation === undefined || message === undefined) return { ok: false, error: 'message_not_found' };
    const acted = action(message.blocks, chosen);
    if (acted === undefined) return { ok: false, error: 'action_not_found' };
    const thread = message.threadTs === undefined ? {} : { threadTs: message.threadTs };
    const payload = compact({
      type: 'block_actions',
      ...common(person),
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: ephemeral !== undefined,
        ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
      },
      trigger_id: newTrigger(workspace, person.id),
      channel: { id: channel, name: conversation.kind === 'im' ? 'directmessage' : conversation.name },
      // Slack does not send what only one person saw.
      message: ephemeral === undefined ? toWire(workspace, message) : undefined,
      state: { values: state },
      response_url: newResponseUrl(workspace, 'actions', {
        user: person.id,
        channel,
        source: { ts, ephemeral: ephemeral !== undefined },
        ...thread,
      }),
      actions: [acted],
    });
    return interact(payload, `block_actions ${chosen.actionId}`);
  }

  async function clickInView(person: Member, viewId: string, chosen: Chosen, state: InputState = {}): Promise<Done> {
    const view = workspace.views.get(viewId);
    if (view === undefined || view.user !== person.id) return { ok: false, error: 'view_not_found' };
    const acted = action(view.definition.blocks, chosen);
    if (acted === undefined) return { ok: false, error: 'action_not_found' };
    const payload = {
      type: 'block_actions',
      ...common(person),
      container: { type: 'view', view_id: view.id },
      trigger_id: newTrigger(workspace, person.id, view.id),
      view: viewToWire(workspace, view, state),
      actions: [acted],
    };
    return interact(payload, `block_actions ${chosen.actionId}`);
  }

  async function useShortcut(
    person: Member,
    callbackId: string,
    on?: { readonly channel: string; readonly ts: string },
  ): Promise<Done> {
    const shortcut = app.manifest.shortcuts.find((one) => one.callbackId === callbackId);
    if (shortcut === undefined || !app.manifest.scopes.has('commands'))
      return { ok: false, error: 'shortcut_not_found' };
    const trigger = newTrigger(workspace, person.id);
    const base = { ...common(person), action_ts: workspace.newTs(), callback_id: callbackId, trigger_id: trigger };
    if (shortcut.type === 'global') return interact({ type: 'shortcut', ...base }, `shortcut ${callbackId}`);
    const conversation = conversationFor(person, on?.channel ?? '');
    const message = conversation?.messages.get(on?.ts ?? '');
    if (conversation === undefined || message === undefined) return { ok: false, error: 'message_not_found' };
    const payload = {
      type: 'message_action',
      ...base,
      message_ts: message.ts,
      response_url: newResponseUrl(workspace, 'app', { user: person.id, channel: conversation.id }),
      channel: { id: conversation.id, name: conversation.kind === 'im' ? 'directmessage' : conversation.name },
      message: toWire(workspace, message),
    };
    return interact(payload, `message_action ${callbackId}`);
  }

  async function submit(person: Member, viewId: string, state: InputState): Promise<Submitted> {
    const view = workspace.views.get(viewId);
    if (view === undefined || view.user !== person.id) return { ok: false, error: 'view_not_found' };
    const missing = missingInputs(view, state);
    if (Object.keys(missing).length > 0) return { ok: false, errors: missing };
    const payload = {
      type: 'view_submission',
      ...common(person),
      trigger_id: newTrigger(workspace, person.id, view.id),
      view: viewToWire(workspace, view, state),
      response_urls: [],
    };
    const name = `view_submission ${stringMember(view.definition, 'callback_id') ?? ''}`.trim();
    const ack = await delivery.ask({ type: 'interactive', payload, name });
    if (!ack.ok) return { ok: false, error: trouble };
    return applyResponseAction(person, view, ack.payload);
  }

  /** https://docs.slack.dev/surfaces/modals#response_actions */
  function applyResponseAction(person: Member, view: StoredView, payload: unknown): Submitted {
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

  async function close(person: Member, viewId: string, all: boolean): Promise<Done> {
    const view = workspace.views.get(viewId);
    if (view === undefined || topModal(workspace, person.id)?.id !== viewId)
      return { ok: false, error: 'view_not_found' };
    const cleared = all || view.definition.clear_on_close === true;
    closeModals(workspace, person.id, cleared);
    if (view.definition.notify_on_close !== true) return { ok: true };
    const payload = {
      type: 'view_closed',
      ...common(person),
      view: viewToWire(workspace, view),
      is_cleared: cleared,
    };
    return interact(payload, 'view_closed');
  }

  return {
    post: postTyped,
    edit(person, channel, ts, text) {
      const conversation = conversationFor(person, channel);
      const message = conversation?.messages.get(ts);
      if (conversation === undefined || message === undefined) return { ok: false, error: 'message_not_found' };
      if (message.user !== person.id) return { ok: false, error: 'cant_update_message' };
      const changed: StoredMessage = { ...message, ...readTyped(text, workspace), edited: workspace.newTs() };
      replace(workspace, conversation, changed);
      events.messageChanged(conversation, changed, message);
      return { ok: true, ts };
    },
    remove(person, channel, ts) {
      const conversation = conversationFor(person, channel);
      const message = conversation?.messages.get(ts);
      if (conversation === undefined || message === undefined) return { ok: false, error: 'message_not_found' };
      if (message.user !== person.id) return { ok: false, error: 'cant_delete_message' };
      remove(workspace, conversation, ts);
      events.messageDeleted(conversation, message);
      return { ok: true, ts };
    },
    react(person, channel, ts, name) {
      const conversation = conversationFor(person, channel);
      const message = conversation?.messages.get(ts);
      if (conversation === undefined || message === undefined) return { ok: false, error: 'message_not_found' };
      const added = !(message.reactions?.get(name) ?? []).includes(person.id);
      const changed = withReaction(message, name, person.id, added);
      if (changed !== undefined) {
        replace(workspace, conversation, changed);
        events.reaction(added, person.id, name, changed);
      }
      return { ok: true, ts };
    },
    command: runCommand,
    click: clickInMessage,
    clickInView,
    shortcut: useShortcut,
    submit,
    close,
    openHome(person, tab) {
      const conversation = directMessageOf(workspace, person.id);
      if (conversation === undefined) return { ok: false, error: 'channel_not_found' };
      if (tab === 'home' && !app.manifest.homeTab) return { ok: false, error: 'not_enabled' };
      const home = workspace.homes.get(person.id);
      events.homeOpened(
        person.id,
        conversation,
        tab,
        home === undefined || tab !== 'home' ? undefined : viewToWire(workspace, home),
      );
      return { ok: true };
    },
  };
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

function snippet(workspace: Workspace, person: Member, conversation: Conversation, text: string) {
  const id = workspace.newId('F');
  workspace.files.set(id, {
    id,
    name: 'Untitled.txt',
    title: 'Untitled',
    mode: 'snippet',
    mimetype: 'text/plain',
    filetype: 'text',
    prettyType: 'Plain Text',
    content: new TextEncoder().encode(text),
    user: person.id,
    created: workspace.clock.now(),
    channels: [conversation.id],
  });
  return { user: person.id, byApp: false, text: '', subtype: 'file_share', files: [id] };
}
