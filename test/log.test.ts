import { describe, expect, it } from 'vitest';
import { createLatestSeen, createLog } from '../src/log.ts';
import { seal } from '../src/sealing/seal.ts';

const secret = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1';

function logging(pastes: number, bytes = 1_000_000) {
  const lines: string[] = [];
  const latest = createLatestSeen({ pastes, bytes });
  let withheld = 0;
  const log = createLog('info', {
    destination: { write: (line) => lines.push(line) },
    latest,
    onWithheld: () => {
      withheld += 1;
    },
  });
  const paste = (text: string) => latest.note(seal(text, [], { personalData: true }).seen);
  return { lines, log, paste, withheld: () => withheld };
}

describe('the log', () => {
  it('withholds a line with a piece of a secret that was pasted, and counts it', () => {
    const { lines, log, paste, withheld } = logging(4);
    paste(`client_secret=${secret}`);
    log.error({ error: `cannot read ${secret.slice(3, 17)}` }, 'failed');
    expect(lines.join('')).not.toContain(secret.slice(3, 15));
    expect(lines.join('')).toContain('A log line was withheld');
    expect(withheld()).toBe(1);
  });

  it('withholds a short secret and a line in the format of a token', () => {
    const { lines, log, paste, withheld } = logging(4);
    paste('password: blue7river');
    log.info({}, 'login with blue7river failed');
    log.info({}, 'Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.dTR5nNqNrsxqjWP');
    expect(lines.join('')).not.toContain('blue7river');
    expect(withheld()).toBe(2);
  });

  it('writes what holds no secret, as one JSON object a line', () => {
    const { lines, log, paste, withheld } = logging(1);
    paste(`client_secret=${secret}`);
    log.info({ port: 3000, id: '0f6e2ad4b8c1957330de4a61c2b97f58' }, 'listening');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 30, port: 3000, msg: 'listening' });
    expect(withheld()).toBe(0);
  });

  it('is not silenced by a password that is a word of its own', () => {
    const { lines, log, paste, withheld } = logging(4);
    paste('password: delivery');
    paste('my password is answered');
    log.info({ way: 'command' }, 'A delivery is done, and answered.');
    expect(lines.join('')).toContain('A delivery is done');
    expect(withheld()).toBe(0);
  });

  it.each([
    [
      'a token behind the escape of a control character',
      () => `\u0001${['sk', 'live', 'f4k3f4k3f4k3f4k3f4k3f4k3'].join('_')}`,
    ],
    ['a phrase of words that are each a word of its own', () => 'correct-horse-battery'],
  ])('withholds %s', (_what, said) => {
    const { lines, log, paste, withheld } = logging(4);
    paste('curl -u ada:correct-horse-battery https://a.example');
    log.error({ said: said() }, 'failed');
    expect(lines.join('')).not.toContain(said().slice(1));
    expect(withheld()).toBe(1);
  });

  it('watches for the latest pastes, as many as their fingerprints have room', () => {
    const { log, paste, withheld } = logging(8, 40_000);
    paste(`client_secret=${secret}`);
    for (let index = 0; index < 9; index += 1) paste(`client_secret=${index}hY7nMq2Xw5RtKd8vLs3Zb6Pf`);
    log.error({ error: secret }, 'of a paste that is long gone');
    expect(withheld()).toBe(0);
    paste(`client_secret=${secret}`);
    const many = Array.from({ length: 200 }, (_, index) => `client_secret=${index}Wp4Zr9Tq1Xk6Nb8Jm3Lc7`);
    paste(many.join('\n'));
    log.error({ error: secret }, 'of a paste that a large one displaced');
    expect(withheld()).toBe(0);
    log.error({ error: '7Wp4Zr9Tq1Xk6Nb8Jm3Lc7' }, 'of the large one');
    expect(withheld()).toBe(1);
  });
});
