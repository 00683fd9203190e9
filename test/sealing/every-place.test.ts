import { describe, expect, it } from 'vitest';
import { lastLook } from '../../src/sealing/last-look.ts';
import { seal } from '../../src/sealing/seal.ts';
import { leaks } from './leaks.ts';
import { archives } from './places/archives.ts';
import { bodies } from './places/bodies.ts';
import { code } from './places/code.ts';
import { commands } from './places/commands.ts';
import { fields } from './places/fields.ts';
import { files } from './places/files.ts';
import { logs } from './places/logs.ts';
import { pastes } from './places/pastes.ts';
import { sentences } from './places/sentences.ts';
import { cut, unnamed } from './places/unnamed.ts';
import { urls } from './places/urls.ts';

const places = { fields, urls, bodies, archives, files, code, logs, commands, sentences, pastes, unnamed };

/** Fake, and each of another look: letters and digits, a UUID as client ids are, hex, letters alone. */
const secrets = [
  'Zk4vT9qLw2Xr8NbY3mHs6Pd1',
  'e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25',
  '9b1c7f3be5a9d2068441ef5b72d3ca8069bb12',
  'qwmzhtrvbplxkcnsdgfj',
];

/** What a way here does to all of a paste. */
const damages: readonly (readonly [what: string, damage: (paste: string) => string])[] = [
  ['as it is', (paste) => paste],
  ['with the line ends of Windows', (paste) => paste.replace(/\r?\n/g, '\r\n')],
  ['as one JSON string', (paste) => JSON.stringify(paste)],
  ['indented', (paste) => paste.replace(/^/gm, '    ')],
  ['as a member of JSON', (paste) => JSON.stringify({ text: paste })],
  ['as JSON in a string of JSON', (paste) => JSON.stringify({ body: JSON.stringify({ text: paste }) })],
  ['as a cell of CSV', (paste) => `"${paste.replaceAll('"', '""')}"`],
  ['as comments', (paste) => paste.replace(/^/gm, '// ')],
  ['as new lines of a change', (paste) => paste.replace(/^/gm, '+')],
  ['as a list', (paste) => paste.replace(/^/gm, '• ')],
  ['with numbered lines', (paste) => paste.replace(/^/gm, () => '12: ')],
  ['as a search found it', (paste) => paste.replace(/^/gm, 'src/app.txt:12:')],
  ['as a container wrote it', (paste) => paste.replace(/^/gm, 'web-1  | ')],
  ['as syslog has it', (paste) => paste.replace(/^/gm, 'Sep 11 14:05:41 host app[123]: ')],
  ['as a logger wrote it', (paste) => paste.replace(/^/gm, '2026-03-02 11:22:33,123 INFO  [exec-1] c.a.b.Client - ')],
  ['as a pod wrote it', (paste) => paste.replace(/^/gm, '2026-03-02T11:22:33Z app-7f8d9c-x2x DEBUG [logger] ')],
  ['as a container runtime wrote it', (paste) => paste.replace(/^/gm, '2026-03-02T11:22:33.123456789Z stdout F ')],
  ['as a numbered list', (paste) => paste.replace(/^/gm, () => '7. ')],
  ['as one cell of a table', (paste) => `id,body,status\n17,"${paste.replaceAll('"', '""')}",open`],
  ['as preformatted text', (paste) => `<pre><code>${paste.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</code></pre>`],
  ['behind a prompt of Windows', (paste) => paste.replace(/^/gm, 'PS C:\\> ')],
];

for (const [kind, rows] of Object.entries(places)) {
  describe(`a secret is sealed in ${kind}`, () => {
    it.each(rows)('$place', ({ paste, kept = [] }) => {
      for (const secret of secrets) {
        const { text, seen } = seal(paste(secret), [], { personalData: true });
        expect(leaks(text, secret), text).toBe(false);
        expect(lastLook(text, seen), text).toEqual({ ok: true });
        expect(seal(text, [], { personalData: true }).text, 'sealed again').toBe(text);
        for (const stays of kept) expect(text).toContain(stays);
      }
    });
  });
}

describe('all of a secret is sealed that a line break cuts in', () => {
  it.each(cut)('$place', ({ paste, kept = [] }) => {
    for (const secret of secrets.slice(0, 3)) {
      const { text } = seal(paste(secret), [], { personalData: true });
      expect(leaks(text.replace(/[\s=]/g, ''), secret), text).toBe(false);
      expect(text.split('\n')[1] ?? '', text).not.toContain(secret.slice(-6));
      for (const stays of kept) expect(text).toContain(stays);
    }
  });
});

/** Where a line’s own beginning counts, what stands before every line hides the place. */
const lineBound =
  /multipart|pgpass|py triple|yaml|pem|cookie jar|cookies ps|devtools|hex dump|value first|json .* x3|obj value|token obj|har|hash of Redis/;

describe.each(damages)('all of a paste %s', (_what, damage) => {
  it.each(Object.entries(places))('seals what it sealed in %s', (_kind, rows) => {
    for (const { place, paste } of rows) {
      if (lineBound.test(place)) continue;
      for (const secret of secrets.slice(0, 2)) {
        const { text } = seal(damage(paste(secret)), [], { personalData: true });
        expect(leaks(text, secret), `${place}: ${text}`).toBe(false);
      }
    }
  });
});
