import { parse } from 'yaml';
import { z } from 'zod';

/** What the workspace installs from an app manifest: https://docs.slack.dev/reference/app-manifest */
export interface Manifest {
  readonly name: string;
  readonly description: string;
  readonly botName: string;
  readonly scopes: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly commands: ReadonlyMap<string, Command>;
  readonly shortcuts: readonly Shortcut[];
  readonly homeTab: boolean;
  /** People can write to the app in its messages tab. */
  readonly messagesTab: boolean;
  /** How people meet the app beside what they work at. Slack makes new apps as an agent; an older one may be an assistant. */
  readonly pane: 'agent' | 'assistant' | 'none';
  readonly interactivity: boolean;
  readonly socketMode: boolean;
  /** Tokens end after twelve hours and are changed for new ones. */
  readonly tokenRotation: boolean;
}

export interface Command {
  readonly name: string;
  readonly description: string;
  readonly usageHint: string;
  /** Users, channels and links in the text are sent escaped. */
  readonly escapes: boolean;
}

export interface Shortcut {
  readonly name: string;
  readonly type: 'message' | 'global';
  readonly callbackId: string;
  readonly description: string;
}

/** https://docs.slack.dev/reference/app-manifest: prompts that stand there before the app suggests its own. */
const prompts = z.array(z.object({ title: z.string().min(1), message: z.string().min(1) })).max(4);

const manifestSchema = z.object({
  display_information: z.object({ name: z.string().min(1).max(35), description: z.string().max(140).default('') }),
  features: z
    .object({
      app_home: z
        .object({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(true),
          messages_tab_read_only_enabled: z.boolean().default(true),
        })
        .optional(),
      agent_view: z
        .object({ agent_description: z.string().min(1).max(300), suggested_prompts: prompts.optional() })
        .optional(),
      assistant_view: z
        .object({ assistant_description: z.string().min(1), suggested_prompts: prompts.optional() })
        .optional(),
      bot_user: z.object({ display_name: z.string().min(1).max(80) }).optional(),
      slash_commands: z
        .array(
          z.object({
            command: z.string().regex(/^\/\S+$/),
            description: z.string().min(1).max(2000),
            usage_hint: z.string().max(1000).default(''),
            should_escape: z.boolean().default(false),
          }),
        )
        .max(50)
        .default([]),
      shortcuts: z
        .array(
          z.object({
            name: z.string().min(1).max(24),
            type: z.enum(['message', 'global']),
            callback_id: z.string().min(1).max(255),
            description: z.string().max(150).default(''),
          }),
        )
        .max(10)
        .default([]),
    })
    .default({ slash_commands: [], shortcuts: [] }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()).max(255).default([]) }) }).optional(),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()).max(100).default([]) }).optional(),
      interactivity: z.object({ is_enabled: z.boolean() }).optional(),
      socket_mode_enabled: z.boolean().default(false),
      token_rotation_enabled: z.boolean().default(false),
    })
    .default({ socket_mode_enabled: false, token_rotation_enabled: false }),
});

/**
 * Reads a manifest's YAML (or JSON) text. Throws an `Error` that names each wrong member where Slack would refuse the
 * manifest.
 */
export function readManifest(text: string): Manifest {
  const read = manifestSchema.safeParse(parse(text));
  if (!read.success) throw new Error(`The app manifest is not valid.\n${z.prettifyError(read.error)}`);
  const { display_information: display, features, oauth_config: oauth, settings } = read.data;
  const home = features.app_home;
  return {
    name: display.name,
    description: display.description,
    botName: features.bot_user?.display_name ?? display.name,
    scopes: new Set(oauth?.scopes.bot ?? []),
    events: new Set(settings.event_subscriptions?.bot_events ?? []),
    commands: new Map(
      features.slash_commands.map((command) => [
        command.command,
        {
          name: command.command,
          description: command.description,
          usageHint: command.usage_hint,
          escapes: command.should_escape,
        },
      ]),
    ),
    shortcuts: features.shortcuts.map((shortcut) => ({
      name: shortcut.name,
      type: shortcut.type,
      callbackId: shortcut.callback_id,
      description: shortcut.description,
    })),
    homeTab: home?.home_tab_enabled ?? false,
    messagesTab: (home?.messages_tab_enabled ?? false) && !(home?.messages_tab_read_only_enabled ?? true),
    pane: features.agent_view !== undefined ? 'agent' : features.assistant_view !== undefined ? 'assistant' : 'none',
    interactivity: settings.interactivity?.is_enabled ?? false,
    socketMode: settings.socket_mode_enabled,
    tokenRotation: settings.token_rotation_enabled,
  };
}
