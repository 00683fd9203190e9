import type { JsonObject } from '../json.ts';
import type { Member, Workspace } from '../workspace.ts';
import { failed, type Method, ok, tier2, tier4 } from './method.ts';

function memberToWire(workspace: Workspace, member: Member): JsonObject {
  return {
    id: member.id,
    team_id: workspace.team.id,
    name: member.name,
    deleted: false,
    real_name: member.realName,
    tz: 'Etc/UTC',
    tz_label: 'Coordinated Universal Time',
    tz_offset: 0,
    profile: { real_name: member.realName, display_name: member.name, team: workspace.team.id },
    is_admin: false,
    is_owner: false,
    is_restricted: false,
    is_bot: member.isBot,
    is_app_user: false,
    updated: 0,
  };
}

/** https://docs.slack.dev/reference/methods/users.info */
const info: Method = {
  scopes: ['users:read'],
  token: 'bot',
  limit: tier4,
  run(args, { workspace }) {
    const member = workspace.members.get(args.text('user') ?? '');
    if (member === undefined) return failed('user_not_found');
    const locale = args.flag('include_locale') === true ? { locale: member.locale } : {};
    return ok({ user: { ...memberToWire(workspace, member), ...locale } });
  },
};

/** https://docs.slack.dev/reference/methods/users.list */
const list: Method = {
  scopes: ['users:read'],
  token: 'bot',
  limit: tier2,
  run: (_args, { workspace }) =>
    ok({
      members: [...workspace.members.values()].map((member) => memberToWire(workspace, member)),
      cache_ts: Math.floor(workspace.clock.now() / 1000),
      response_metadata: { next_cursor: '' },
    }),
};

/** https://docs.slack.dev/reference/methods/bots.info */
const botInfo: Method = {
  scopes: ['users:read'],
  token: 'bot',
  limit: tier4,
  run(args, { workspace: { app } }) {
    if (args.text('bot') !== app.botId) return failed('bot_not_found');
    return ok({
      bot: { id: app.botId, deleted: false, name: app.manifest.botName, app_id: app.id, user_id: app.botUserId },
    });
  },
};

/** https://docs.slack.dev/reference/methods/team.info */
const teamInfo: Method = {
  scopes: ['team:read'],
  token: 'bot',
  limit: tier2,
  run: (_args, { workspace: { team, origin } }) =>
    ok({ team: { id: team.id, name: team.name, domain: team.domain, url: `${origin}/` } }),
};

export const peopleMethods: Readonly<Record<string, Method>> = {
  'users.info': info,
  'users.list': list,
  'bots.info': botInfo,
  'team.info': teamInfo,
};
