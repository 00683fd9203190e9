import { z } from 'zod';
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
  readonly port: number;
  readonly logLevel: LogLevel;
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type SettingsResult =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}.`;
  return z.coerce.number(error).int(error).min(least, error).max(most, error);
}

/** A variable of the environment. An empty one counts as not given, since `.env` files leave them so. */
const variables = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'must start with xoxb-. Copy it from “OAuth & Permissions” of your app, after you installed it.')
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(
      /^xapp-/,
      'must start with xapp-. Make it under “Basic Information”, “App-Level Tokens”, with the scope connections:write.',
    )
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits. Copy it from “Basic Information”, “App Credentials”.')
    .optional(),
  SLACK_SUPPORT_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/, 'must be the id of a channel, such as C0123456789. Copy it from the channel’s details.')
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, 'must be two numbers with a dot between. Copy it from “Basic Information”, “App Credentials”.')
    .optional(),
  SLACK_CLIENT_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits. Copy it from “Basic Information”, “App Credentials”.')
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https$/, error: 'must be an address that starts with https://, where Slack reaches Stepwise.' })
    .optional(),
  ALLOWED_TEAMS: z
    .string()
    .regex(
      /^\s*[TE][A-Z0-9]+(\s*,\s*[TE][A-Z0-9]+)*\s*$/,
      'must list ids of workspaces (T…) or organizations (E…) with commas between.',
    )
    .transform((list) => list.split(',').map((id) => id.trim()))
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must be the address of a Postgres database and start with postgres://.')
    .optional(),
  DATA_DIR: z.string().optional(),
  STORE_KEY: z
    .string()
    .regex(
      /^\s*[0-9a-f]{64}(\s*,\s*[0-9a-f]{64})*\s*$/i,
      'must be 64 hexadecimal digits, which `openssl rand -hex 32` prints; or several with commas between, the newest first.',
    )
    .transform((list) => list.split(',').map((key) => Buffer.from(key.trim(), 'hex')))
    .default([]),
  KEEP_DELIVERIES_HOURS: wholeNumber(2, 24 * 30).default(24),
  KEEP_COUNTS_WEEKS: wholeNumber(1, 520).default(26),
  PACKS_DIR: z.string().optional(),
  PACK: z.string().optional(),
  PORT: wholeNumber(0, 65_535).default(3000),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}.`).default('info'),
});

/**
 * Reads the settings, or lists everything that is wrong with them at once, each in a sentence that names the variable
 * and what to do. No value is repeated: most of them are secrets.
 */
export function readSettings(environment: Environment): SettingsResult {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  const slackProblems = missingSlackSettings(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    return { ok: false, problems: [...problems, ...slackProblems] };
  }
  if (slackProblems.length > 0) return { ok: false, problems: slackProblems };
  const { PACKS_DIR, PACK, PORT, LOG_LEVEL } = parsed.data;
  return {
    ok: true,
    settings: {
      slack: slackSettings(parsed.data),
      store: storeSettings(parsed.data),
      packsDir: PACKS_DIR,
      pack: PACK,
      port: PORT,
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

type Given = z.infer<typeof variables>;

function slackSettings(given: Given): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, PUBLIC_URL: publicUrl, PORT: port } = given;
  const common = { supportChannel: given.SLACK_SUPPORT_CHANNEL, allowedTeams: given.ALLOWED_TEAMS };
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
