import { z } from 'zod';
import type { JsonObject } from './json.ts';
import type { Done, Submitted } from './people/done.ts';
import type { Crossing } from './traffic.ts';

/** What the page asks of the workspace over its own socket, as the person whom it belongs to. */
const state = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown())));
const held = z.record(z.string(), z.unknown()).optional();
const channel = z.string();
const ts = z.string();

const requestSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('post'), channel, text: z.string(), threadTs: ts.optional() }),
  z.object({
    do: z.literal('command'),
    channel,
    command: z.string(),
    text: z.string(),
    threadTs: ts.optional(),
  }),
  z.object({ do: z.literal('remove'), channel, ts }),
  z.object({ do: z.literal('dismiss'), channel, ts }),
  z.object({ do: z.literal('react'), channel, ts, name: z.string() }),
  z.object({ do: z.literal('click'), channel, ts, actionId: z.string(), blockId: z.string().optional(), held, state }),
  z.object({
    do: z.literal('clickInView'),
    view: z.string(),
    actionId: z.string(),
    blockId: z.string().optional(),
    held,
    state,
  }),
  z.object({ do: z.literal('shortcut'), callbackId: z.string(), channel: channel.optional(), ts: ts.optional() }),
  z.object({ do: z.literal('submit'), view: z.string(), state }),
  z.object({ do: z.literal('close'), view: z.string(), all: z.boolean() }),
  z.object({ do: z.literal('openApp'), tab: z.enum(['home', 'messages']) }),
  z.object({ do: z.literal('history'), channel, before: ts.optional() }),
  z.object({ do: z.literal('thread'), channel, ts }),
  z.object({ do: z.literal('file'), file: z.string() }),
]);

export type Request = z.infer<typeof requestSchema>;

/** A request has an id, and its answer the same one. */
export const framedSchema = z.object({ id: z.number().int(), request: requestSchema });

/** What `history` and `thread` answer with. */
export interface Listed {
  readonly ok: true;
  readonly messages: readonly JsonObject[];
  /** There are older ones. */
  readonly more: boolean;
}

export interface FileText {
  readonly ok: true;
  readonly content: string;
}

export type Answer = Done | Submitted | Listed | FileText;

export interface Sample {
  readonly title: string;
  readonly text: string;
  /** Samples of one group stand together under its name. */
  readonly group?: string;
}

export interface PagePerson {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly isBot: boolean;
}

export interface PageConversation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  readonly topic: string;
  /** The app is in it. */
  readonly withApp: boolean;
}

/** Everything that does not change while the page is open. */
export interface Setting {
  readonly team: string;
  readonly me: PagePerson;
  readonly people: readonly PagePerson[];
  readonly bot: PagePerson;
  readonly app: {
    readonly name: string;
    readonly description: string;
    readonly commands: readonly { readonly name: string; readonly description: string; readonly usageHint: string }[];
    readonly shortcuts: readonly {
      readonly name: string;
      readonly type: 'message' | 'global';
      readonly callbackId: string;
    }[];
    readonly homeTab: boolean;
    readonly messagesTab: boolean;
  };
  readonly conversations: readonly PageConversation[];
  readonly samples: readonly Sample[];
  /** One sentence: what a newcomer does here. */
  readonly invitation: string;
  /** A text longer than this is sent as a snippet. */
  readonly longestTyped: number;
}

/** What the workspace tells the page, an array of them in each frame. A `message` is new or changed; both put it in its place by its `ts`. */
export type Told =
  | { readonly type: 'setting'; readonly setting: Setting; readonly crossings: readonly Crossing[] }
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'message'; readonly channel: string; readonly message: JsonObject }
  | { readonly type: 'deleted'; readonly channel: string; readonly ts: string }
  | { readonly type: 'modal'; readonly stack: readonly JsonObject[] }
  | { readonly type: 'home'; readonly view: JsonObject | undefined }
  | { readonly type: 'connected'; readonly connections: number }
  | { readonly type: 'crossing'; readonly crossing: Crossing };
