import { setFlagsFromString } from 'node:v8';
import { readConfiguration } from './configuration.ts';
import { readEnvFile } from './env-file.ts';
import { openLiveChecks } from './live/checks.ts';
import { createLatestSeen, createLog, type LatestSeen } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { startOpsServer } from './ops-server.ts';
import { ownWords } from './packs/own-words.ts';
import { packsFor, packsIn } from './packs-at-hand.ts';
import { createDispatcher } from './proxy.ts';
import type { Settings } from './settings.ts';
import { createSlackApp, type SlackApp, type SlackAppOptions } from './slack/app.ts';
import { describeError, type Log } from './slack/log.ts';
import { openStore } from './store/open.ts';
import { type Packs, troubleshoot } from './troubleshoot.ts';

/** What runs until the process is told to stop. */
type Running =
  | { readonly ok: true; readonly hello: string; readonly stop: () => Promise<void> }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Which pastes the log watches out for: one of half a megabyte that is nothing but tokens takes 20 MB. */
const watchedFor = { pastes: 32, bytes: 24 * 1024 * 1024 };

/** How long answers under way may take when the process is told to stop, in ms. */
const patience = 12_000;

const notYet = 'Stepwise cannot start yet. Mend this first:';

/** After how long without an answer from Slack the person who started Stepwise is told so, in ms. */
const silence = 10_000;

async function main(): Promise<void> {
  // 50 MB of the heap are in use. Left alone, V8 lets it grow to many times of that before it clears up.
  setFlagsFromString('--optimize-for-size');
  // What an answer leaves behind dies young: a small nursery, emptied more often, holds it as well.
  setFlagsFromString('--semi-space-growth-factor=1');
  const { problem } = readEnvFile();
  if (problem !== undefined) return refuse(notYet, [problem]);
  const read = await readConfiguration(process.env);
  if (!read.ok) return refuse(notYet, read.problems);
  const { settings, packs } = read;
  const latest = createLatestSeen(watchedFor);
  const metrics = createMetrics();
  const onWithheld = metrics.meter.withheld;
  const log = createLog(settings.slack === undefined ? 'error' : settings.logLevel, { latest, onWithheld });
  endOnFaults(log);
  const signals = stopOnSignals();
  const running = await start(settings, packs, { log, latest, metrics });
  if (!running.ok) return refuse('Stepwise cannot start:', running.problems);
  say(running.hello);
  signals.stopBy(running.stop);
}

/** What tells of what happens, and what it may never tell. */
interface Watching {
  readonly log: Log;
  readonly latest: LatestSeen;
  readonly metrics: Metrics;
}

async function start(settings: Settings, packs: Packs, { log, latest, metrics }: Watching): Promise<Running> {
  const store = openStore(settings.store, {
    onLost(error) {
      metrics.store.lost();
      log.error({ error: describeError(error) }, 'The store cannot be reached. Answering from memory until it can.');
    },
    onBack() {
      metrics.store.back();
      log.info({}, 'The store can be reached again.');
    },
    now: () => Date.now(),
  });
  const live = settings.liveChecks ? openLiveChecks(packs, settings.proxy, () => Date.now()) : undefined;
  const app: Omit<SlackAppOptions, 'settings'> = {
    troubleshoot(text, { channel, locale } = {}) {
      const asked = packsFor(locale, packsIn(channel, packs, settings.channelPacks));
      const answered = troubleshoot(text, asked, Date.now(), settings.pack);
      latest.note(answered.seen);
      return answered;
    },
    log,
    now: () => Date.now(),
    checklists: packs,
    ownWords: () => ownWords(packs),
    inLanguages: packs.some(({ languages }) => languages.size > 0),
    store,
    meter: metrics.meter,
    lookLive: live?.look,
  };
  const running = await startWhereSet(settings, packs, app, metrics);
  const close = async (): Promise<void> => {
    await live?.close();
    await store.close();
  };
  if (!running.ok) {
    await close();
    return running;
  }
  return {
    ok: true,
    hello: live === undefined ? running.hello : `${running.hello}\nLive checks may ask ${live.hosts.join(', ')}.`,
    async stop() {
      try {
        await running.stop();
      } finally {
        await close();
      }
    },
  };
}

/** In Slack, or in a workspace of its own where there are no settings for Slack. */
async function startWhereSet(
  settings: Settings,
  packs: Packs,
  app: Omit<SlackAppOptions, 'settings'>,
  metrics: Metrics,
): Promise<Running> {
  if (settings.slack === undefined) return startLocally(settings.port, packs, app);
  const dispatcher = createDispatcher(settings.proxy);
  const slackApp = createSlackApp({ ...app, dispatcher, settings: settings.slack });
  return startInSlack(slackApp, settings, metrics);
}

async function startInSlack(slackApp: SlackApp, { ops }: Settings, metrics: Metrics): Promise<Running> {
  metrics.watchReady(slackApp.isReady);
  const watched = await startWatched(slackApp, ops, metrics);
  if (!watched.ok) return watched;
  const reminder = setTimeout(
    () => process.stderr.write('Slack does not answer yet. Check the network of this machine. Still trying.\n'),
    silence,
  );
  const started = await slackApp.start().finally(() => clearTimeout(reminder));
  if (!started.ok) {
    await watched.close();
    return { ok: false, problems: [started.problem] };
  }
  const way = started.port === undefined ? 'over Socket Mode' : `over HTTP on port ${started.port}`;
  return {
    ok: true,
    hello: `Stepwise is connected to Slack ${way}.${watched.hello}`,
    // Whoever watches sees that it is not ready any more until the last answer is out.
    stop: () => slackApp.stop().finally(watched.close),
  };
}

type Watched =
  | { readonly ok: true; readonly hello: string; readonly close: () => Promise<void> }
  | { readonly ok: false; readonly problems: readonly string[] };

async function startWatched({ isReady }: SlackApp, ops: Settings['ops'], { read }: Metrics): Promise<Watched> {
  if (ops === undefined) return { ok: true, hello: '', close: async () => {} };
  try {
    const { port, close } = await startOpsServer({ ...ops, isReady, metrics: read });
    return { ok: true, hello: ` Health and metrics are on ${ops.host}, port ${port}.`, close };
  } catch (error) {
    return {
      ok: false,
      problems: [`OPS_PORT cannot be opened on OPS_HOST (${describeError(error)}). Choose another.`],
    };
  }
}

/** Only the local workspace needs the small Slack, and a production image need not carry it. */
async function startLocally(port: number, packs: Packs, app: Omit<SlackAppOptions, 'settings'>): Promise<Running> {
  const local = await import('./local-workspace.ts').catch((error: unknown) => {
    if (isModuleMissing(error)) return undefined;
    throw error;
  });
  if (local === undefined) {
    return { ok: false, problems: ['SLACK_BOT_TOKEN is missing, and this installation has no local workspace.'] };
  }
  const started = await local.startLocalWorkspace(port, packs, app);
  if (!started.ok) return { ok: false, problems: [started.problem] };
  const { workspace } = started;
  return {
    ok: true,
    hello: `There are no Slack settings, so here is a workspace on your own machine: ${workspace.url}\nPress Ctrl-C to stop it. To connect a real Slack, see “Connect it to your Slack” in README.md.`,
    stop: () => workspace.stop(),
  };
}

function isModuleMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}

interface Signals {
  /** From now on there is something that has to come to its end. */
  stopBy(stop: () => Promise<void>): void;
}

/**
 * Listens from the start: as the first process of a container Stepwise gets no signal that it does not listen to, and Slack
 * may be out of reach for long.
 */
function stopOnSignals(): Signals {
  let stop: (() => Promise<void>) | undefined;
  let isStopping = false;
  const onSignal = (): void => {
    // Nothing was begun yet; and a second Ctrl-C is meant.
    if (stop === undefined || isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    stopBy(given) {
      stop = given;
    },
  };
}

/**
 * What nobody caught ends the process, as it would without this; but Node would write the error out, with its message and
 * all that hangs on it, and there may be a paste in that.
 */
function endOnFaults(log: Log): void {
  process.on('uncaughtException', (error: unknown) => {
    log.error({ error: describeError(error) }, 'Something went wrong that nobody caught, and the process ends.');
    process.exit(1);
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function refuse(headline: string, problems: readonly string[]): void {
  process.stderr.write(`${headline}\n${problems.map((problem) => `  - ${problem}`).join('\n')}\n`);
  process.exitCode = 2;
}

main().catch((error: unknown) =>
  refuse('Stepwise stopped:', [`Something went wrong that should not have (${describeError(error)}). Start it again.`]),
);
