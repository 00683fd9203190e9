import { setTimeout as delay } from 'node:timers/promises';
import { App, type webApi } from '@slack/bolt';
import { type Dispatcher, getGlobalDispatcher } from 'undici';
import type { Store } from '../store/store.ts';
import { createAnswers } from './answers.ts';
import { onFinishedRequest, onTypedRequest } from './buttons/finished-request.ts';
import { onNextCheck } from './buttons/next-check.ts';
import { onOutcome } from './buttons/outcome.ts';
import { onShare } from './buttons/share.ts';
import { onSupportRequest } from './buttons/support-request.ts';
import { createDelivering } from './delivery/delivering.ts';
import { createHttpReceiver, keepAliveMs } from './delivery/http-receiver.ts';
import { createOnce } from './delivery/once.ts';
import { createOutbox } from './delivery/outbox.ts';
import { slackWaitsMs } from './delivery/slack-waits.ts';
import { createSocketReceiver } from './delivery/socket-receiver.ts';
import { measure, metered, withDelivery } from './delivery/under-way.ts';
import type { Checklist, Desk, Troubleshoot } from './desk.ts';
import { createDrafts } from './drafts.ts';
import { healthRoutes } from './health.ts';
import { isNotInstalled } from './installation/installations.ts';
import { installerOf } from './installation/installing.ts';
import { scopes } from './installation/scopes.ts';
import { onUninstalled } from './installation/uninstalled.ts';
import { createLater } from './later.ts';
import { createLatest } from './latest.ts';
import type { LookLive } from './live-addition.ts';
import { createLocales, localeScope, noLocales } from './locales.ts';
import { boltLogger, describeError, type Log } from './log.ts';
import { type Meter, noMeter } from './meter.ts';
import { createWithoutRetries } from './outgoing/clients.ts';
import { fetchThrough, patientFetch, webFetch } from './outgoing/fetch.ts';
import { createGuard } from './outgoing/guard.ts';
import { createOutgoing } from './outgoing/outgoing.ts';
import { createPatientPost } from './outgoing/patient-post.ts';
import { createRate } from './outgoing/rate.ts';
import type { SlackSettings } from './slack-settings.ts';
import { slackErrorOf } from './trouble.ts';
import { onCommand } from './ways-in/command.ts';
import { onDirectMessage } from './ways-in/direct-message.ts';
import { onHome } from './ways-in/home.ts';
import { onMention } from './ways-in/mention.ts';
import { onMessageShortcut } from './ways-in/message-shortcut.ts';
import { onPane } from './ways-in/pane.ts';
import { onPasteForm } from './ways-in/paste-form.ts';

export interface SlackAppOptions {
  readonly settings: SlackSettings;
  /** `troubleshoot`, bound to the packs and the clock. */
  readonly troubleshoot: Troubleshoot;
  readonly log: Log;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The packs, for the Home tab. */
  readonly checklists: readonly Checklist[];
  /** All that the packs can say: a password that is a word of it keeps nobody from an answer. */
  readonly ownWords?: () => string;
  /** Whether a checklist has more than one language: then Slack is asked for people's locales. */
  readonly inLanguages?: boolean;
  /** Looks at the outside after an answer is out; without it nothing is looked at. */
  readonly lookLive?: LookLive;
  /** Closed by whoever opened it, after the app has stopped. */
  readonly store: Store;
  /** What all requests to Slack go through; without it they go straight there. */
  readonly dispatcher?: Dispatcher;
  /** Hears what is worth a number. */
  readonly meter?: Meter;
  /** How long Slack waits for an acknowledgement, in milliseconds: another Slack may be more patient. */
  readonly slackWaitsMs?: number;
}

export type Started =
  | {
      readonly ok: true;
      /** Where Slack's requests are heard, in HTTP mode. */
      readonly port?: number;
    }
  /** A sentence that names what to do. */
  | { readonly ok: false; readonly problem: string };

export interface SlackApp {
  /** Connects. In HTTP mode it serves `/slack/events`, `/healthz` and `/readyz`. Whatever goes wrong comes back as a sentence; nothing is thrown. */
  start(): Promise<Started>;
  /** Whether Slack's deliveries are heard at this moment. */
  isReady(): boolean;
  /** Hears nothing new, and waits, ten seconds at most, for the answers that are under way. */
  stop(): Promise<void>;
}

/** How many answers and messages are remembered; an answer takes about 5 kB, packed. */
const remembered = { answers: 1_000, drafts: 1_000, once: 20_000, replies: 2_000 };

/** Of one person. A script that asks for more is better off with the command line. */
const questionsPerMinute = 20;

/** How long an answer may wait for the language of its reader, in milliseconds. */
const localeWithinMs = 1_000;

/** How long a thread or a file's description may take to come while a paste is held, in milliseconds. */
const readWithinMs = 10_000;

/** How long a stop waits for what is under way, in milliseconds. */
const graceMs = 10_000;

/** What Slack cannot do now (5xx) is tried again for about a minute. */
const patience: webApi.WebClientOptions['retryConfig'] = { retries: 8, factor: 2, minTimeout: 500, maxTimeout: 15_000 };

const ways = [
  onCommand,
  onPasteForm,
  onMention,
  onDirectMessage,
  onMessageShortcut,
  onShare,
  onNextCheck,
  onOutcome,
  onSupportRequest,
  onFinishedRequest,
  onTypedRequest,
  onHome,
  onPane,
  onUninstalled,
];

/**
 * Stepwise in one Slack workspace: every way in, in front of the one path from text to answer. Nothing is read from the
 * environment, and nothing is kept but the latest sealed answers, in memory.
 */
export function createSlackApp(options: SlackAppOptions): SlackApp {
  const { settings, troubleshoot, now, checklists, store } = options;
  const { dispatcher = getGlobalDispatcher(), meter = noMeter, inLanguages = false, ownWords = () => '' } = options;
  const log = withDelivery(options.log);
  let running = false;
  const logger = boltLogger(log);
  const web = clientOptions(settings, dispatcher, meter, logger);
  const receiver =
    settings.mode === 'socket'
      ? createSocketReceiver({ appToken: settings.appToken, clientOptions: web, dispatcher, logger, log })
      : createHttpReceiver({
          signingSecret: settings.signingSecret,
          customRoutes: healthRoutes(() => running),
          logger,
          installer: installerOf(settings, web, store.installations, inLanguages ? [...scopes, localeScope] : scopes),
        });
  const app = new App({
    token: settings.botToken,
    receiver,
    clientOptions: { ...web, fetch: patientFetch(web.fetch), rejectRateLimitedCalls: true },
    logger,
    // What is remembered is in answers.ts; Bolt would look for more with each delivery.
    convoStore: false,
    // So that a wrong token is told at the start rather than thrown.
    deferInitialization: true,
  });
  const holdsSecret = createGuard(log, meter, ownWords);
  const outbox = createOutbox();
  const desk: Desk = {
    settings,
    troubleshoot,
    out: createOutgoing(log, holdsSecret, createPatientPost(createWithoutRetries(web))),
    outbox,
    withoutRetries: createWithoutRetries({ ...web, timeout: readWithinMs }),
    holdsSecret,
    answers: createAnswers(remembered.answers, store.answers, holdsSecret, log),
    drafts: createDrafts(remembered.drafts, store.answers, holdsSecret, log),
    once: createOnce(remembered.once),
    replies: createLatest(remembered.replies),
    latestAnswers: createLatest(remembered.replies),
    lookLive: options.lookLive,
    later: createLater(log),
    rate: createRate(questionsPerMinute, now, () => meter.dropped('too-many')),
    locales: inLanguages ? createLocales(createWithoutRetries({ ...web, timeout: localeWithinMs }), now) : noLocales,
    log,
    now,
    checklists,
    store: { ...store, counts: metered(store.counts, meter) },
    fetch: fetchThrough(dispatcher),
  };
  const { allowedTeams } = settings;
  const oneWorkspace = settings.botToken !== undefined;
  const delivering = createDelivering({
    deliveries: store.deliveries,
    allowedTeams,
    oneWorkspace,
    outbox,
    slackWaitsMs: options.slackWaitsMs ?? slackWaitsMs,
    log,
    meter,
  });
  const answer = app.processEvent.bind(app);
  app.processEvent = measure(meter, log, (event) => delivering.deliver(event, answer));
  for (const way of ways) way(app, desk);
  app.error(async (error) => {
    // Nobody is there to be answered, however often Slack says it.
    if (isNotInstalled(error)) return log.warn({}, 'A delivery came from where Stepwise is not installed.');
    log.error({ error: describeError(error), slack: slackErrorOf(error) }, 'A delivery from Slack failed.');
    throw error;
  });

  const isReady = (): boolean => running && (!('isConnected' in receiver) || receiver.isConnected());
  return {
    isReady,
    async start() {
      try {
        await app.init();
        const port = settings.mode === 'http' ? settings.port : 0;
        const server = await app.start(port, { keepAliveTimeout: keepAliveMs });
        running = true;
        const address = settings.mode === 'http' && 'address' in server ? server.address() : null;
        return { ok: true, port: typeof address === 'object' && address !== null ? address.port : undefined };
      } catch (error) {
        return { ok: false, problem: whyNotStarted(error) };
      }
    },
    async stop() {
      if (running) {
        // Not ready from now on, so that a load balancer sends nothing new.
        running = false;
        const late = delay(graceMs, undefined, { ref: false });
        // What is answered is acknowledged over what is still open.
        await Promise.race([delivering.drain(), late]);
        await Promise.race([desk.later.settled(), late]);
        await Promise.race([app.stop(), late]);
      }
    },
  };
}

/** Without our logger, a client writes what goes wrong to standard error, past the last look. */
function clientOptions(
  { slackApiUrl }: SlackSettings,
  dispatcher: Dispatcher,
  meter: Meter,
  logger: webApi.WebClientOptions['logger'],
) {
  return { slackApiUrl, fetch: webFetch(dispatcher, meter), retryConfig: patience, logger };
}

const tokenErrors: ReadonlySet<string> = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked']);

function whyNotStarted(error: unknown): string {
  const slack = slackErrorOf(error);
  if (slack !== undefined && tokenErrors.has(slack)) {
    return `Slack refuses a token (${slack}). Copy SLACK_BOT_TOKEN from “OAuth & Permissions”, and SLACK_APP_TOKEN from “Basic Information”, once more.`;
  }
  if (slack !== undefined) return `Slack refuses to connect: ${slack}.`;
  if (error instanceof Error && 'syscall' in error && error.syscall === 'listen') {
    return `PORT cannot be opened (${describeError(error)}): it is taken, or not for everybody. Choose another.`;
  }
  return `Slack cannot be reached (${describeError(error)}). Look at the network between here and slack.com.`;
}
