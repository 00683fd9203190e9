import { packageFile } from '../package-file.ts';
import { createClock, type MovableClock } from './clock.ts';
import { type Ack, createPost, type Transport } from './delivery.ts';
import { createEvents } from './events.ts';
import type { JsonObject } from './json.ts';
import { createLive, livePath } from './live.ts';
import type { Sample } from './live-protocol.ts';
import { readManifest } from './manifest.ts';
import { toWire } from './messages.ts';
import { createWorkspace } from './new-workspace.ts';
import { pageFiles } from './page-files.ts';
import { createActs } from './people/acts.ts';
import { type Person, personNamed } from './people/person.ts';
import { listenOnLoopback } from './server.ts';
import { slackRoutes } from './slack-routes.ts';
import { createTraffic, type Traffic } from './traffic.ts';
import { createHttpTransport, verifyRequestUrl } from './transport/http.ts';
import { createSocketMode, socketPath } from './transport/socket.ts';
import { createWebApi } from './web-api/call.ts';
import type { NewMember, Workspace } from './workspace.ts';

export interface SandboxOptions {
  /** The text of the app's `manifest.yml`: scopes, events, commands and shortcuts are as it says. */
  readonly manifest: string;
  /** 3000, or the next free one; 0 takes any. */
  readonly port?: number;
  readonly teamName?: string;
  /** By default Ada Park, whom the page belongs to, and Ben Ruiz. */
  readonly people?: readonly NewMember[];
  /** By default `#api-help`, with the app in it, and `#random` without. */
  readonly channels?: readonly { readonly name: string; readonly topic?: string; readonly withApp?: boolean }[];
  /** Where the clock starts, in ms since the epoch, and whether it stands still until it is moved. */
  readonly clock?: { readonly start?: number; readonly frozen?: boolean };
  /** Off only where a test is about something else. */
  readonly rateLimits?: boolean;
  /** Texts that one click in the page puts into the composer. */
  readonly samples?: readonly Sample[];
  /** One sentence in the page that says what to do there; by default the app's description. */
  readonly invitation?: string;
  /** The folder of the built page, where it is not `dist/page`. */
  readonly page?: string;
}

/** A small Slack on loopback. Everything that is read from it is a copy in Slack's own form. */
export interface Sandbox {
  /** The root of the Web API, with a slash at its end, for `clientOptions.slackApiUrl`. */
  readonly url: string;
  /** Where a browser finds the workspace. */
  readonly pageUrl: string;
  readonly appToken: string;
  readonly botToken: string;
  readonly signingSecret: string;
  /** For an app that is installed over OAuth, at `/oauth/v2/authorize`. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly bot: { readonly userId: string; readonly botId: string; readonly appId: string };
  readonly team: { readonly id: string; readonly name: string };
  readonly clock: MovableClock;
  readonly traffic: Traffic;
  /** The person of that name, to act and to look as them. Throws where there is none. */
  as(name: string): Person;
  /** The id of `#name`. Throws where there is none. */
  channel(name: string): string;
  /** Every message of a channel that is not a reply, oldest first. */
  messages(channel: string): readonly JsonObject[];
  /** A thread's first message and its replies. */
  thread(channel: string, ts: string): readonly JsonObject[];
  /**
   * Looks again after every change until there is something to see, and answers it. Rejects after `ms` of the machine's
   * time, 30,000 by default, naming `what` was awaited.
   */
  until<T>(look: () => T | undefined, what?: string, ms?: number): Promise<T>;
  /** From now on events go to this URL over signed HTTP. Rejects where the URL does not answer the challenge. */
  deliverOverHttp(requestUrl: string): Promise<void>;
  /** Sends any event by hand; with the same `eventId` twice it is a duplicate. Answers when it is settled. */
  sendEvent(event: JsonObject, eventId?: string): Promise<Ack>;
  readonly socket: {
    connections(): number;
    refresh(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
    cut(): void;
  };
  close(): Promise<void>;
}

const defaultPeople = [
  { name: 'ada', realName: 'Ada Park' },
  { name: 'ben', realName: 'Ben Ruiz' },
];
const defaultChannels = [
  { name: 'api-help', topic: 'Questions about the API', withApp: true },
  { name: 'random', topic: '', withApp: false },
];

/**
 * Starts a workspace with the app installed from its manifest. Socket Mode is served where the manifest enables it;
 * signed HTTP from {@link Sandbox.deliverOverHttp} on. Rejects where the manifest is not valid or no port is free.
 *
 * With Bolt: `new App({ token: sandbox.botToken, appToken: sandbox.appToken, socketMode: true, clientOptions: {
 * slackApiUrl: sandbox.url } })`. A `SocketModeReceiver` made by hand takes the same `clientOptions` inside its
 * `installerOptions`, or it asks the real Slack for its connection.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock = createClock(options.clock);
  const workspace = createWorkspace({
    clock,
    manifest: readManifest(options.manifest),
    teamName: options.teamName ?? 'Local workspace',
    people: options.people ?? defaultPeople,
    channels: options.channels ?? defaultChannels,
  });
  const traffic = createTraffic(clock);
  const socketMode = createSocketMode(workspace, traffic);
  let transport: Transport = socketMode;
  const post = createPost(workspace, traffic, () => transport);
  const events = createEvents(workspace, post);
  const slack = { workspace, events, socketMode };
  const acts = createActs(slack, post);
  const webApi = createWebApi(slack, traffic, options.rateLimits !== false);

  const live = createLive({
    workspace,
    acts,
    traffic,
    connections: () => socketMode.connections(),
    samples: options.samples ?? [],
    invitation: options.invitation ?? workspace.app.manifest.description,
  });
  const page = await pageFiles(options.page ?? packageFile('dist/page'));

  const server = await listenOnLoopback(
    options.port ?? 3000,
    [...slackRoutes(slack, webApi, traffic), page],
    (request, socket, head) => {
      const path = request.url ?? '';
      const taker = path.startsWith(socketPath) ? socketMode : path.startsWith(livePath) ? live : undefined;
      taker?.upgrade(request, socket, head);
      return taker !== undefined;
    },
  );
  workspace.origin = `http://127.0.0.1:${server.port}`;
  const { app, team } = workspace;

  return {
    url: `${workspace.origin}/api/`,
    pageUrl: `http://localhost:${server.port}/`,
    appToken: app.appToken,
    botToken: app.botToken,
    signingSecret: app.signingSecret,
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    bot: { userId: app.botUserId, botId: app.botId, appId: app.id },
    team,
    clock,
    traffic,
    as: (name) => personNamed(workspace, acts, name),
    channel(name) {
      const found = [...workspace.conversations.values()].find((one) => one.kind === 'channel' && one.name === name);
      if (found === undefined) throw new Error(`There is no channel #${name}.`);
      return found.id;
    },
    messages(channel) {
      const all = [...(workspace.conversations.get(channel)?.messages.values() ?? [])];
      return all.filter((message) => message.threadTs === undefined).map((message) => toWire(workspace, message));
    },
    thread(channel, ts) {
      const conversation = workspace.conversations.get(channel);
      const all = [ts, ...(conversation?.threads.get(ts) ?? [])];
      return all.flatMap((one) => conversation?.messages.get(one) ?? []).map((message) => toWire(workspace, message));
    },
    until: (look, what, ms) => until(workspace, look, what, ms),
    async deliverOverHttp(requestUrl) {
      if (!(await verifyRequestUrl(workspace, requestUrl))) {
        throw new Error(`${requestUrl} didn't respond with the value of the challenge parameter.`);
      }
      transport = createHttpTransport(workspace, requestUrl);
    },
    sendEvent: (event, eventId) => events.send(event, eventId),
    socket: {
      connections: () => socketMode.connections(),
      refresh: (reason) => socketMode.refresh(reason),
      cut: () => socketMode.cut(),
    },
    async close() {
      clock.stop();
      live.close();
      await socketMode.close();
      await server.close();
    },
  };
}

function until<T>(
  workspace: Workspace,
  look: () => T | undefined,
  what = 'what was looked for',
  ms = 30_000,
): Promise<T> {
  const seen = look();
  if (seen !== undefined) return Promise.resolve(seen);
  return new Promise((resolve, reject) => {
    const forget = workspace.watch(() => {
      const found = look();
      if (found === undefined) return;
      settle();
      resolve(found);
    });
    const timer = setTimeout(() => {
      settle();
      reject(new Error(`Waited ${ms} ms for ${what}.`));
    }, ms);
    const settle = () => {
      clearTimeout(timer);
      forget();
    };
  });
}
