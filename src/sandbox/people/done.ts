import type { Post } from '../delivery.ts';
import type { JsonObject } from '../json.ts';
import type { Slack } from '../web-api/method.ts';
import type { Conversation, Member, Workspace } from '../workspace.ts';

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

export type Submitted =
  | { readonly ok: true }
  /** By block id, each under its own input. */
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly error: string };

/** The client's words where an app does not answer in time, or not at all. */
export const trouble = 'We had some trouble connecting. Try again?';

/** What acts work with. */
export interface Acting {
  readonly slack: Slack;
  readonly delivery: Post;
}

/** The conversation, where the person is in it. */
export function conversationFor(workspace: Workspace, person: Member, channel: string): Conversation | undefined {
  const conversation = workspace.conversations.get(channel);
  return conversation?.members.has(person.id) === true ? conversation : undefined;
}

/** How payloads name a conversation. */
export function nameInPayload(conversation: Conversation): string {
  return conversation.kind === 'im' ? 'directmessage' : conversation.name;
}
