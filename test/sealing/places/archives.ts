import { clientId, type PlaceRow, requestId, row, userId } from './row.ts';

interface Member {
  readonly name: string;
  readonly value: string;
}

/** What stands in an archive beside what every one of them holds. */
interface Exchange {
  readonly url?: string;
  readonly fields?: readonly Member[];
  readonly cookies?: readonly Member[];
  readonly query?: readonly Member[];
  readonly form?: readonly Member[];
  readonly sent?: unknown;
  readonly answerFields?: readonly Member[];
  readonly answer?: unknown;
}

const path = `/v2/users/${userId}`;
const target = `https://api.pets.example${path}`;
const fault = { errorCode: 40, message: 'permission denied' };

function member(name: string, value: string): Member {
  return { name, value };
}

/** One exchange as a browser's developer tools export it (HAR 1.2). */
function archive(exchange: Exchange): string {
  const { url = target, fields = [], cookies = [], query = [], form, sent, answerFields = [], answer } = exchange;
  const kept = [member('client_id', clientId), ...query];
  const content = JSON.stringify(answer === undefined ? fault : { ...fault, answer });
  return JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'WebInspector', version: '537.36' },
      entries: [
        {
          startedDateTime: '2026-03-02T10:15:30.123Z',
          time: 41.2,
          request: {
            method: form === undefined && sent === undefined ? 'GET' : 'POST',
            url: `${url}?${new URLSearchParams(kept.map(({ name, value }): [string, string] => [name, value]))}`,
            httpVersion: 'http/2.0',
            headers: [member('accept', 'application/json'), member('x-request-id', requestId), ...fields],
            queryString: kept,
            cookies,
            ...(form === undefined ? {} : { postData: formOf(form) }),
            ...(sent === undefined ? {} : { postData: { mimeType: 'application/json', text: JSON.stringify(sent) } }),
            headersSize: -1,
            bodySize: 0,
          },
          response: {
            status: 403,
            statusText: 'Forbidden',
            httpVersion: 'http/2.0',
            headers: [member('content-type', 'application/json'), ...answerFields],
            cookies: [],
            content: { size: content.length, mimeType: 'application/json', text: content },
            redirectURL: '',
            headersSize: -1,
            bodySize: -1,
          },
          cache: {},
          timings: { send: 0.1, wait: 40, receive: 1.1 },
        },
      ],
    },
  });
}

function formOf(form: readonly Member[]): Readonly<Record<string, unknown>> {
  const text = new URLSearchParams(form.map(({ name, value }): [string, string] => [name, value])).toString();
  return { mimeType: 'application/x-www-form-urlencoded', params: form, text };
}

function place(what: string, exchange: (secret: string) => Exchange): PlaceRow {
  return row(what, (secret) => archive(exchange(secret)), requestId, clientId, path, 'Forbidden', 'errorCode');
}

const fieldNames = ['X-Api-Key', 'X-Auth-Token', 'X-CSRF-Token', 'X-Amz-Security-Token', 'Ocp-Apim-Subscription-Key'];
const queryNames = ['access_token', 'token', 'code', 'api_key', 'sig', 'apikey', 'X-Amz-Signature'];
const formNames = ['client_secret', 'password', 'refresh_token', 'code', 'code_verifier', 'client_assertion', 'pin'];
const memberNames = ['access_token', 'password', 'secret', 'clientSecret', 'apiKey', 'sessionToken', 'privateKey'];

/** Where a browser's archive of a failing call holds a secret, beside what support needs of it. */
export const archives: readonly PlaceRow[] = [
  place('Authorization: Bearer', (s) => ({ fields: [member('Authorization', `Bearer ${s}`)] })),
  place('Authorization: Basic', (s) => ({ fields: [member('Authorization', `Basic ${btoa(`pets:${s}`)}`)] })),
  place('Proxy-Authorization', (s) => ({ fields: [member('Proxy-Authorization', `Bearer ${s}`)] })),
  place('Cookie', (s) => ({ fields: [member('Cookie', `theme=dark; sid=${s}`)], cookies: [member('sid', s)] })),
  place('Set-Cookie', (s) => ({ answerFields: [member('Set-Cookie', `sid=${s}; Path=/; HttpOnly`)] })),
  place('Referer', (s) => ({ fields: [member('Referer', `https://app.pets.example/cb?code=${s}&state=1`)] })),
  place('Location with a fragment', (s) => ({
    answerFields: [member('Location', `https://app.pets.example/#access_token=${s}&token_type=Bearer`)],
  })),
  place('user information of the target', (s) => ({ url: target.replace('://', `://pets:${s}@`) })),
  ...fieldNames.map((name) => place(`field ${name}`, (s) => ({ fields: [member(name, s)] }))),
  ...queryNames.map((name) => place(`query ${name}`, (s) => ({ query: [member(name, s)] }))),
  ...formNames.map((name) => place(`form ${name}`, (s) => ({ form: [member(name, s)] }))),
  ...memberNames.map((name) => place(`sent JSON ${name}`, (s) => ({ sent: { [name]: s } }))),
  ...memberNames.map((name) => place(`answered JSON ${name}`, (s) => ({ answer: { data: [{ [name]: s }] } }))),
  place('variables of GraphQL', (s) => ({
    sent: { query: 'mutation($i: Login!) { login(input: $i) { id } }', variables: { i: { password: s } } },
  })),
];
