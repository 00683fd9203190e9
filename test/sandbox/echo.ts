import { App } from '@slack/bolt';
import type { Sandbox } from '../../src/sandbox/start.ts';

/** A manifest with what the tests of the workspace use. */
export const manifest = `
display_information:
  name: Echo
  description: Says what it hears.
features:
  app_home:
    home_tab_enabled: true
    messages_tab_enabled: true
    messages_tab_read_only_enabled: false
  bot_user:
    display_name: Echo
  slash_commands:
    - command: /echo
      description: Say it again
      usage_hint: "[text]"
  shortcuts:
    - name: Echo this
      type: message
      callback_id: echo_message
      description: Say it again
oauth_config:
  scopes:
    bot: [app_mentions:read, channels:history, im:history, chat:write, commands, files:read, reactions:write, users:read]
settings:
  event_subscriptions:
    bot_events: [app_mention, message.im, app_home_opened]
  interactivity:
    is_enabled: true
  socket_mode_enabled: true
`;

/** An unmodified Bolt app, not yet started, that speaks to the workspace over Socket Mode. */
export function boltApp(sandbox: Sandbox): App {
  return new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: sandbox.url },
  });
}
