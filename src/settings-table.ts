import { z } from 'zod';

/** What a person is told of a setting. */
interface About {
  readonly section: string;
  /** Sentences, first what it is and where to find it. */
  readonly does: string;
  /** Whether its value must not be shown. */
  readonly secret?: boolean;
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const about = z.registry<About>();

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}.`;
  return z.coerce.number(error).int(error).min(least, error).max(most, error);
}

function proxy() {
  const error = 'must be the address of a proxy, such as http://proxy.example:3128.';
  return z.url({ protocol: /^https?$/, error }).optional();
}

const oneWorkspace = 'One workspace';
const manyWorkspaces = 'Many workspaces (HTTP only, instead of SLACK_BOT_TOKEN)';
const store = 'Store: deliveries answered, counts, installations; never a paste';
const checklists = 'Checklists';
const operation = 'Operation';

/**
 * Every variable of the environment that Stepwise reads, how it must look, and what it is for: `.env.example` and
 * `stepwise settings` are made from this.
 */
export const variables = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'must start with xoxb-. Copy it from “OAuth & Permissions” of your app, after you installed it.')
    .optional()
    .register(about, {
      section: oneWorkspace,
      secret: true,
      does: '“OAuth & Permissions” of your app, after you installed it to your workspace. Starts with xoxb-.',
    }),
  SLACK_APP_TOKEN: z
    .string()
    .regex(
      /^xapp-/,
      'must start with xapp-. Make it under “Basic Information”, “App-Level Tokens”, with the scope connections:write.',
    )
    .optional()
    .register(about, {
      section: oneWorkspace,
      secret: true,
      does: 'Socket Mode, which needs no public address: “Basic Information”, “App-Level Tokens”, scope connections:write. Starts with xapp-.',
    }),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits. Copy it from “Basic Information”, “App Credentials”.')
    .optional()
    .register(about, {
      section: oneWorkspace,
      secret: true,
      does: 'HTTP instead of Socket Mode, used when there is no app token: “Basic Information”, “App Credentials”.',
    }),
  SLACK_SUPPORT_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/, 'must be the id of a channel, such as C0123456789. Copy it from the channel’s details.')
    .optional()
    .register(about, {
      section: oneWorkspace,
      does: 'The id of a channel, C…, that finished support requests are also posted to. Leave empty for none.',
    }),
  ADMINS: z
    .string()
    .regex(/^\s*[UW][A-Z0-9]+(\s*,\s*[UW][A-Z0-9]+)*\s*$/, 'must list ids of people (U…) with commas between.')
    .transform((list) => list.split(',').map((id) => id.trim()))
    .optional()
    .register(about, {
      section: oneWorkspace,
      does: 'Ids of people, U… (“Copy member ID” in their profile), with commas between: they see in the Home tab what people stumble over, in numbers. Empty: nobody does.',
    }),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\d+$/, 'must be two numbers with a dot between. Copy it from “Basic Information”, “App Credentials”.')
    .optional()
    .register(about, {
      section: manyWorkspaces,
      does: '“Basic Information”, “App Credentials”. People install Stepwise at https://YOUR-HOST/slack/install, and Slack sends them back to https://YOUR-HOST/slack/oauth_redirect, which must be listed under “OAuth & Permissions”, “Redirect URLs”. Needs SLACK_SIGNING_SECRET, STORE_KEY and a store too.',
    }),
  SLACK_CLIENT_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/i, 'must be 32 hexadecimal digits. Copy it from “Basic Information”, “App Credentials”.')
    .optional()
    .register(about, { section: manyWorkspaces, secret: true, does: '“Basic Information”, “App Credentials”.' }),
  PUBLIC_URL: z
    .url({ protocol: /^https$/, error: 'must be an address that starts with https://, where Slack reaches Stepwise.' })
    .optional()
    .register(about, {
      section: manyWorkspaces,
      does: 'https://YOUR-HOST, if more than one redirect URL is listed.',
    }),
  ALLOWED_TEAMS: z
    .string()
    .regex(
      /^\s*[TE][A-Z0-9]+(\s*,\s*[TE][A-Z0-9]+)*\s*$/,
      'must list ids of workspaces (T…) or organizations (E…) with commas between.',
    )
    .transform((list) => list.split(',').map((id) => id.trim()))
    .optional()
    .register(about, {
      section: manyWorkspaces,
      does: 'Only these workspaces (T…) and organizations (E…) are answered and may install, with commas between. Empty: all.',
    }),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'must be the address of a Postgres database and start with postgres://.')
    .optional()
    .register(about, {
      section: store,
      secret: true,
      does: 'postgres://user:password@host:5432/database, for one process or several. The tables are made and brought up to date at the start. With neither this nor DATA_DIR it is all kept in memory, which is enough for one process in one workspace: what a process had under way when it died is then answered when Slack delivers it again, and counts begin anew.',
    }),
  DATA_DIR: z.string().optional().register(about, {
    section: store,
    does: 'A folder for a Postgres inside the process, for one process alone. It takes about 300 MB of memory; without it Stepwise takes less than 150.',
  }),
  STORE_KEY: z
    .string()
    .regex(
      /^\s*[0-9a-f]{64}(\s*,\s*[0-9a-f]{64})*\s*$/i,
      'must be 64 hexadecimal digits, which `openssl rand -hex 32` prints; or several with commas between, the newest first.',
    )
    .transform((list) => list.split(',').map((key) => Buffer.from(key.trim(), 'hex')))
    .default([])
    .register(about, {
      section: store,
      secret: true,
      does: 'Seals the tokens of the workspaces: 64 hexadecimal digits, from `openssl rand -hex 32`. To change it, put a new one in front with a comma between; the old one can go once every workspace has been heard from.',
    }),
  KEEP_DELIVERIES_HOURS: wholeNumber(2, 24 * 30)
    .default(24)
    .register(about, { section: store, does: 'For how many hours Stepwise remembers what it answered.' }),
  KEEP_ANSWERS_HOURS: wholeNumber(1, 24 * 30)
    .default(24)
    .register(about, {
      section: store,
      does: 'For how many hours the buttons under an answer work after a restart and in other processes. An answer is locked with a key that is only in its buttons: whoever reads the store cannot read an answer.',
    }),
  KEEP_COUNTS_WEEKS: wholeNumber(1, 520)
    .default(26)
    .register(about, { section: store, does: 'For how many weeks it remembers what helped.' }),
  PACKS_DIR: z.string().optional().register(about, {
    section: checklists,
    does: 'A folder of your own checklists. The built-in ones stay at hand.',
  }),
  PACK: z.string().optional().register(about, {
    section: checklists,
    does: 'The id of the checklist that answers whatever a paste looks like. Leave empty to let the paste decide.',
  }),
  CHANNEL_PACKS: z
    .string()
    .regex(
      /^\s*[CGD][A-Z0-9]+\s*=\s*[\w-]+(\s*,\s*[CGD][A-Z0-9]+\s*=\s*[\w-]+)*\s*$/,
      'must list channels with their checklists, such as C012AB3CD=pets, C045EF6GH=admin-api.',
    )
    .transform(
      (list): ReadonlyMap<string, string> =>
        new Map(
          list.split(',').map((pair) => {
            const [channel = '', id = ''] = pair.split('=');
            return [channel.trim(), id.trim()];
          }),
        ),
    )
    .optional()
    .register(about, {
      section: checklists,
      does: 'Which checklist answers in which channel where a paste shows no URL that tells: C012AB3CD=pets, C045EF6GH=admin-api. The id of a channel is at the end of its details.',
    }),
  LIVE_CHECKS: z.enum(['on', 'off'], 'must be on or off.').default('off').register(about, {
    section: checklists,
    does: 'Whether the hosts that a checklist lists under `live` in its pack.yml are looked at over the network, after an answer is out: name, certificate, OpenID Connect discovery, status page. Nothing of a paste is sent.',
  }),
  PORT: wholeNumber(0, 65_535).default(3000).register(about, {
    section: operation,
    does: 'Where Stepwise listens: Slack’s requests in HTTP mode, the page of the local workspace.',
  }),
  SLACK_API_URL: z
    .string()
    // A token goes there, so in the clear it may go no further than this machine.
    .regex(
      /^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/])\S*\/$/,
      'must start with https:// and end with a slash.',
    )
    .optional()
    .register(about, {
      section: operation,
      does: 'The root of Slack’s Web API where it is not https://slack.com/api/, such as https://slack-gov.com/api/ for GovSlack.',
    }),
  OPS_PORT: wholeNumber(0, 65_535).optional().register(about, {
    section: operation,
    does: 'Where /healthz, /readyz and, for Prometheus, /metrics are answered. Leave empty for nowhere. No paste, no secret and no name of a person is in them, but they are not for the public.',
  }),
  OPS_HOST: z.string().default('127.0.0.1').register(about, {
    section: operation,
    does: 'The address that OPS_PORT is opened on: this machine alone, unless you say 0.0.0.0.',
  }),
  HTTPS_PROXY: proxy().register(about, {
    section: operation,
    secret: true,
    does: 'The proxy for everything that goes to Slack and for live checks, http://user:password@host:3128. It makes a tunnel and sees nothing of what goes through.',
  }),
  HTTP_PROXY: proxy().register(about, {
    section: operation,
    secret: true,
    does: 'The same, used where there is no HTTPS_PROXY.',
  }),
  NO_PROXY: z.string().optional().register(about, {
    section: operation,
    does: 'Hosts and domains that are reached without the proxy, with commas between.',
  }),
  LOG_LEVEL: z
    .enum(logLevels, `must be one of ${logLevels.join(', ')}.`)
    .default('info')
    .register(about, { section: operation, does: 'debug, info, warn, error or silent.' }),
});

export type Given = z.infer<typeof variables>;

/** One setting, as a person is told of it. */
export interface Setting {
  readonly name: string;
  readonly section: string;
  readonly does: string;
  readonly secret: boolean;
  /** What holds where it is not given. */
  readonly otherwise: string | undefined;
}

/** All of them, in the order in which they are told. */
export const settingsTable: readonly Setting[] = Object.entries(variables.shape).map(([name, schema]) => {
  const { section = '', does = '', secret = false } = about.get(schema) ?? {};
  const otherwise: unknown = schema.safeParse(undefined).data;
  const isShown = typeof otherwise === 'string' || typeof otherwise === 'number';
  return { name, section, does, secret, otherwise: isShown ? String(otherwise) : undefined };
});
