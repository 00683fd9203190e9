import type { Events } from '../events.ts';
import { isJsonObject, type JsonObject, parseJson } from '../json.ts';
import type { SocketMode } from '../transport/socket.ts';
import type { Conversation, Workspace } from '../workspace.ts';

/** What a method works with. */
export interface Slack {
  readonly workspace: Workspace;
  readonly events: Events;
  readonly socketMode: SocketMode;
}

/** A method of the Web API: https://docs.slack.dev/apis/web-api */
export interface Method {
  /** One of these is enough; none are needed where it is empty. */
  readonly scopes: readonly string[];
  readonly token: 'bot' | 'app' | 'any';
  readonly limit: RateLimit;
  readonly run: (args: Args, slack: Slack) => Reply;
}

/** https://docs.slack.dev/apis/web-api/rate-limits */
export interface RateLimit {
  readonly perMinute: number;
  /** How many may come at once. */
  readonly burst: number;
  /** The argument whose values are counted apart. */
  readonly by?: string;
}

export const tier1: RateLimit = { perMinute: 1, burst: 20 };
export const tier2: RateLimit = { perMinute: 20, burst: 40 };
export const tier3: RateLimit = { perMinute: 50, burst: 100 };
export const tier4: RateLimit = { perMinute: 100, burst: 200 };
/** One message a second in each channel, with short bursts over it. */
export const perChannel: RateLimit = { perMinute: 60, burst: 60, by: 'channel' };

export type Reply = JsonObject & { readonly ok: boolean };

export function ok(members: JsonObject = {}): Reply {
  return { ok: true, ...members };
}

export function failed(error: string, messages: readonly string[] = [], members: JsonObject = {}): Reply {
  return {
    ok: false,
    error,
    ...members,
    ...(messages.length === 0 ? {} : { response_metadata: { messages: messages.map((line) => `[ERROR] ${line}`) } }),
  };
}

export function missingScope(needed: string, workspace: Workspace): Reply {
  return failed('missing_scope', [], { needed, provided: [...workspace.app.manifest.scopes].join(',') });
}

/** A call's arguments, which come as JSON, or as a form whose structured values are JSON in strings. */
export interface Args {
  text(name: string): string | undefined;
  flag(name: string): boolean | undefined;
  count(name: string): number | undefined;
  /** `undefined` where it is not given, `null` where it cannot be read. */
  json(name: string): unknown;
}

export function readArgs(given: JsonObject): Args {
  return {
    text(name) {
      const value = given[name];
      return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
    },
    flag(name) {
      const value = given[name];
      if (value === undefined || value === null) return undefined;
      return value === true || value === 'true' || value === 1 || value === '1';
    },
    count(name) {
      const value = Number(given[name]);
      return given[name] === undefined || Number.isNaN(value) ? undefined : value;
    },
    json(name) {
      const value = given[name];
      if (typeof value !== 'string') return value;
      return value === '' ? undefined : (parseJson(value) ?? null);
    },
  };
}

/** A channel by its id, or by its name with or without `#`; a person's id stands for the direct message with them. */
export function findConversation(workspace: Workspace, given: string | undefined): Conversation | undefined {
  if (given === undefined) return undefined;
  const found = workspace.conversations.get(given);
  if (found !== undefined) return found;
  const name = given.replace(/^#/, '');
  for (const conversation of workspace.conversations.values()) {
    if (conversation.kind === 'channel' && conversation.name === name) return conversation;
    if (conversation.kind === 'im' && conversation.members.has(given)) return conversation;
  }
  return undefined;
}

/** Blocks or attachments as an array of objects; `null` where they are none. */
export function objectArray(value: unknown): readonly JsonObject[] | undefined | null {
  if (value === undefined) return undefined;
  return Array.isArray(value) && value.every(isJsonObject) ? value : null;
}
