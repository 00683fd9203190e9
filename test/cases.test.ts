import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packsAtHand } from '../src/packs-at-hand.ts';
import { troubleshoot } from '../src/troubleshoot.ts';

/** Real questions, from public reports and code, with the checklist item that answers each. */
const caseSchema = z.object({
  id: z.string(),
  text: z.string(),
  item: z.string(),
  also: z.array(z.string()),
  why: z.string(),
});

const cases = readFileSync(new URL('fixtures/consumer-api.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => caseSchema.parse(JSON.parse(line)));

const now = Date.parse('2026-01-01T00:00:00Z');
const atHand = await packsAtHand(undefined);
if (!atHand.ok) throw new Error(JSON.stringify(atHand.problems, null, 2));
const { packs } = atHand;

describe('real questions about the Consumer API', () => {
  it.each(cases)('$id: $item', ({ text, item, also }) => {
    const { diagnosis } = troubleshoot(text, packs, now);
    const found = diagnosis.findings.map((finding) => finding.item);
    // Where nothing fits, saying so and offering the template is the answer that `more-help` stands for.
    const first = found[0] ?? 'more-help';
    expect([item, ...also]).toContain(first);
  });

  it('gets the same answer every time, byte for byte', () => {
    for (const { text } of cases) {
      expect(JSON.stringify(troubleshoot(text, packs, now).answer)).toBe(
        JSON.stringify(troubleshoot(text, packs, now).answer),
      );
    }
  });
});
