import type { MovableClock } from './clock.ts';
import type { JsonObject } from './json.ts';
import type { Manifest } from './manifest.ts';

/** Everything that a workspace holds. All the rest of the sandbox is functions over it. */
export interface Workspace {
  readonly clock: MovableClock;
  readonly team: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: InstalledApp;
  readonly members: ReadonlyMap<string, Member>;
  readonly conversations: Map<string, Conversation>;
  readonly files: Map<string, StoredFile>;
  readonly views: Map<string, StoredView>;
  /** What the app showed in a person's Home tab, by person. */
  readonly homes: Map<string, StoredView>;
  /** The stack of modals that a person has open, the top one last. At most three. */
  readonly modals: Map<string, readonly string[]>;
  /** What the app suggests to write in its pane, by the direct message. */
  readonly prompts: Map<string, readonly JsonObject[]>;
  /** What the app says it is doing, by the first message of the thread; gone once it replies there. */
  readonly statuses: Map<string, string>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** The root of all addresses, without a slash at its end: `http://127.0.0.1:3000`. */
  origin: string;
  newId(prefix: string): string;
  /** A timestamp that no other message of the workspace has: seconds, a dot, six digits. */
  newTs(): string;
  watch(see: (change: Change) => void): () => void;
  changed(change: Change): void;
}

/** The app as it is installed, with what it needs to speak to Slack. */
export interface InstalledApp {
  readonly id: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly manifest: Manifest;
  readonly appToken: string;
  readonly botToken: string;
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly grants: Grants;
  /** Of old: Slack still sends it in every payload. */
  readonly verificationToken: string;
}

/** What was given out over OAuth. */
export interface Grants {
  /** Good once. */
  readonly codes: Set<string>;
  readonly accessTokens: Set<string>;
  /** Good once each, where tokens are rotated. */
  readonly refreshTokens: Set<string>;
}

/** Who is in the workspace from the start. */
export interface NewMember {
  readonly name: string;
  readonly realName: string;
  /** Without it, `en-US`. */
  readonly locale?: string;
}

export interface Member {
  readonly id: string;
  /** As it is typed after an `@`. */
  readonly name: string;
  readonly realName: string;
  readonly isBot: boolean;
  /** Such as `pt-BR`. */
  readonly locale: string;
}

export interface Conversation {
  readonly id: string;
  /** Of a channel; a direct message has the name of the other person. */
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly created: number;
  readonly members: Set<string>;
  /** By timestamp, oldest first. */
  readonly messages: Map<string, StoredMessage>;
  /** Replies' timestamps by their thread's. */
  readonly threads: Map<string, string[]>;
  /** Seen by one person each, and by nobody once they reload. */
  readonly ephemerals: Map<string, EphemeralMessage>;
  readonly topic: string;
}

export interface StoredMessage {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly byApp: boolean;
  readonly text: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
  readonly threadTs?: string;
  readonly broadcast?: boolean;
  readonly files?: readonly string[];
  readonly edited?: string;
  readonly metadata?: JsonObject;
  readonly subtype?: string;
  readonly clientMsgId?: string;
  /** Of the first message of a thread in an assistant's pane. */
  readonly assistantThread?: { readonly title: string };
  /** People's ids by the reaction's name. */
  readonly reactions?: ReadonlyMap<string, readonly string[]>;
}

export interface EphemeralMessage extends StoredMessage {
  /** The one who sees it. */
  readonly to: string;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mode: 'snippet' | 'hosted';
  readonly mimetype: string;
  readonly filetype: string;
  readonly prettyType: string;
  readonly content: Uint8Array;
  readonly user: string;
  readonly created: number;
  readonly channels: readonly string[];
}

export interface StoredView {
  readonly id: string;
  readonly user: string;
  readonly definition: JsonObject;
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
}

/** Lets the app open a modal for the person, once, in the three seconds after what the person did. */
export interface Trigger {
  readonly user: string;
  readonly expires: number;
  readonly exchanged: boolean;
  /** The modal that was acted in: only then may one be pushed on it. */
  readonly view?: string;
}

/** Five messages in thirty minutes. */
export interface ResponseUrl {
  readonly user: string;
  readonly channel: string;
  readonly expires: number;
  readonly uses: number;
  /** What was acted on, for `replace_original` and `delete_original`. */
  readonly source?: { readonly ts: string; readonly ephemeral: boolean };
  readonly threadTs?: string;
}

/** What a page, or a test that waits, must look at again. */
export type Change =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string; readonly threadTs?: string }
  | { readonly kind: 'deleted'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'ephemeral'; readonly channel: string; readonly ts: string; readonly user: string }
  | { readonly kind: 'modal'; readonly user: string }
  | { readonly kind: 'home'; readonly user: string }
  | { readonly kind: 'conversation'; readonly channel: string }
  | { readonly kind: 'connections' };

/** The direct message of a person and the app. */
export function directMessageOf(workspace: Workspace, user: string): Conversation | undefined {
  for (const conversation of workspace.conversations.values()) {
    if (conversation.kind === 'im' && conversation.members.has(user)) return conversation;
  }
  return undefined;
}
