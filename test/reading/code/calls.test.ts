import { describe, expect, test } from 'vitest';
import { callsRecognizer } from '../../../src/reading/code/calls.ts';
import { piecesOf } from '../pieces.ts';

const requests = (text: string) =>
  piecesOf(callsRecognizer, text).flatMap((piece) => (piece.kind === 'request' ? [piece.request] : []));

/** What is called, in short. */
function called(text: string) {
  const [request] = requests(text);
  if (request === undefined) return undefined;
  return {
    call: `${request.method} ${request.target?.uri}`,
    fields: request.fields.map(({ name, value }) => `${name}: ${value}`),
    ...(request.content === undefined ? {} : { content: request.content.text }),
  };
}

/** A variable as JavaScript writes it in a template. */
const hole = (name: string) => `\${${name}}`;

describe('a call in code', () => {
  test.each([
    [
      'fetch',
      "fetch('https://h.example/a', { headers: { 'Authorization': 'Bearer abc' } })",
      { call: 'GET https://h.example/a', fields: ['Authorization: Bearer abc'] },
    ],
    [
      'fetch with a string that the snippet declares',
      "const bearerToken = ''\nfetch('https://h.example/a', { headers: { 'Authorization': 'Bearer ' + bearerToken } })",
      { call: 'GET https://h.example/a', fields: ['Authorization: Bearer'] },
    ],
    [
      'fetch with variables that it does not declare',
      `await fetch(\`https://h.example/users/${hole('id')}\`, { method: 'POST', headers: { Authorization: \`Bearer ${hole('token')}\`, }, body: JSON.stringify({ a: 1, }) })`,
      {
        call: `POST https://h.example/users/${hole('id')}`,
        fields: [`Authorization: Bearer ${hole('token')}`],
        content: '{"a":1}',
      },
    ],
    [
      'fetch as Postman writes it',
      'var myHeaders = new Headers();\nmyHeaders.append("Accept", "*/*");\n\nvar requestOptions = {\n  method: \'PUT\',\n  headers: myHeaders\n};\n\nfetch("https://h.example/a", requestOptions)',
      { call: 'PUT https://h.example/a', fields: ['Accept: */*'] },
    ],
    [
      'fetch as Chrome copies it',
      'fetch("https://h.example/a", {\n  "headers": {\n    "accept": "*/*",\n    "sec-ch-ua": "\\"Chromium\\""\n  },\n  "body": null,\n  "method": "GET"\n});',
      { call: 'GET https://h.example/a', fields: ['accept: */*', 'sec-ch-ua: "Chromium"'] },
    ],
    [
      "a client's own base and header fields",
      "const api = axios.create({ baseURL: 'https://h.example/v1', headers: { Accept: 'x' } });\nawait api.get('/me', { headers: { 'X-Id': '1' } });",
      { call: 'GET https://h.example/v1/me', fields: ['Accept: x', 'X-Id: 1'] },
    ],
    [
      'fields set for every call',
      "axios.defaults.headers.common['Authorization'] = 'Bearer abc';\naxios.get('https://h.example/a')",
      { call: 'GET https://h.example/a', fields: ['Authorization: Bearer abc'] },
    ],
    [
      'a session of requests',
      "s = requests.Session()\ns.headers.update({'Authorization': 'Bearer abc'})\ns.get('https://h.example/a')",
      { call: 'GET https://h.example/a', fields: ['Authorization: Bearer abc'] },
    ],
    [
      'a session of aiohttp',
      'async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {token}"}) as session:\n    async with session.get("https://h.example/a") as resp:',
      { call: 'GET https://h.example/a', fields: [`Authorization: Bearer ${hole('token')}`] },
    ],
    [
      "Python's http.client",
      'conn = http.client.HTTPSConnection("h.example")\npayload = "a=b"\nheaders = { \'Accept\': "x" }\nconn.request("POST", "/t", payload, headers)',
      { call: 'POST https://h.example/t', fields: ['Accept: x'], content: 'a=b' },
    ],
    [
      "Python's urllib",
      "req = urllib.request.Request('https://h.example/a', headers={'Accept': 'x'})",
      { call: 'GET https://h.example/a', fields: ['Accept: x'] },
    ],
    [
      "Node's https",
      "const options = { hostname: 'h.example', port: 443, path: '/a?b=1', method: 'GET', headers: { Accept: 'x' } };\nconst req = https.request(options, (res) => {});",
      { call: 'GET https://h.example/a?b=1', fields: ['Accept: x'] },
    ],
    [
      'jQuery',
      '$.ajax({ url: "https://h.example/a", type: "DELETE", headers: { Accept: "x" } })',
      { call: 'DELETE https://h.example/a', fields: ['Accept: x'] },
    ],
    [
      'unirest',
      "unirest('PUT', 'https://h.example/a').headers({ a: 'b' })",
      { call: 'PUT https://h.example/a', fields: ['a: b'] },
    ],
    [
      'a form with its parameters by their own names',
      "axios.post('https://h.example/t', qs.stringify({ grant_type: 'authorization_code', code }))",
      { call: 'POST https://h.example/t', fields: [], content: `grant_type=authorization_code&code=${hole('code')}` },
    ],
    [
      'axios.get',
      "axios.get('https://h.example/a', { headers: { Accept: 'x' }, params: { limit: 1 } })",
      { call: 'GET https://h.example/a?limit=1', fields: ['Accept: x'] },
    ],
    [
      'axios.post',
      "axios.post('https://h.example/t', new URLSearchParams({ grant_type: 'refresh_token' }), { headers: { Accept: 'x' } })",
      { call: 'POST https://h.example/t', fields: ['Accept: x'], content: 'grant_type=refresh_token' },
    ],
    [
      'axios with a config',
      "let config = {\n  method: 'post',\n  url: 'https://h.example/t',\n  data : qs.stringify({ a: 'b' })\n};\naxios.request(config)",
      { call: 'POST https://h.example/t', fields: [], content: 'a=b' },
    ],
    [
      'an axios instance',
      "const api = axios.create({ baseURL: 'https://h.example/v0/' });\napi.get('/users')",
      { call: 'GET https://h.example/v0/users', fields: [] },
    ],
    [
      'requests with a dict of headers',
      "url = \"https://h.example/a\"\nheaders = {'Authorization': 'Bearer abc'}\nr = requests.get(url, headers=headers)",
      { call: 'GET https://h.example/a', fields: ['Authorization: Bearer abc'] },
    ],
    [
      'requests.request',
      'payload=\'a=b\'\nrequests.request("POST", "https://h.example/t", headers={}, data=payload)',
      { call: 'POST https://h.example/t', fields: [], content: 'a=b' },
    ],
    [
      'requests with credentials',
      'requests.post("https://h.example/t", data={"a": "b c"}, auth=("id", "pw"))',
      { call: 'POST https://h.example/t', fields: ['Authorization: Basic aWQ6cHc='], content: 'a=b%20c' },
    ],
    [
      'requests with an f-string and format',
      'requests.get(f"https://h.example/{user}", headers={"Authorization": "Bearer {}".format(token)})',
      { call: `GET https://h.example/${hole('user')}`, fields: [`Authorization: Bearer ${hole('token')}`] },
    ],
    [
      'Guzzle',
      "$client->request('GET', 'https://h.example/a', ['headers' => ['Authorization' => 'Bearer ' . $token]]);",
      { call: 'GET https://h.example/a', fields: [`Authorization: Bearer ${hole('token')}`] },
    ],
    [
      'HTTParty',
      "HTTParty.get('https://h.example/a', headers: { 'Accept' => 'x' })",
      { call: 'GET https://h.example/a', fields: ['Accept: x'] },
    ],
    [
      'HTTParty with a variable in a string',
      'HTTParty.get("https://h.example/a", headers: { "Authorization" => "Bearer #{token}" })',
      { call: 'GET https://h.example/a', fields: [`Authorization: Bearer ${hole('token')}`] },
    ],
  ])('%s', (_, text, expected) => {
    expect(called(text)).toEqual(expected);
  });

  test('says what it does not show', () => {
    const [request] = requests("fetch(url, { headers: { Authorization: 'Bearer ' + token } })");
    expect(request).toMatchObject({
      target: { open: [hole('url')] },
      fields: [{ value: `Bearer ${hole('token')}`, open: [hole('token')] }],
      fieldsShown: 'whole',
    });
    expect(requests("fetch('https://h.example/a', options)")).toMatchObject([{ fieldsShown: 'part' }]);
    expect(requests("fetch('https://h.example/a', { headers })")).toMatchObject([{ fieldsShown: 'part' }]);
    expect(requests("fetch('https://h.example/a')")).toMatchObject([{ fieldsShown: 'whole', fields: [] }]);
  });

  test('has its query from the parameters', () => {
    expect(requests("axios.get('https://h.example/a?b=1', { params: { scope: 'openid' } })")).toMatchObject([
      {
        target: {
          query: [
            { name: 'b', value: '1' },
            { name: 'scope', value: 'openid' },
          ],
        },
      },
    ]);
  });

  test.each([
    ["client.get('https://h.example/a')", 'part'],
    ["superagent.get('https://h.example/a').set('Accept', 'x')", 'part'],
    ["const client = axios.create({});\nclient.get('https://h.example/a')", 'whole'],
    ["axios.get('https://h.example/a')", 'whole'],
  ])('tells how much of the fields it shows: %s', (text, shown) => {
    expect(requests(text)[0]?.fieldsShown).toBe(shown);
  });

  test('covers the declarations it uses, and stands where it says', () => {
    const text = "// mine\nconst url = 'https://h.example/a';\nconst x = await fetch(url);\nok?";
    const [piece] = piecesOf(callsRecognizer, text);
    expect(text.slice(piece?.span.start, piece?.span.end)).toBe(
      "const url = 'https://h.example/a';\nconst x = await fetch(url)",
    );
    const [request] = requests("fetch('https://h.example/a')");
    expect(request?.target?.span).toEqual({ start: 7, end: 26 });
  });

  test.each([
    ["cache.get('user')"],
    ["const widget = new Banno.Widget({ token: 'x', environment: 'production' });"],
    ['prefetch("https://h.example")'],
    ['please fetch (the token) first'],
    ["map.set('a', 'b/c')"],
  ])('is not: %s', (text) => {
    expect(requests(text)).toEqual([]);
  });

  test.each([
    ['calls', 'fetch('.repeat(50_000)],
    ['declarations', 'a="'.repeat(100_000)],
    ['declared brackets', '\na={'.repeat(50_000)],
    ['self references', 'a = b\nb = a\nfetch(a)'.repeat(1000)],
  ])('is looked for among many %s', (_, text) => {
    expect(requests(text).length).toBeGreaterThanOrEqual(0);
  });
});
