import type { Post } from '../delivery.ts';
import { post } from '../messages.ts';
import { viewToWire } from '../views.ts';
import type { Slack } from '../web-api/method.ts';
import { directMessageOf, type Member } from '../workspace.ts';
import { runCommand } from './commands.ts';
import type { Chosen, Done, InputState, Place, Submitted } from './done.ts';
import { clickInMessage, clickInView, runShortcut } from './interacting.ts';
import { closeModal, submitModal } from './modals.ts';
import { editOwn, postTyped, react, removeOwn } from './writing.ts';

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
  /** Opens a new thread in the assistant's pane beside a channel. */
  openPane(person: Member, lookingAt: string | undefined): Done;
  /** Goes on to another channel while the thread stands in the pane. */
  lookAt(person: Member, threadTs: string, lookingAt: string): Done;
}

export function createActs(slack: Slack, delivery: Post): Acts {
  const acting = { slack, delivery };
  return {
    post: (person, place, text) => postTyped(slack, person, place, text),
    edit: (person, channel, ts, text) => editOwn(slack, person, channel, ts, text),
    remove: (person, channel, ts) => removeOwn(slack, person, channel, ts),
    react: (person, channel, ts, name) => react(slack, person, channel, ts, name),
    command: (person, place, command, text) => runCommand(acting, person, place, command, text),
    click: (person, channel, ts, chosen, state) => clickInMessage(acting, person, channel, ts, chosen, state),
    clickInView: (person, viewId, chosen, state) => clickInView(acting, person, viewId, chosen, state),
    shortcut: (person, callbackId, message) => runShortcut(acting, person, callbackId, message),
    submit: (person, viewId, state) => submitModal(acting, person, viewId, state),
    close: (person, viewId, all) => closeModal(acting, person, viewId, all),
    openHome: (person, tab) => openHome(slack, person, tab),
    openPane: (person, lookingAt) => openPane(slack, person, lookingAt),
    lookAt: (person, threadTs, lookingAt) => lookAt(slack, person, threadTs, lookingAt),
  };
}

/** https://docs.slack.dev/reference/events/app_home_opened */
function openHome({ workspace, events }: Slack, person: Member, tab: 'home' | 'messages'): Done {
  const conversation = directMessageOf(workspace, person.id);
  if (conversation === undefined) return { ok: false, error: 'channel_not_found' };
  if (tab === 'home' && !workspace.app.manifest.homeTab) return { ok: false, error: 'not_enabled' };
  const home = tab === 'home' ? workspace.homes.get(person.id) : undefined;
  events.homeOpened(person.id, conversation, tab, home === undefined ? undefined : viewToWire(workspace, home));
  return { ok: true };
}

/** The thread begins with a message of the app's that Slack writes: https://docs.slack.dev/reference/events/assistant_thread_started */
function openPane({ workspace, events }: Slack, person: Member, lookingAt: string | undefined): Done {
  const conversation = directMessageOf(workspace, person.id);
  if (conversation === undefined) return { ok: false, error: 'channel_not_found' };
  if (workspace.app.manifest.pane !== 'assistant') return { ok: false, error: 'not_enabled' };
  const first = post(workspace, conversation, {
    user: workspace.app.botUserId,
    byApp: true,
    text: 'New Assistant Thread',
    subtype: 'assistant_app_thread',
  });
  events.assistantThread('started', person.id, first, lookingAt);
  return { ok: true, ts: first.ts };
}

/** https://docs.slack.dev/reference/events/assistant_thread_context_changed */
function lookAt({ workspace, events }: Slack, person: Member, threadTs: string, lookingAt: string): Done {
  const first = directMessageOf(workspace, person.id)?.messages.get(threadTs);
  if (first === undefined) return { ok: false, error: 'message_not_found' };
  events.assistantThread('context_changed', person.id, first, lookingAt);
  return { ok: true, ts: first.ts };
}
