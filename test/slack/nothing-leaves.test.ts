import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createLatestSeen, createLog } from '../../src/log.ts';
import { createMetrics, type Metrics } from '../../src/metrics.ts';
import type { LockedAnswers, Store } from '../../src/store/store.ts';
import type { Trouble } from './road.ts';
import { shownText, startWorld, tsOf, type World } from './workspace.ts';

/** A value that looks like nothing in particular, of as many characters: the same for the same number. */
function madeUp(number: number, length = 30): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
  let state = number * 7_919 + 17;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return alphabet[state % alphabet.length];
  }).join('');
}

const base64url = (text: string) => Buffer.from(text).toString('base64url');

/** A secret for each place in which the paste below has one. */
const secrets = Array.from({ length: 14 }, (_, index) => madeUp(index + 1));
const at = (index: number): string => secrets[index] ?? '';
const jwt = [base64url('{"alg":"HS256"}'), base64url('{"sub":"ada","scope":"openid"}'), base64url(at(13))].join('.');

const paste = `curl -k "https://digital.garden-fi.com/a/consumer/api/v0/users/me/accounts?client_secret=${encodeURIComponent(`${at(0)}/+`)}" \
  -u "ada:${at(1)}" -b "sid=${at(2)}; theme=dark" -H "X-Api-Key: ${at(3)}" -H 'Authorization: Bearer ${jwt}' \
  --data-raw "{"password": "${at(4)}", "nested": "{\\"refresh_token\\": \\"${at(5)}\\"}"}"
HTTP/1.1 401 Unauthorized
set-cookie: session=${at(6)}; HttpOnly
www-authenticate: Bearer error="invalid_token"

{"error": "invalid_token", "error_description": "The token ${at(3).slice(0, 20)}… is not known"}
DB_PASSWORD=${at(7)}
DATABASE_URL=postgres://ada:${at(8)}@db.example:5432/app
headers = {'X-Auth-Token': '${at(9)}'}
Authorization: Basic ${Buffer.from(`client:${at(10)}`).toString('base64')}
<password>${at(11)}</password> <!channel> <@U0000001> \`\`\`
my password is ${at(12)} by the way`;

/** Each piece of 12 characters of a secret, as it is and in what others may write of it. */
function piecesOf(secret: string): readonly string[] {
  return Array.from({ length: secret.length - 11 }, (_, from) => secret.slice(from, from + 12)).flatMap((piece) => [
    piece,
    Buffer.from(piece).toString('base64').replaceAll('=', ''),
    Buffer.from(piece).toString('hex'),
    [...Buffer.from(piece)].join(','),
  ]);
}

const pieces = [...secrets, jwt.split('.')[2] ?? ''].flatMap(piecesOf);

let world: World;
let metrics: Metrics;
let written: string[];
/** Whatever is written past the log. */
let console_: string[];

/** A store that lasts, for whoever reads all that is ever put into it. */
function recording(store: Store): Store {
  const shelf = new Map<string, string>();
  const answers: LockedAnswers = {
    async put(id, locked) {
      written.push(id, locked);
      shelf.set(id, locked);
    },
    get: async (id) => shelf.get(id),
  };
  const told = <Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) => {
    return (...args: Args) => {
      written.push(JSON.stringify(args));
      return work(...args);
    };
  };
  const { deliveries, counts } = store;
  return {
    ...store,
    answers,
    deliveries: { ...deliveries, claim: told(deliveries.claim), answered: told(deliveries.answered) },
    counts: { ...counts, add: told(counts.add) },
  };
}

async function start(mode: 'socket' | 'http', more: Parameters<typeof startWorld>[1] = {}): Promise<World> {
  const latest = createLatestSeen({ pastes: 32, bytes: 1_000_000 });
  world = await startWorld(mode, {
    supportChannel: 'api-help',
    meter: metrics.meter,
    log: createLog('debug', { latest, destination: { write: (line) => written.push(line) } }),
    overStore: recording,
    ...more,
  });
  return world;
}

beforeEach(() => {
  metrics = createMetrics();
  written = [];
  console_ = [];
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, name).mockImplementation((...parts) => void console_.push(parts.map(String).join(' ')));
  }
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => console_.push(String(chunk)) > 0);
  }
});
afterEach(async () => {
  vi.restoreAllMocks();
  await world.close();
});

/** All that went to Slack, with what was said in acknowledgements. */
function wentToSlack(): string {
  const crossings = world.sandbox.traffic.all();
  const bodies = crossings.map(({ direction, body, answer }) => (direction === 'from-app' ? body : answer));
  return [...bodies.map((body) => JSON.stringify(body) ?? ''), ...world.road.sent].join('\n');
}

/** The only member in which Slack reads marks, where it is told to read any. */
function marksRead(): string {
  const named = z.object({ text: z.string() });
  return world.sandbox.traffic
    .all()
    .filter(({ direction }) => direction === 'from-app')
    .map(({ body }) => named.safeParse(body).data?.text ?? '')
    .join('\n');
}

async function expectNothingLeft(): Promise<void> {
  const everything = [wentToSlack(), ...written, ...console_, await metrics.read()].join('\n');
  expect(pieces.filter((piece) => everything.includes(piece))).toEqual([]);
  expect(console_).toEqual([]);
}

const typed = (value: string) => ({ typed: { type: 'plain_text_input', value } });

describe.each(['socket', 'http'] as const)('over %s, of a paste full of secrets', (mode) => {
  test('no piece leaves, whatever a person does with it', async () => {
    const { sandbox } = await start(mode);
    const [ada, ben] = [sandbox.as('ada'), sandbox.as('ben')];
    const channel = sandbox.channel('api-help');

    const ts = tsOf(ada.post(channel, `@Stepwise ${paste}`));
    const reply = await sandbox.until(() => sandbox.thread(channel, ts)[1], 'the reply to a mention');
    await sandbox.until(() => ada.ephemerals(channel)[0], 'the warning');
    ben.post(channel, '@Stepwise and for me?', ts);
    await sandbox.until(() => sandbox.thread(channel, ts)[3], 'the reply in the thread');

    const dm = tsOf(ada.post(ada.dm, paste));
    await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the reply to a direct message');
    ada.edit(ada.dm, dm, `${paste}\nand more`);
    ada.post(ada.dm, `${paste}\n${'a line of a log\n'.repeat(400)}`);
    await sandbox.until(() => sandbox.messages(ada.dm)[3], 'the reply to a snippet');

    await ada.command(channel, '/troubleshoot', paste);
    const alone = await sandbox.until(() => ada.ephemerals(channel)[1], 'the answer to a command');
    await ben.shortcut('troubleshoot_message', channel, ts);
    await sandbox.until(() => ben.ephemerals(channel)[0], 'the answer to a shortcut');
    await ada.command(channel, '/troubleshoot', '');
    await sandbox.until(() => ada.modal(), 'the form');
    await ada.submit({ request: typed(paste), more: typed(at(1)) });
    await sandbox.until(() => ada.ephemerals(channel)[3], 'the answer to the form');

    await ada.click(channel, String(alone.ts), 'next_check');
    await ada.click(channel, String(alone.ts), 'still_stuck');
    await ada.click(channel, String(alone.ts), 'share_answer');
    await ben.click(channel, String(reply.ts), 'fixed_it');
    await ada.click(channel, String(reply.ts), 'support_request');
    await sandbox.until(() => ada.modal(), 'the support request');
    const before = sandbox.messages(ada.dm).length;
    expect(await ada.submit({ 'field 0': typed(`password: ${at(7)}`), 'field 2': typed(jwt) })).toEqual({ ok: true });
    await sandbox.until(() => sandbox.messages(ada.dm)[before], 'the finished request');
    ada.openHome();
    await sandbox.until(() => ada.home(), 'the Home tab');
    await expect.poll(() => written.filter((line) => line.includes('A delivery is done')).length).toBeGreaterThan(14);

    await expectNothingLeft();
    expect(wentToSlack()).toContain('‹password 1›');
    expect(marksRead()).toContain('Checklist');
    expect(marksRead()).not.toMatch(/<[!@#h]/);
    // What mentions, runs a date or shows an emoji in rich text has a type of its own, and is never made.
    expect(wentToSlack()).not.toMatch(/"type":"(?:mrkdwn|user|usergroup|broadcast|channel|team|date|emoji)"/);
    expect(written.join('')).not.toContain('withheld');
    expect(await metrics.read()).toContain('stepwise_withheld_total 0');
  });
});

const json = { 'content-type': 'application/json' };
const refused = (error: string, more: object = {}): Trouble => ({
  status: 200,
  headers: json,
  body: JSON.stringify({ ok: false, error, ...more }),
});

/** What Slack answers, with the paste in it wherever it could be quoted. */
const troubles: readonly (readonly [what: string, trouble: readonly Trouble[]])[] = [
  [
    'refuses the blocks and quotes them',
    [
      refused('invalid_blocks', {
        errors: [`unsupported value ${at(1)}`],
        response_metadata: {
          messages: [`[ERROR] unsupported value: "${at(1)}" [json-pointer:/blocks/1]`],
          warnings: [at(2)],
        },
      }),
    ],
  ],
  ['finds the message too long', [refused('msg_too_long')]],
  ['refuses with what is no code', [refused(at(1))]],
  ['is broken, and quotes the request', [{ status: 500, headers: { 'x-echo': at(1) }, body: paste }]],
  ['answers with what is no JSON', [{ status: 200, headers: json, body: `{"ok":tru ${at(1)}` }]],
  ['puts it off', [{ status: 429, headers: { 'retry-after': '1' }, body: at(1) }]],
  ['breaks off the connection', ['lost on the way back']],
];

describe.each(troubles)('where Slack %s, no piece leaves', (_what, trouble) => {
  test('in a reply, an excuse, a warning, a form or the log', async () => {
    const { sandbox, road } = await start('socket', { overRoad: true });
    const ada = sandbox.as('ada');
    const channel = sandbox.channel('api-help');
    for (const method of ['chat.postMessage', 'chat.postEphemeral', 'views.open', 'conversations.replies']) {
      road.trouble(method, trouble);
    }
    ada.post(channel, `@Stepwise ${paste}`);
    ada.post(ada.dm, paste);
    await ada.command(channel, '/troubleshoot', '');
    await expect
      .poll(() => written.filter((line) => /A delivery (?:is done|.*failed)/.test(line)).length)
      .toBeGreaterThanOrEqual(3);
    await expectNothingLeft();
  });
});

test('where the engine fails with the paste in its error, no piece leaves, and the person is told', async () => {
  const failing = (text: string): never => {
    throw Object.assign(new Error(`cannot read ${text}`, { cause: text }), { text, name: text, code: text });
  };
  const { sandbox } = await start('socket', { troubleshoot: failing });
  const ada = sandbox.as('ada');
  const channel = sandbox.channel('api-help');
  const ts = tsOf(ada.post(channel, `@Stepwise ${paste}`));
  ada.post(ada.dm, paste);
  await ada.command(channel, '/troubleshoot', paste);
  await ada.shortcut('troubleshoot_message', channel, ts);
  const told = await sandbox.until(() => ada.ephemerals(channel)[2], 'three sentences');
  await sandbox.until(() => sandbox.messages(ada.dm)[1], 'the fourth');
  expect(shownText(told)).toContain('Something went wrong on my side');
  await expectNothingLeft();
});

test('where the store fails with what it was given in its errors, no piece leaves, and people are answered', async () => {
  const fail = async (...given: readonly unknown[]): Promise<never> => {
    throw Object.assign(new Error(`${JSON.stringify(given)} ${paste}`), { detail: paste, code: paste });
  };
  const { sandbox } = await start('socket', {
    overStore: (store) => ({ ...store, answers: { put: fail, get: fail }, counts: { add: fail, read: fail } }),
  });
  const ada = sandbox.as('ada');
  const channel = sandbox.channel('api-help');
  await ada.command(channel, '/troubleshoot', paste);
  const answer = await sandbox.until(() => ada.ephemerals(channel)[0], 'the answer');
  await ada.click(channel, String(answer.ts), 'still_stuck');
  await sandbox.until(() => ada.ephemerals(channel)[1], 'what to do next');
  await expect.poll(() => written.join('').includes('was not counted')).toBe(true);
  await expectNothingLeft();
});

test('a warning that could not be given is given when the message is asked about again', async () => {
  const { sandbox, road } = await start('socket', { overRoad: true });
  const [ada, ben] = [sandbox.as('ada'), sandbox.as('ben')];
  const channel = sandbox.channel('api-help');
  const ts = tsOf(ada.post(channel, paste));
  road.trouble('chat.postEphemeral', [refused('user_not_in_channel')]);
  road.trouble('chat.postMessage', [
    { status: 200, headers: json, body: '{"ok":true,"ts":"1.1"}' },
    refused('cannot_dm_bot'),
  ]);
  ben.post(channel, '@Stepwise please', ts);
  await expect.poll(() => written.join('').includes('could not be warned')).toBe(true);
  // The answer was out: nobody is told that there was none.
  expect(ben.ephemerals(channel)).toEqual([]);
  ben.post(channel, '@Stepwise again please', ts);
  const warning = await sandbox.until(() => ada.ephemerals(channel)[0], 'the warning');
  expect(shownText(warning)).toContain('Delete message');
  await expectNothingLeft();
});
