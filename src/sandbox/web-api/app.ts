import { failed, type Method, ok, tier1, tier4 } from './method.ts';

/** https://docs.slack.dev/reference/methods/api.test */
const test: Method = {
  scopes: [],
  token: 'any',
  limit: tier4,
  run(args) {
    const error = args.text('error');
    return error === undefined ? ok({ args: {} }) : failed(error);
  },
};

/** https://docs.slack.dev/reference/methods/auth.test */
const authTest: Method = {
  scopes: [],
  token: 'bot',
  limit: { perMinute: 600, burst: 600 },
  run: (_args, { workspace: { app, team, origin, members } }) =>
    ok({
      url: `${origin}/`,
      team: team.name,
      user: members.get(app.botUserId)?.name,
      team_id: team.id,
      user_id: app.botUserId,
      bot_id: app.botId,
      is_enterprise_install: false,
    }),
};

/** https://docs.slack.dev/reference/methods/apps.connections.open */
const connectionsOpen: Method = {
  scopes: ['connections:write'],
  token: 'app',
  limit: tier1,
  run(_args, { workspace, socketMode }) {
    if (!workspace.app.manifest.socketMode) return failed('socket_mode_not_enabled');
    return ok({ url: socketMode.newAddress() });
  },
};

export const appMethods: Readonly<Record<string, Method>> = {
  'api.test': test,
  'auth.test': authTest,
  'apps.connections.open': connectionsOpen,
};
