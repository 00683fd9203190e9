import type { JsonObject } from '../json.ts';
import type { TrafficLog } from '../traffic.ts';
import type { Workspace } from '../workspace.ts';
import { appMethods } from './app.ts';
import { assistantMethods } from './assistant.ts';
import { chatMethods } from './chat.ts';
import { conversationsMethods } from './conversations.ts';
import { filesMethods } from './files.ts';
import { failed, type Method, missingScope, type RateLimit, type Reply, readArgs, type Slack } from './method.ts';
import { isBotToken, oauthMethods } from './oauth.ts';
import { peopleMethods } from './people.ts';
import { reactionsMethods } from './reactions.ts';
import { viewsMethods } from './views.ts';

const methods = new Map<string, Method>(
  Object.entries({
    ...appMethods,
    ...assistantMethods,
    ...chatMethods,
    ...conversationsMethods,
    ...filesMethods,
    ...oauthMethods,
    ...peopleMethods,
    ...reactionsMethods,
    ...viewsMethods,
  }),
);

/** What goes back over HTTP. */
export interface Called {
  readonly status: 200 | 429;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Reply;
}

export interface WebApi {
  call(name: string, token: string | undefined, args: JsonObject): Called;
}

/** The Web API over the workspace: token, scopes, rate limit, then the method itself. */
export function createWebApi(slack: Slack, traffic: TrafficLog, limited: boolean): WebApi {
  const allowance = createAllowance(slack.workspace);
  const { workspace } = slack;

  return {
    call(name, token, args) {
      const { token: _, ...shown } = args;
      const recorded = traffic.record({ direction: 'from-app', over: 'web-api', name, body: readable(shown) });
      const called = answer(name, token, args);
      recorded.answered(called.body.ok ? 'ok' : String(called.body.error), called.body);
      return called;
    },
  };

  function answer(name: string, token: string | undefined, args: JsonObject): Called {
    const method = methods.get(name);
    if (method === undefined) return plain({ ...failed('unknown_method'), req_method: name });
    const refused = refusal(method, token, workspace);
    if (refused !== undefined) return plain(refused);
    const wait = limited ? allowance(name, method.limit, args) : 0;
    if (wait > 0) return { status: 429, headers: { 'retry-after': String(wait) }, body: failed('ratelimited') };
    return {
      ...plain(method.run(readArgs(args), slack)),
      headers: {
        'x-oauth-scopes': [...workspace.app.manifest.scopes].join(','),
        'x-accepted-oauth-scopes': method.scopes.join(','),
      },
    };
  }
}

function plain(body: Reply): Called {
  return { status: 200, headers: {}, body };
}

/** Why the token will not do: https://docs.slack.dev/authentication/tokens */
function refusal(method: Method, token: string | undefined, workspace: Workspace): Reply | undefined {
  if (method.token === 'any') return undefined;
  if (token === undefined || token === '') return failed('not_authed');
  const { app } = workspace;
  if (!isBotToken(app, token) && token !== app.appToken) return failed('invalid_auth');
  if ((method.token === 'app') !== (token === app.appToken)) return failed('not_allowed_token_type');
  // The app-level token has its one scope; the bot token has those of the manifest.
  if (method.token === 'app' || method.scopes.length === 0) return undefined;
  const scope = method.scopes[0];
  if (scope === undefined || method.scopes.some((one) => app.manifest.scopes.has(one))) return undefined;
  return missingScope(scope, workspace);
}

/** A bucket a method, and an argument's value where that is counted apart. Answers the seconds to wait, 0 for none. */
function createAllowance(workspace: Workspace): (name: string, limit: RateLimit, args: JsonObject) => number {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (name, limit, args) => {
    const key = limit.by === undefined ? name : `${name} ${String(args[limit.by])}`;
    const now = workspace.clock.now();
    const bucket = buckets.get(key) ?? { tokens: limit.burst, at: now };
    const refilled = Math.min(limit.burst, bucket.tokens + ((now - bucket.at) / 60_000) * limit.perMinute);
    const taken = refilled >= 1;
    buckets.set(key, { tokens: taken ? refilled - 1 : refilled, at: now });
    return taken ? 0 : Math.max(1, Math.ceil(((1 - refilled) / limit.perMinute) * 60));
  };
}

/** Arguments as they were meant: structured values are JSON in strings where they came in a form. */
function readable(args: JsonObject): JsonObject {
  const read = readArgs(args);
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      typeof value === 'string' && /^[[{]/.test(value) ? (read.json(key) ?? value) : value,
    ]),
  );
}
