import { z } from 'zod';
import type { SlackSettings } from './slack/slack-settings.ts';

/** What Stepwise is told by its environment. Nothing else reads the environment. */
export interface Settings {
  /** Missing where no Slack setting is given: then the local workspace starts instead. */
  readonly slack?: SlackSettings;
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
  PACKS_DIR: z.string().optional(),
  PACK: z.string().optional(),
  PORT: z.coerce
    .number('must be a number from 0 to 65535.')
    .int('must be a number from 0 to 65535.')
    .min(0, 'must be a number from 0 to 65535.')
    .max(65_535, 'must be a number from 0 to 65535.')
    .default(3000),
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
    settings: { slack: slackSettings(parsed.data), packsDir: PACKS_DIR, pack: PACK, port: PORT, logLevel: LOG_LEVEL },
  };
}

function missingSlackSettings(given: Environment): readonly string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = given;
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

function slackSettings(given: z.infer<typeof variables>): SlackSettings | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  if (botToken === undefined) return undefined;
  const both = { botToken, supportChannel: given.SLACK_SUPPORT_CHANNEL };
  if (appToken !== undefined) return { ...both, mode: 'socket', appToken };
  return signingSecret === undefined ? undefined : { ...both, mode: 'http', signingSecret, port: given.PORT };
}
