import { compact, type JsonObject } from '../json.ts';
import { toWire } from '../messages.ts';
import { topModal, viewToWire } from '../views.ts';
import { directMessageOf, type Member, type Workspace } from '../workspace.ts';
import type { Acts } from './acts.ts';
import type { Done, InputState, Submitted } from './done.ts';

/** What one person does and sees. */
export interface Person {
  readonly id: string;
  /** Their direct message with the app. */
  readonly dm: string;
  /** Types and sends. Over 4,000 characters it goes out as a snippet. */
  post(channel: string, text: string, threadTs?: string): Done;
  edit(channel: string, ts: string, text: string): Done;
  remove(channel: string, ts: string): Done;
  react(channel: string, ts: string, name: string): Done;
  /** Runs `/name` with `text`. Answers when the app acknowledged it, or with Slack's words where it did not. */
  command(channel: string, command: string, text: string, threadTs?: string): Promise<Done>;
  /**
   * Acts on an element of a message, an ephemeral one too. `held` is what the element holds then, as Slack has it:
   * nothing for a button, `{ selected_option }` for an overflow menu.
   */
  click(channel: string, ts: string, actionId: string, held?: JsonObject, state?: InputState): Promise<Done>;
  /** Acts on an element of the open modal or of the Home tab. */
  clickInView(viewId: string, actionId: string, held?: JsonObject, state?: InputState): Promise<Done>;
  /** A message shortcut where `ts` is given, a global one otherwise. */
  shortcut(callbackId: string, channel?: string, ts?: string): Promise<Done>;
  /** Submits the open modal. */
  submit(state: InputState): Promise<Submitted>;
  closeModal(): Promise<Done>;
  openHome(): Done;
  /** Opens the direct message with the app, in its messages tab. */
  openMessages(): Done;
  /** Opens a new thread in the pane of an assistant, beside a channel. */
  openPane(lookingAt?: string): Done;
  /** Goes on to another channel while that thread stands in the pane. */
  lookAt(threadTs: string, channel: string): Done;
  /** What the app suggests to write to it. */
  prompts(): readonly JsonObject[];
  /** What only this person sees in a channel, oldest first. */
  ephemerals(channel: string): readonly JsonObject[];
  modal(): JsonObject | undefined;
  home(): JsonObject | undefined;
}

/** The person of that name, to act and to look as them. Throws where there is none. */
export function personNamed(workspace: Workspace, acts: Acts, name: string): Person {
  const member = [...workspace.members.values()].find((one) => one.name === name && !one.isBot);
  const dm = member === undefined ? undefined : directMessageOf(workspace, member.id);
  if (member === undefined || dm === undefined) throw new Error(`There is nobody named ${name}.`);
  return person(workspace, acts, member, dm.id);
}

function person(workspace: Workspace, acts: Acts, member: Member, dm: string): Person {
  const place = (channel: string, threadTs: string | undefined) => ({ channel, threadTs });
  return {
    id: member.id,
    dm,
    post: (channel, text, threadTs) => acts.post(member, place(channel, threadTs), text),
    edit: (channel, ts, text) => acts.edit(member, channel, ts, text),
    remove: (channel, ts) => acts.remove(member, channel, ts),
    react: (channel, ts, name) => acts.react(member, channel, ts, name),
    command: (channel, command, text, threadTs) => acts.command(member, place(channel, threadTs), command, text),
    click: (channel, ts, actionId, held, state) => acts.click(member, channel, ts, { actionId, held }, state),
    clickInView: (viewId, actionId, held, state) => acts.clickInView(member, viewId, { actionId, held }, state),
    shortcut: (callbackId, channel, ts) =>
      acts.shortcut(member, callbackId, channel === undefined || ts === undefined ? undefined : { channel, ts }),
    submit: (state) => acts.submit(member, topModal(workspace, member.id)?.id ?? '', state),
    closeModal: () => acts.close(member, topModal(workspace, member.id)?.id ?? '', false),
    openHome: () => acts.openHome(member, 'home'),
    openMessages: () => acts.openHome(member, 'messages'),
    openPane: (lookingAt) => acts.openPane(member, lookingAt),
    lookAt: (threadTs, channel) => acts.lookAt(member, threadTs, channel),
    prompts: () => workspace.prompts.get(dm) ?? [],
    ephemerals(channel) {
      const all = [...(workspace.conversations.get(channel)?.ephemerals.values() ?? [])];
      return all
        .filter((message) => message.to === member.id)
        .map((message) => compact({ ...toWire(workspace, message), is_ephemeral: true }));
    },
    modal() {
      const view = topModal(workspace, member.id);
      return view === undefined ? undefined : viewToWire(workspace, view);
    },
    home() {
      const view = workspace.homes.get(member.id);
      return view === undefined ? undefined : viewToWire(workspace, view);
    },
  };
}
