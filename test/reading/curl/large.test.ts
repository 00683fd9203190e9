import { describe, expect, it } from 'vitest';
import { powershellRecognizer } from '../../../src/reading/callers/powershell.ts';
import { curlRecognizer } from '../../../src/reading/curl/curl.ts';
import { piecesOf } from '../pieces.ts';

const size = 200_000;

function filled(start: string, unit: string): string {
  return start + unit.repeat(Math.ceil(size / unit.length));
}

/** What would take minutes if any step looked at the same text again and again. */
describe('text without end is read to its end', () => {
  it.each([
    ['documents that are never closed', '', 'curl <<EOF\n'],
    ['quotes that are never closed', '', 'curl https://h.example "a\n'],
    ['brackets that are never closed', 'curl ', '$('],
    ['backquotes', 'curl ', '`'],
    ['globs', 'curl https://h.example/', '{a,b}'],
    ['ampersands', 'curl https://h.example?', 'a=b&'],
    ['fields', 'curl https://h.example', " -H 'A: 1'"],
    ['blanks', 'curl "', ' '],
    ['escapes', 'curl ^"', '^'],
    ['commands', '', 'curl h.example/a\n'],
    ['commands on one line with quotes that are never closed', '', 'curl -H "a: b -H "c: d" https://h.example/c '],
    ['commands with data on one line', '', `curl -d '{"a":1}' https://h.example/c `],
    ['substitutions', '', 'curl $('],
    ['pipes', '', 'curl https://h.example | '],
    ['variables', 'A=x\n', 'curl "$A" -d $A https://h.example\n'],
    ['variables of variables', '', 'A=$A$A\ncurl $A https://h.example\n'],
    ['assignments that are never closed', '', 'A="\ncurl https://h.example -d $A\n'],
    ['arrays', 'o=(a b c d e f g h)\n', 'curl "\u0024{o[@]}" https://h.example\n'],
    ['names for a command, given again and again', '', 'f() {\n curl "https://h.example/$1"\n}\nf a\n'],
    ['NUL and lone surrogates', 'curl https://h.example -d "', '\u0000\ud800'],
  ])('%s', (_name, start, unit) => {
    expect(Array.isArray(piecesOf(curlRecognizer, filled(start, unit)))).toBe(true);
  });

  it.each([
    ['variables', '', '$a = @{ b = "c" }\nirm $a\n'],
    ['tables', '', '$h.Add("a","b")\n'],
    ['brackets', 'irm ', '('],
  ])('%s of PowerShell', (_name, start, unit) => {
    expect(Array.isArray(piecesOf(powershellRecognizer, `${filled(start, unit)}\nirm https://h.example`))).toBe(true);
  });
});
