import { useEffect, useState } from 'preact/hooks';
import type { JsonObject } from '../json.ts';
import type { Setting, Told } from '../live-protocol.ts';
import type { Crossing } from '../traffic.ts';

/** What stands beside the conversation. */
export type Side =
  | { readonly show: 'samples' }
  | { readonly show: 'traffic' }
  | { readonly show: 'thread'; readonly channel: string; readonly ts: string }
  | { readonly show: 'nothing' };

export interface Shown {
  readonly setting: Setting | undefined;
  /** The page hears from the workspace. */
  readonly online: boolean;
  /** How many sockets the app has open. */
  readonly connections: number;
  readonly channel: string;
  readonly tab: 'messages' | 'home';
  readonly side: Side;
  /** By channel, then by timestamp; replies too. */
  readonly messages: ReadonlyMap<string, ReadonlyMap<string, JsonObject>>;
  /** Channels whose messages were asked for, and whether older ones are left. */
  readonly loaded: ReadonlyMap<string, boolean>;
  readonly unread: ReadonlySet<string>;
  readonly modals: readonly JsonObject[];
  readonly home: JsonObject | undefined;
  readonly crossings: ReadonlyMap<number, Crossing>;
  /** What stands in each composer, by channel or by channel and thread. */
  readonly drafts: ReadonlyMap<string, string>;
  readonly notice: string | undefined;
  readonly menuOpen: boolean;
}

const mostCrossings = 500;

let shown: Shown = {
  setting: undefined,
  online: false,
  connections: 0,
  channel: '',
  tab: 'messages',
  side: { show: 'nothing' },
  messages: new Map(),
  loaded: new Map(),
  unread: new Set(),
  modals: [],
  home: undefined,
  crossings: new Map(),
  drafts: new Map(),
  notice: undefined,
  menuOpen: false,
};

const watchers = new Set<(shown: Shown) => void>();
let scheduled = false;

export function look(): Shown {
  return shown;
}

/** Puts the changed members in place; the page draws them at the next turn, however many came by then. */
export function change(members: Partial<Shown>): void {
  shown = { ...shown, ...members };
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    for (const watch of watchers) watch(shown);
  });
}

export function useShown(): Shown {
  const [seen, see] = useState(shown);
  useEffect(() => {
    watchers.add(see);
    see(shown);
    return () => void watchers.delete(see);
  }, []);
  return seen;
}

export function putMessages(channel: string, added: readonly JsonObject[]): void {
  const messages = new Map(shown.messages.get(channel));
  for (const message of added) messages.set(String(message.ts), message);
  change({ messages: new Map(shown.messages).set(channel, messages) });
}

export function draftKey(channel: string, threadTs: string | undefined): string {
  return threadTs === undefined ? channel : `${channel} ${threadTs}`;
}

export function putDraft(key: string, text: string): void {
  change({ drafts: new Map(shown.drafts).set(key, text) });
}

/** Takes in what the workspace told, except answers, which their asker waits for. */
export function take(told: Exclude<Told, { type: 'answer' }>): void {
  switch (told.type) {
    case 'setting':
      takeSetting(told.setting, told.crossings);
      return;
    case 'message':
      putMessages(told.channel, [told.message]);
      if (told.channel !== shown.channel && told.message.user !== shown.setting?.me.id) {
        change({ unread: new Set(shown.unread).add(told.channel) });
      }
      return;
    case 'deleted': {
      const messages = new Map(shown.messages.get(told.channel));
      messages.delete(told.ts);
      change({ messages: new Map(shown.messages).set(told.channel, messages) });
      return;
    }
    case 'modal':
      change({ modals: told.stack });
      return;
    case 'home':
      change({ home: told.view });
      return;
    case 'connected':
      change({ connections: told.connections });
      return;
    case 'crossing':
      takeCrossings([told.crossing]);
  }
}

function takeSetting(setting: Setting, crossings: readonly Crossing[]): void {
  const known = setting.conversations.some(({ id }) => id === shown.channel);
  const first = setting.conversations.find(({ kind }) => kind === 'im') ?? setting.conversations[0];
  change({
    setting,
    online: true,
    // What was missed while the socket was down is asked for anew.
    messages: new Map(),
    loaded: new Map(),
    crossings: new Map(),
    channel: known ? shown.channel : (first?.id ?? ''),
  });
  takeCrossings(crossings);
}

function takeCrossings(added: readonly Crossing[]): void {
  const crossings = new Map(shown.crossings);
  for (const crossing of added) crossings.set(crossing.id, crossing);
  for (const id of crossings.keys()) {
    if (crossings.size <= mostCrossings) break;
    crossings.delete(id);
  }
  change({ crossings });
}
