import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastLook } from '../../../src/sealing/last-look.ts';
import { seal } from '../../../src/sealing/seal.ts';
import { passesChecksum } from '../../../src/sealing/shapes/checksums.ts';
import { type TokenFormat, tokenFormats } from '../../../src/sealing/shapes/token-formats.ts';
import { looksRandom } from '../../../src/sealing/values/suspicion.ts';

/** A fake token that fits a format. */
function sampleOf({ prefix, rest, random }: TokenFormat): string {
  const pattern = new RegExp(`^${rest.replace(/\(\?!.*\)$/, '')}$`);
  const samples = fc.sample(fc.stringMatching(pattern), { seed: 20260101, numRuns: random === true ? 200 : 1 });
  return (
    prefix +
    (random === true ? samples.find((sample) => /[A-Za-z]\d[A-Z]/.test(sample) && looksRandom(sample)) : samples[0])
  );
}

describe('published token formats', () => {
  it('are those of at least 100 issuers, each with its source', () => {
    expect(new Set(tokenFormats.map(({ issuer }) => issuer)).size).toBeGreaterThanOrEqual(100);
    for (const { source } of tokenFormats) expect(source).toMatch(/^https:\/\//);
  });

  it('have no pattern that could backtrack', () => {
    for (const { rest } of tokenFormats) expect(rest.replace(/\[[^\]]*\]/g, '')).not.toMatch(/[*+]|,\}/);
  });

  it.each(tokenFormats.map((format) => [`${format.issuer} ${format.prefix}`, format] as const))(
    '%s',
    (_name, format) => {
      const token = sampleOf(format);
      const paste = `see ${format.address === true ? 'https://' : ''}${token} there`;
      const { text } = seal(paste, [], { personalData: true });
      expect(text, token).toContain('‹');
      expect(text).toMatch(/^see .* there$/);
      if (format.address === true) expect(text).toContain(`https://${format.prefix}`);
      else expect(text).not.toContain(token.slice(0, 16));
      expect(lastLook(paste).ok).toBe(false);
      expect(lastLook(text).ok).toBe(true);
    },
  );
});

describe('tokens that start like others', () => {
  it.each([
    ['the longer format', `sk_live_${'aB3-'.repeat(23)}x`],
    [
      'a JSON Web Token whose header has lines',
      'ewogICJhbGciOiAiSFMyNTYiCn0.eyJzdWIiOiIxMjM0In0.8gZ2L5_SOzC7rwXdNfos_I7wk',
    ],
    ['a key with a colon within', '809499a1-c8d3-4feb-9ada-0e8472ce0b80:fx'],
    ['a token behind its name', 'c2ew+MqOZ+MsfXI+v3N5jB==:RZh4pR2QxjGyIekZ4xL7wGF3PwjFRWkM'],
    ['a hash that can be tried out', '$8$TnGX/fE4KGHOVU$pEhnEvxrvaynpi8j4f.EMHr6M.FzU8xnZnBr/tJdFWk'],
    ['a hash of Django', 'pbkdf2_sha256$600000$wyVbZ3FF3jfy$UX+bvwIKYu+j/Pi77qM8RwwTSgOqOKLvQCq8PDomzzB='],
  ])('%s', (_what, token) => {
    const { text } = seal(`see ${token}, there`, [], { personalData: true });
    expect(text).toMatch(/^see (?:c2ew\+MqOZ\+MsfXI\+)?‹[a-zA-Z ]+ 1›, there$/);
  });
});

describe('checksums', () => {
  it('of GitHub: CRC-32 in base 62', () => {
    expect(passesChecksum(`ghp_${'zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ'}0mLq17`, 'github')).toBe(true);
    expect(passesChecksum(`ghp_${'zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ'}0mLq18`, 'github')).toBe(false);
  });

  it('of GitLab: CRC-32 in base 36', () => {
    const payload = `glpat-${'bzoxCm86MQpwOjEzCnQ6MQ0'}.01.0n`;
    expect(passesChecksum(`${payload}1i7f87k`, 'gitlab')).toBe(true);
    expect(passesChecksum(`${payload}0000000`, 'gitlab')).toBe(false);
  });

  it('of Grafana: CRC-32 of all before it, the last byte first', () => {
    expect(passesChecksum('glsa_yscW25imSKJIuav8zF37RZmnbiDvB05G_fcaaf58a', 'grafana')).toBe(true);
    expect(passesChecksum('glsa_yscW25imSKJIuav8zF37RZmnbiDvB05G_8af5aafc', 'grafana')).toBe(false);
  });

  it('of Zuplo: CRC-32 of the random part', () => {
    expect(passesChecksum(`zpka_${'0123456789abcdef'.repeat(2)}_7759b50e`, 'zuplo')).toBe(true);
    expect(passesChecksum(`zpka_${'0123456789abcdef'.repeat(2)}_7759b50f`, 'zuplo')).toBe(false);
  });
});
