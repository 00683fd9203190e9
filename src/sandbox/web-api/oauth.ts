import { randomBytes } from 'node:crypto';
import type { InstalledApp, Workspace } from '../workspace.ts';
import { type Args, failed, type Method, ok, type Reply, tier4 } from './method.ts';

/** In seconds: https://docs.slack.dev/authentication/using-token-rotation */
const rotatedTokenLife = 43_200;

export function isBotToken(app: InstalledApp, token: string | undefined): boolean {
  return token !== undefined && (token === app.botToken || app.grants.accessTokens.has(token));
}

/**
 * Slack's page that asks a person whether they let the app in, with their yes: where it sends them then. Undefined where the
 * app asks for what its manifest does not name, or for another app.
 * https://docs.slack.dev/authentication/installing-with-oauth
 */
export function authorize({ app }: Workspace, query: URLSearchParams): string | undefined {
  const scopes = (query.get('scope') ?? '').split(',').filter((scope) => scope !== '');
  const redirect = query.get('redirect_uri');
  if (query.get('client_id') !== app.clientId || redirect === null || !URL.canParse(redirect)) return undefined;
  if (scopes.length === 0 || scopes.some((scope) => !app.manifest.scopes.has(scope))) return undefined;
  const code = newSecret();
  app.grants.codes.add(code);
  const location = new URL(redirect);
  location.searchParams.set('code', code);
  location.searchParams.set('state', query.get('state') ?? '');
  return location.href;
}

/** https://docs.slack.dev/reference/methods/oauth.v2.access */
const access: Method = {
  scopes: [],
  token: 'any',
  limit: tier4,
  run(args, { workspace }) {
    const { app } = workspace;
    if (args.text('client_id') !== app.clientId) return failed('invalid_client_id');
    if (args.text('client_secret') !== app.clientSecret) return failed('bad_client_secret');
    return args.text('grant_type') === 'refresh_token' ? refreshed(args, workspace) : installed(args, workspace);
  },
};

/** https://docs.slack.dev/reference/methods/auth.revoke */
const revoke: Method = {
  scopes: [],
  token: 'bot',
  limit: tier4,
  run: (_args, { workspace: { app } }) => {
    app.grants.accessTokens.clear();
    return ok({ revoked: true });
  },
};

export const oauthMethods: Readonly<Record<string, Method>> = { 'oauth.v2.access': access, 'auth.revoke': revoke };

function installed(args: Args, workspace: Workspace): Reply {
  if (!workspace.app.grants.codes.delete(args.text('code') ?? '')) return failed('invalid_code');
  const [person] = [...workspace.members.values()].filter(({ isBot }) => !isBot);
  return ok({ ...grant(workspace), authed_user: { id: person?.id ?? '' } });
}

function refreshed(args: Args, workspace: Workspace): Reply {
  if (!workspace.app.grants.refreshTokens.delete(args.text('refresh_token') ?? '')) {
    return failed('invalid_refresh_token');
  }
  return ok(grant(workspace));
}

function grant({ app, team }: Workspace) {
  const token = ['xoxb', team.id, newSecret()].join('-');
  app.grants.accessTokens.add(token);
  const rotation = app.manifest.tokenRotation
    ? { refresh_token: newRefreshToken(app), expires_in: rotatedTokenLife }
    : {};
  return {
    access_token: token,
    token_type: 'bot',
    scope: [...app.manifest.scopes].join(','),
    bot_user_id: app.botUserId,
    app_id: app.id,
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
    ...rotation,
  };
}

function newRefreshToken({ grants }: InstalledApp): string {
  const token = ['xoxe', '1', newSecret()].join('-');
  grants.refreshTokens.add(token);
  return token;
}

function newSecret(): string {
  return randomBytes(12).toString('hex');
}
