import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFault } from '../../../src/engine/facts/json-syntax.ts';

describe('the first place where a text stops being JSON', () => {
  test.each([
    ['{"a":1}', undefined, undefined],
    [' [1, -2.5e3, true, null, "x\\"y", {"b":[]}] ', undefined, undefined],
    ['{"pin":‹one-time code 1›,"a":[‹account number 1›]}', undefined, undefined],
    ['{"a":1,}', 7, 'a comma before a closing bracket'],
    ['[1,]', 3, 'a comma before a closing bracket'],
    ["{'a':1}", 1, 'a single quotation mark'],
    ['{a:1}', 1, 'an unexpected a'],
    ['{“a”:1}', 1, 'a curly quotation mark'],
    ['{"a":1 "b":2}', 7, 'no comma before this'],
    ['{"a" 1}', 5, 'no colon before this'],
    ['{"a":}', 5, 'no value before this'],
    ['{"a":1', 6, 'no } at the end'],
    ['[1', 2, 'no ] at the end'],
    ['{"a":1}}', 7, 'something after the end'],
    ['{"a":"x\n"}', 5, 'a string that does not end on its line'],
    ['{"a":1} // note', 8, 'something after the end'],
    ['[1]]', 3, 'something after the end'],
  ])('%j', (text, offset, what) => {
    expect(jsonFault(text)).toEqual(offset === undefined ? undefined : { offset, what });
  });

  test('whatever is JSON has no fault', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(jsonFault(text)).toBeUndefined();
      }),
      { seed: 20260101 },
    );
  });

  test('any text has an answer, and the fault lies in it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const fault = jsonFault(text);
        expect(fault === undefined || (fault.offset >= 0 && fault.offset <= text.length)).toBe(true);
      }),
      { seed: 20260101 },
    );
  });
});
