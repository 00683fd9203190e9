import { describe, expect, it } from 'vitest';
import { createLatestSeen, createLog } from '../src/log.ts';
import { seal } from '../src/sealing/seal.ts';

const secret = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1';

function logging(most: number) {
  const lines: string[] = [];
  const latest = createLatestSeen(most);
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
});
