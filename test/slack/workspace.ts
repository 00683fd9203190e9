import { readFileSync } from 'node:fs';
import type { Dispatcher } from 'undici';
import type { Answer } from '../../src/answer/answer.ts';
import { ownWords } from '../../src/packs/own-words.ts';
import { packsAtHand, packsFor, packsIn } from '../../src/packs-at-hand.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import type { Troubleshoot } from '../../src/slack/desk.ts';
import type { LookLive } from '../../src/slack/live-addition.ts';
import type { Log } from '../../src/slack/log.ts';
import type { Meter } from '../../src/slack/meter.ts';
import type { SlackSettings } from '../../src/slack/slack-settings.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { type Packs, troubleshoot } from '../../src/troubleshoot.ts';
import { buildRoad, type Road } from './road.ts';

/** The time of every answer in these tests. */
export const now = Date.parse('2026-01-15T12:00:00Z');

export const manifest = readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8');

export type Mode = SlackSettings['mode'];

export interface World {
  readonly sandbox: Sandbox;
  /** What lies between the app and Slack, `overRoad`. */
  readonly road: Road;
  /** Stops the app and starts another in its place. */
  restart(): Promise<void>;
  /** Of the app that runs at this moment; a restart begins a new one. */
  store(): Store;
  /** What the app logged. */
  readonly logged: readonly string[];
  close(): Promise<void>;
}

const builtIn = await packsAtHand(undefined).then((loaded) => {
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.packs;
});

/** The answer to a text, as every way in gets it. */
export async function answerTo(text: string): Promise<Answer> {
  return troubleshoot(text, builtIn, now).answer;
}

/** The app as it is installed from its manifest, connected to a workspace on loopback. */
export async function startWorld(
  mode: Mode,
  options: {
    readonly manifest?: string;
    readonly supportChannel?: string;
    /** Their names. */
    readonly admins?: readonly string[];
    readonly rateLimits?: boolean;
    readonly dispatcher?: Dispatcher;
    readonly meter?: Meter;
    /** In the place of what answers a text. */
    readonly troubleshoot?: Troubleshoot;
    readonly overRoad?: boolean;
    /** Makes of the store another. */
    readonly overStore?: (store: Store) => Store;
    readonly log?: Log;
    readonly lookLive?: LookLive;
    /** In place of the built-in ones. */
    readonly packs?: Packs;
    readonly people?: Parameters<typeof startSandbox>[0]['people'];
    /** The ids of packs by the names of channels. */
    readonly channelPacks?: Readonly<Record<string, string>>;
  } = {},
): Promise<World> {
  const sandbox = await startSandbox({
    manifest: options.manifest ?? manifest,
    port: 0,
    people: options.people,
    rateLimits: options.rateLimits ?? true,
    // Slack's three seconds never pass on a machine that is busy: its clock goes where a test says so.
    clock: { frozen: true },
  });
  const road = await buildRoad(sandbox);
  const { botToken, appToken, signingSecret } = sandbox;
  const logged: string[] = [];
  const line = (about: object, message: string) => {
    logged.push(`${JSON.stringify(about)} ${message}`);
  };
  const common = {
    botToken,
    // Files lie where the Web API is, and not on the road.
    slackApiUrl: options.overRoad === true ? road.url : sandbox.url,
    admins: options.admins?.map((name) => sandbox.as(name).id),
    ...(options.supportChannel === undefined ? {} : { supportChannel: sandbox.channel(options.supportChannel) }),
  };
  const packs = options.packs ?? builtIn;
  const channelPacks = new Map(
    Object.entries(options.channelPacks ?? {}).map(([name, id]) => [sandbox.channel(name), id]),
  );
  let store = createMemoryStore(() => now);
  const start = async (): Promise<SlackApp> => {
    store = createMemoryStore(() => now);
    const app = createSlackApp({
      settings: mode === 'socket' ? { ...common, mode, appToken } : { ...common, mode, signingSecret, port: 0 },
      troubleshoot:
        options.troubleshoot ??
        ((text, { channel, locale } = {}) =>
          troubleshoot(text, packsFor(locale, packsIn(channel, packs, channelPacks)), now)),
      log: options.log ?? { info: line, warn: line, error: line },
      now: () => now,
      // The sandbox's clock stands, too.
      slackWaitsMs: 60_000,
      dispatcher: options.dispatcher,
      meter: options.meter,
      lookLive: options.lookLive,
      inLanguages: packs.some(({ languages }) => languages.size > 0),
      checklists: packs,
      ownWords: () => ownWords(packs),
      store: options.overStore?.(store) ?? store,
    });
    const started = await app.start();
    if (!started.ok) throw new Error(started.problem);
    if (started.port !== undefined) await sandbox.deliverOverHttp(`http://127.0.0.1:${started.port}/slack/events`);
    return app;
  };
  let app = await start();
  return {
    sandbox,
    road,
    store: () => store,
    logged,
    async restart() {
      await app.stop();
      app = await start();
    },
    async close() {
      await app.stop();
      await sandbox.close();
      road.close();
    },
  };
}

/** The texts that a person sees in the blocks of a message or a view, in order. */
export function shownText(message: unknown): string {
  const texts: string[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('text' in value && typeof value.text === 'string') texts.push(value.text);
    for (const [key, inside] of Object.entries(value)) if (key !== 'text' || typeof inside === 'object') look(inside);
  };
  look(typeof message === 'object' && message !== null && 'blocks' in message ? message.blocks : message);
  return texts.join('');
}

/** The timestamp of what was done; the workspace's refusal fails the test. */
export function tsOf(done: { readonly ok: boolean; readonly ts?: string; readonly error?: string }): string {
  if (done.ts === undefined) throw new Error(done.error ?? 'There is no timestamp.');
  return done.ts;
}

/** Everything that the app sent to Slack, as it crossed the wire. */
export function sent({ sandbox }: World): string {
  const crossings = sandbox.traffic.all().filter(({ direction }) => direction === 'from-app');
  return JSON.stringify(crossings.map(({ body }) => body));
}
