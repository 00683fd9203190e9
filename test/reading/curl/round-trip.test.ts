import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlRecognizer } from '../../../src/reading/curl/curl.ts';
import type { Request } from '../../../src/reading/paste.ts';
import { readPaste } from '../../../src/reading/read.ts';
import { piecesOf } from '../pieces.ts';
import { damages, harmless, plainRequests, printed, quotings, type Written, writtenRequests } from './printing.ts';

const seeded = { seed: 20260101 };

function readBack(request: Request | undefined): Written | undefined {
  if (request === undefined) return undefined;
  const fields = request.fields.filter(({ name }) => name !== 'Content-Type');
  return {
    method: request.method ?? '',
    uri: request.target?.uri ?? '',
    fields: fields.map(({ name, value }) => [name, value] as const),
    content: request.content?.text,
  };
}

describe('a request that is printed as a curl command is read back as it was', () => {
  it.each(quotings)('in %s', (_name, quote, between) => {
    fc.assert(
      fc.property(writtenRequests, (written) => {
        const text = printed(written, quote, between);
        const [piece] = piecesOf(curlRecognizer, text);
        expect(readBack(piece?.kind === 'request' ? piece.request : undefined)).toEqual(written);
      }),
      seeded,
    );
  });
});

describe('what happens to a command on its way here leaves method, target, fields and content as they were', () => {
  it.each(damages)('%s', (name, damage) => {
    const [single, double] = quotings;
    if (single === undefined || double === undefined) return;
    fc.assert(
      fc.property(plainRequests, (written) => {
        const before = printed(written, single[1], single[2]);
        const oneLine = before.replaceAll(single[2], ' ');
        const text = damage(before, printed(written, double[1], double[2]));
        const { paste } = readPaste(text, { personalData: false });
        expect(readBack(paste.exchanges[0]?.request)).toEqual(written);
        const isChanged = text !== before && text !== oneLine && !harmless.has(name);
        expect(paste.mendings.length > 0).toBe(isChanged);
      }),
      { ...seeded, numRuns: 30 },
    );
  });
});
