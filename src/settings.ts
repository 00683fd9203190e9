import type { OpsSettings } from './ops-server.ts';
import type { ProxySettings } from './proxy.ts';
import { type Given, type LogLevel, variables } from './settings-table.ts';
import type { SlackSettings } from './slack/slack-settings.ts';
import type { StoreSettings } from './store/open.ts';

/** What Stepwise is told by its environment. Nothing else reads the environment. */
export interface Settings {
  /** Missing where no Slack setting is given: then the local workspace starts instead. */
  readonly slack?: SlackSettings;
  readonly store: StoreSettings;
  /** A folder of a team's own packs. */
  readonly packsDir?: string;
  /** The id of the pack that answers whatever a paste looks like. */
  readonly pack?: string;
  /** By the id of a channel, the id of the pack that answers there where a paste does not tell. */
  readonly channelPacks: ReadonlyMap<string, string>;
  readonly port: number;
  /** Where the process is watched from. Missing where it is not. */
  readonly ops?: OpsSettings;
  readonly proxy: ProxySettings;
  /** Whether hosts that a checklist lists for it are looked at over the network. */
  readonly liveChecks: boolean;
  readonly logLevel: LogLevel;
}

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What is given, without the blanks that copying leaves around it: an empty variable is not, since `.env` files leave them so;
 * proxies are written in small letters too.
 */
export function givenOf(environment: Environment): Environment {
  const trimmed = Object.entries(environment).map(([name, value]) => [name, value?.trim()] as const);
  const given = Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
  const either = (name: string) => [name, given[name] ?? given[name.toLowerCase()]] as const;
  return { ...given, ...Object.fromEntries(['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'].map(either)) };
}

/**
 * Reads the settings, or lists everything that is wrong with them at once, each in a sentence that names the variable
 * and what to do. No value is repeated: most of them are secrets.
 */
export function readSettings(environment: Environment): SettingsResult {
  const given = givenOf(environment);
  const parsed = variables.safeParse(given);
  const slackProblems = missingSlackSettings(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    return { ok: false, problems: [...problems, ...slackProblems] };
  }
  if (slackProblems.length > 0) return { ok: false, problems: slackProblems };
  const { PACKS_DIR, PACK, PORT, OPS_HOST, OPS_PORT, HTTPS_PROXY, HTTP_PROXY, NO_PROXY, LOG_LEVEL } = parsed.data;
  return {
    ok: true,
    settings: {
      slack: slackSettings(parsed.data),
      store: storeSettings(parsed.data),
      packsDir: PACKS_DIR,
      pack: PACK,
      channelPacks: parsed.data.CHANNEL_PACKS ?? new Map(),
      port: PORT,
      ops: OPS_PORT === undefined ? undefined : { host: OPS_HOST, port: OPS_PORT },
      proxy: { https: HTTPS_PROXY, http: HTTP_PROXY, except: NO_PROXY },
      liveChecks: parsed.data.LIVE_CHECKS === 'on',
      logLevel: LOG_LEVEL,
    },
  };
}

function missingSlackSettings(given: Environment): readonly string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = given;
  if ((given.SLACK_CLIENT_ID ?? given.SLACK_CLIENT_SECRET) !== undefined) return missingForMany(given);
  const problems: string[] = [];
  if (bot === undefined && (app ?? secret) !== undefined) {
    problems.push(
      'SLACK_BOT_TOKEN is missing. Copy it from “OAuth & Permissions” of your app, after you installed it.',
    );
  }
  if (bot !== undefined && app === undefined && secret === undefined) {
    problems.push(
      'SLACK_APP_TOKEN is missing (for Socket Mode, which needs no public address), or SLACK_SIGNING_SECRET (for HTTP). Give one of them.',
    );
  }
  return problems;
}

/** Many workspaces install one app, each with a token of its own, which the store keeps. */
function missingForMany(given: Environment): readonly string[] {
  const problems: string[] = [];
  for (const name of ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET']) {
    if (given[name] !== undefined) continue;
    problems.push(`${name} is missing. Copy it from “Basic Information”, “App Credentials”.`);
  }
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']) {
    if (given[name] === undefined) continue;
    problems.push(`${name} is for one workspace, and SLACK_CLIENT_ID for many. Leave one of them empty.`);
  }
  if (given.STORE_KEY === undefined) {
    problems.push('STORE_KEY is missing: it seals the tokens of the workspaces. `openssl rand -hex 32` makes one.');
  }
  if ((given.DATABASE_URL ?? given.DATA_DIR) === undefined) {
    problems.push('DATABASE_URL is missing (or DATA_DIR): the tokens of the workspaces are kept there.');
  }
  return problems;
}

function slackSettings(given: Given): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, PUBLIC_URL: publicUrl, PORT: port } = given;
  const common = {
    supportChannel: given.SLACK_SUPPORT_CHANNEL,
    admins: given.ADMINS,
    allowedTeams: given.ALLOWED_TEAMS,
    slackApiUrl: given.SLACK_API_URL,
  };
  if (clientId !== undefined && clientSecret !== undefined && signingSecret !== undefined) {
    return { ...common, mode: 'http', signingSecret, port, install: { clientId, clientSecret, publicUrl } };
  }
  if (botToken === undefined) return undefined;
  if (appToken !== undefined) return { ...common, botToken, mode: 'socket', appToken };
  return signingSecret === undefined ? undefined : { ...common, botToken, mode: 'http', signingSecret, port };
}

const hourMs = 60 * 60 * 1000;

function storeSettings(given: Given): StoreSettings {
  return {
    place: placeOf(given),
    retention: {
      answers: given.KEEP_ANSWERS_HOURS * hourMs,
      deliveries: given.KEEP_DELIVERIES_HOURS * hourMs,
      counts: given.KEEP_COUNTS_WEEKS * 7 * 24 * hourMs,
    },
    keys: given.STORE_KEY,
  };
}

function placeOf({ DATABASE_URL: url, DATA_DIR: path }: Given): StoreSettings['place'] {
  if (url !== undefined) return { kind: 'postgres', url };
  return path === undefined ? { kind: 'memory' } : { kind: 'folder', path };
}
