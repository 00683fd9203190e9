import { describe, expect, test } from 'vitest';
import { findReasonsInWords } from '../../../src/reading/http/reason-in-words.ts';
import { findStatedStatuses } from '../../../src/reading/http/stated-status.ts';

const inWords = (text: string) => findReasonsInWords(text, 0).map(({ status }) => status);
const statuses = (text: string) => findStatedStatuses(text, 0).map(({ status }) => status);

describe('a status in words', () => {
  test.each([
    ['I get 403 Forbidden', 403],
    ['401 Unauthorized', 401],
    ['-> 403 Forbidden', 403],
    ['it returned a 401', 401],
    ['User API response status: 403', 403],
    ['Token POST error: 401', 401],
    ['Could not fetch user info (403 Forbidden).', 403],
    ["Response { status: 401, statusText: 'Unauthorized' }", 401],
    ['Request failed with status code 404', 404],
    ['HTTP 500', 500],
    ['HTTP error 503', 503],
    ['http status=502', 502],
    ['"status":401', 401],
    ['statusCode: 429', 429],
    ['The server responded with 400 Bad Request', 400],
    ['Forbidden (403)', 403],
    ['Internal Server Error: 500', 500],
    ['why am I getting a 403 when calling accounts?', 403],
    ['I keep getting 401s', 401],
    ['always gives me 403 since yesterday', 403],
    ['got 401 from the API', 401],
    ['error 404', 404],
    ['Error: 403', 403],
    ['the 403 is new', 403],
    ['curl: (22) The requested URL returned error: 403', 403],
    ['expected 200 OK, got: 404 Not Found', 404],
    ['<Response [403]>', 403],
    ['returns "401"', 401],
    ['it fails with 401, no idea why', 401],
    ['the request fails with a 400.', 400],
    ['Status Code: 403 Forbidden', 403],
    ['HTTP-500', 500],
    ['we see 502/504 now', 502],
    ['¿Por qué recibo un error 401 al llamar?', 401],
    ['403 from the API', 403],
    ['401', 401],
    ['hey team, 403 on the accounts', 403],
    [':cry: 401 again', 401],
    ['😭 401 again', 401],
    ['all others are fine. 500 on transfers', 500],
    ['ik krijg een 403 op /accounts', 403],
    ['jag får 403 när jag anropar', 403],
    ['401 hatası alıyorum', 401],
    ['dostaję błąd 401 przy wywołaniu', 401],
    ['сервер возвращает 403 на запрос', 403],
    ['Получаю ошибку 401', 401],
    ['を呼ぶと401エラーになります', 401],
    ['返回403错误', 403],
    ['호출 시 403 오류가 발생합니다', 403],
    ['خطأ 401 عند', 401],
    ['// 401', 401],
    ['la réponse : 401 Non autorisé', 401],
    ['Antwort: 401 Nicht autorisiert', 401],
    ['a resposta é 401 Não autorizado', 401],
    ['Problem: 401 on accounts', 401],
    ['Access forbidden (401) to "https://api.example.com"', 401],
    ['fixed the header, 401 still', 401],
    ['It works again for me but Bob gets 401', 401],
    ['}); // 403 Forbidden', 403],
    ['console.log(r.status); // 422', 422],
    ['# prints 401', 401],
    ['# 422 {"detail":[]}', 422],
    ["fetch('https://h.example/y') // fails, 403", 403],
    ['console.log(error.response.status) -> 403', 403],
    ['StatusCodeError: 401 - {"error":"x"}', 401],
    ['always 401s no matter what token I send', 401],
    ['the token endpoint is 500ing', 500],
    ["we got 403'd", 403],
    ['HTTP401 from the server', 401],
    ['it took 500 ms, then 401 appeared', 401],
    ['- new token: 401\n- old token: 200', 401],
    ['POST /oauth/token: 400', 400],
    ['Ich bekomme einen 401 Fehler', 401],
    ['an intermittent 503 response', 503],
    ['request failed status=403 path=/api/v1/users', 403],
    ['Received unexpected statusCode=502 from upstream', 502],
    ['we keep seeing 504 gateway timeouts', 504],
    ['lots of 503 timeouts today', 503],
    ['bill pay payees 403 although the scope is there', 403],
    ['last week: 200, this week: 403', 403],
    ['Dostaję błąd 403 przy pobieraniu kont', 403],
    ['Получаем ошибку 502 на каждый запрос', 502],
    ['401 hatası alıyorum', 401],
    ['アクセストークンを送っているのに401が返ってきます', 401],
    ['调用接口返回 403,scope 里已经有 openid', 403],
    ['계정 API에서 403 오류가 납니다', 403],
  ])('%s', (text, status) => {
    expect(statuses(text)[0]).toBe(status);
  });

  test.each([
    ['it was returning 200 OK until yesterday and now returns 504 Gateway Timeout', [504]],
    ['we get 403 since yesterday, before it was 401', [403]],
    ['yesterday I got 401 and after adding the header it is 403', [403]],
    ['Gestern kam noch 200, heute 401', [401]],
    ['GET /accounts works (200) but GET /cards fails with 403', [200, 403]],
    ['401 on accounts and 404 on transactions', [401, 404]],
    ['sometimes 429, sometimes 500', [429, 500]],
    ['before it worked, now 403 on every call', [403]],
    ['I got a 401 last week', [401]],
  ])('of several, those that hold: %s', (text, expected) => {
    expect(statuses(text)).toEqual(expected);
  });

  test('keeps its reason, as it stands', () => {
    const text = 'I get a 403 (forbidden) here';
    expect(findStatedStatuses(text, 0)).toEqual([{ status: 403, reason: 'forbidden', span: { start: 8, end: 22 } }]);
  });

  test.each([
    ['port 443'],
    ['error 404 ms'],
    ['localhost:443'],
    ['took 404 ms'],
    ['took 404ms'],
    ['in 2024 we saw 500 users'],
    ['got 200 results'],
    ['returned 500 rows'],
    ['waited 300 seconds'],
    ['order 404'],
    ['id 403'],
    ['user 401'],
    ['account 500 is missing'],
    ['at line 403'],
    ['client.js:890:133'],
    ['/users/404/accounts'],
    ['v1.403'],
    ['$500'],
    ['500%'],
    ['7b1d6e0a-403-4f0e'],
    ['1403'],
    ['4031'],
    ['Wed, 11 Sep 2024 14:05:401'],
    ['expected 200 OK'],
    ['it should return 200'],
    ['not a 403'],
    ['instead of 200'],
    ['exit code 403'],
    ['phone 555-401-2000'],
    ['expires_in: 600'],
    ['expires in 500 seconds'],
    ['{"errorCode":403}'],
    ['HTTPSConnectionPool(host=x, port=443)'],
    ['the 500 most recent'],
    ['a 300 dollar transfer'],
    ['balance is 401.20'],
    ['our 401k integration and 403b plan do not sync'],
    ['I have 403 rows, ticket 404 and port 500 is open'],
    ['see ticket #401, JIRA-403, PR 500'],
    ['if (res.status === 401) throw new Error()'],
    ['assert r.status_code == 200'],
    ['return res.status(401).json({})'],
    ['case 404: break;'],
    ['expect(res.status).toBe(403)'],
    ['if status_code >= 400'],
    ['Total: 500'],
    ['Order number: 404'],
    ['3 orders, 500 in total, and ids 400, 401, 500'],
    ['401 users affected, 403 Main Street, node 500'],
    ['it worked yesterday for 200 users and 404 accounts'],
    ['Room 404 is free'],
  ])('is not: %s', (text) => {
    expect(statuses(text)).toEqual([]);
  });
});

describe('a reason without its number', () => {
  test.each([
    ['we keep getting unauthorised when calling the API', 401],
    ["I'm getting forbidden from the accounts endpoint", 403],
    ['it says bad request when I try', 400],
    ['Seeing Internal Server Error on the token endpoint', 500],
    ['Getting "Not authorized" since this morning', 401],
    ['API says “Unauthorized”', 401],
    ['The response is: Forbidden', 403],
    ['the call fails with too many requests', 429],
    ['It returns a not found error', 404],
    ['we get service unavailable at night', 503],
  ])('%s', (text, status) => {
    expect(inWords(text)).toEqual([status]);
  });

  test.each([
    ['the unauthorized users get rejected'],
    ['do not return forbidden words'],
    ['it should return unauthorized.'],
    ['see the not found items'],
    ['we saw a conflict of interest'],
    ['I get unauthorized_client'],
    ['without getting forbidden'],
  ])('is not: %s', (text) => {
    expect(inWords(text)).toEqual([]);
  });
});
