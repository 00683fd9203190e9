import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { loggable } from '../src/loggable.ts';

const secret = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1';

class Refused extends Error {
  override readonly name = 'Refused';
  readonly code = 'E_REFUSED';
  readonly body = { client_secret: secret };
}

const circular: Record<string, unknown> = { way: 'command' };
circular.itself = circular;

/** What could come to hold a paste, and what is written of it. */
const rows: readonly (readonly [what: string, given: object, written: object])[] = [
  ['texts, numbers and truth values', { a: 'x', b: 1, c: true, d: null }, { a: 'x', b: 1, c: true, d: null }],
  ['lists and plain objects', { kinds: ['token'], at: { port: 1 } }, { kinds: ['token'], at: { port: 1 } }],
  ['an error with members of its own', { error: new Refused(secret) }, { error: 'Refused E_REFUSED' }],
  ['an error because of another', { error: new Error('x', { cause: secret }) }, { error: 'Error' }],
  ['an error alone', new Refused(secret), { error: 'Refused E_REFUSED' }],
  [
    'an error whose name is a sentence',
    Object.assign(new Error(), { name: `cannot read ${secret}` }),
    { error: 'Error' },
  ],
  ['bytes', { body: Buffer.from(secret) }, { body: 'object' }],
  ['maps, sets and headers', { a: new Map([[secret, secret]]), b: new Set([secret]) }, { a: 'object', b: 'object' }],
  ['functions and symbols', { a: () => secret, b: Symbol(secret) }, { a: 'function', b: 'symbol' }],
  [
    'what writes itself',
    {
      a: new (class {
        toJSON = () => secret;
      })(),
    },
    { a: 'object' },
  ],
  ['what is deep inside', { a: { b: { c: { d: { e: secret } } } } }, { a: { b: { c: { d: 'object' } } } }],
  ['a long text', { body: secret.repeat(1_000) }, { body: `${secret.repeat(1_000).slice(0, 300)}…` }],
  [
    'a circular object',
    circular,
    {
      way: 'command',
      itself: { way: 'command', itself: { way: 'command', itself: { way: 'command', itself: 'object' } } },
    },
  ],
];

describe('what may be written to the log of', () => {
  it.each(rows)('%s', (_what, given, written) => {
    expect(loggable(given)).toEqual(written);
  });

  it('a member that cannot be read is that alone', () => {
    const about = {
      get body(): string {
        throw new Error(secret);
      },
    };
    expect(loggable(about)).toEqual({ body: 'unreadable' });
  });

  it('a name under which something stands is cut as well, and the line is looked at like any other', () => {
    const lines: string[] = [];
    const log = createLog('info', { destination: { write: (line) => lines.push(line) } });
    log.warn({ ['x'.repeat(5_000)]: 1 }, 'long');
    log.warn({ [['ghp', '_', 'F4k3F4k3F4k3F4k3F4k3F4k3F4k3F4k3F4k3'].join('')]: 1 }, 'a token');
    expect(lines.join('').length).toBeLessThan(600);
    expect(lines[1]).toContain('A log line was withheld');
  });
});
