import { isJsonObject, type JsonObject, parseJson } from './json.ts';
import { respond, responsePaths } from './response-urls.ts';
import type { Handler, Incoming, Outgoing } from './server.ts';
import type { TrafficLog } from './traffic.ts';
import type { WebApi } from './web-api/call.ts';
import type { Slack } from './web-api/method.ts';
import { authorize, isBotToken } from './web-api/oauth.ts';

/** The addresses that an app calls: `slack.com/api`, `hooks.slack.com` and `files.slack.com` under one roof. */
export function slackRoutes(slack: Slack, webApi: WebApi, traffic: TrafficLog): readonly Handler[] {
  return [
    async (request) => {
      if (!request.path.startsWith('/api/')) return undefined;
      const name = request.path.slice('/api/'.length).replace(/\/$/, '');
      const args = await readArguments(request);
      if (typeof args === 'string') return json({ ok: false, error: args });
      const called = webApi.call(name, tokenOf(request, args), args);
      return { ...json(called.body, called.status), headers: { ...jsonType, ...called.headers } };
    },
    (request) => {
      if (request.method !== 'POST' || !responsePaths.some((path) => request.path.startsWith(path))) return undefined;
      const message = parseJson(request.body);
      if (!isJsonObject(message)) return json({ ok: false, error: 'invalid_payload' }, 400);
      const responded = respond(slack, traffic, request.path, message);
      return json(responded.body, responded.status);
    },
    (request) => {
      if (request.path !== '/oauth/v2/authorize') return undefined;
      const location = authorize(slack.workspace, request.query);
      return location === undefined
        ? json({ ok: false, error: 'invalid_authorization' }, 400)
        : { status: 302, headers: { location }, body: '' };
    },
    (request) => (request.path.startsWith('/files-pri/') ? download(request, slack, traffic) : undefined),
  ];
}

const jsonType = { 'content-type': 'application/json; charset=utf-8' };

export function json(body: JsonObject, status = 200): Outgoing {
  return { status, headers: jsonType, body: JSON.stringify(body) };
}

/** https://docs.slack.dev/apis/web-api/#basics: a form, a query or JSON; the error where it is none of them. */
async function readArguments(
  request: Incoming,
): Promise<JsonObject | 'invalid_json' | 'json_not_object' | 'invalid_form_data' | 'invalid_post_type'> {
  const fromQuery = Object.fromEntries(request.query);
  const type = request.headers['content-type'] ?? '';
  if (request.body === '') return fromQuery;
  if (type.startsWith('application/json')) {
    const parsed = parseJson(request.body);
    if (parsed === undefined) return 'invalid_json';
    return isJsonObject(parsed) ? { ...fromQuery, ...parsed } : 'json_not_object';
  }
  if (type.startsWith('multipart/form-data')) {
    const form = new Response(request.body, { headers: { 'content-type': type } }).formData();
    return form.then(
      (fields) => ({ ...fromQuery, ...Object.fromEntries(fields) }),
      () => 'invalid_form_data' as const,
    );
  }
  if (type !== '' && !type.startsWith('application/x-www-form-urlencoded')) return 'invalid_post_type';
  return { ...fromQuery, ...Object.fromEntries(new URLSearchParams(request.body)) };
}

function tokenOf(request: Incoming, args: JsonObject): string | undefined {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? (typeof args.token === 'string' ? args.token : undefined);
}

/** A file's private address, with the bot token: https://docs.slack.dev/reference/objects/file-object */
function download(request: Incoming, { workspace }: Slack, traffic: TrafficLog): Outgoing {
  const id = /^\/files-pri\/[^/]+?-(F[^/]+)\//.exec(request.path)?.[1] ?? '';
  const recorded = traffic.record({ direction: 'from-app', over: 'file', name: 'download', body: { file: id } });
  const file = workspace.files.get(id);
  const { app } = workspace;
  const allowed = isBotToken(app, tokenOf(request, {})) && app.manifest.scopes.has('files:read');
  if (file === undefined) {
    recorded.answered('file_not_found');
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'file_not_found' };
  }
  if (!allowed) {
    // Slack sends whoever has no right to the file to its sign-in page.
    recorded.answered('sign-in page');
    return { status: 302, headers: { location: `/?redir=${encodeURIComponent(request.path)}` }, body: '' };
  }
  recorded.answered('ok');
  return { status: 200, headers: { 'content-type': `${file.mimetype}; charset=utf-8` }, body: file.content };
}
