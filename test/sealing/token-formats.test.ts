import { describe, expect, it } from 'vitest';
import { passesChecksum } from '../../src/sealing/checksums.ts';
import { lastLook } from '../../src/sealing/last-look.ts';
import { seal } from '../../src/sealing/seal.ts';
import { type TokenFormat, tokenFormats } from '../../src/sealing/token-formats.ts';

const letters = 'Zk4vT9qLw2Xr8NbY3mHs6Pd1QfJc7Ge5Ua';
const hex = '9b1c7f3be5a9d2068441ef5b72d3ca80';

/** A fake token that fits a format: its pattern is a row of classes with counts. */
function sampleOf({ prefix, rest }: TokenFormat): string {
  let sample = prefix;
  let count = 0;
  const pattern = rest.replace(/\(\?![^)]*\)/g, '');
  const parts = pattern.matchAll(
    /\(\?:([^)]*)\)(\?|\{(\d+)(?:,\d+)?\})?|\[((?:\\.|[^\]])*)\](\?|\{(\d+)(?:,\d+)?\})?|\\(.)(\?)?|([^[({\\])(\?)?/g,
  );
  for (const part of parts) {
    const [, group, groupTimes, groupCount, set, setTimes, setCount, escaped, , literal] = part;
    if (group !== undefined) {
      if (groupTimes === '?') continue;
      for (let time = 0; time < Number(groupCount ?? 1); time += 1) {
        sample += sampleOf({ issuer: '', kind: 'token', prefix: '', rest: group.split('|')[0] ?? '', source: '' });
      }
    } else if (set !== undefined) {
      const fits = new RegExp(`[${set}]`);
      const times = setTimes === '?' || setCount === '0' ? 0 : Number(setCount ?? 1);
      const source =
        fits.test('Z') && fits.test('k') ? letters : fits.test('b') && !fits.test('Z') ? hex : letters.toUpperCase();
      for (let time = 0; time < times; ) {
        const char = source.charAt(count % source.length);
        count += 1;
        if (fits.test(char) || count > 5_000) {
          sample += char;
          time += 1;
        }
      }
    } else if (escaped === 'd') sample += '1';
    else sample += escaped ?? literal ?? '';
  }
  return sample;
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

describe('checksums', () => {
  it('of GitHub: CRC-32 in base 62', () => {
    expect(passesChecksum(`ghp_${'zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ'}0mLq17`, 'github')).toBe(true);
    expect(passesChecksum(`ghp_${'zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ'}0mLq18`, 'github')).toBe(false);
  });
});
