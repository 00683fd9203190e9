import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/reading/shell/read-command.ts';
import { openOf, sliceWord } from '../../../src/reading/shell/word.ts';

function wordsOf(text: string): readonly string[] {
  return readCommand(text, 0, text.length).words.map((word) => word.text);
}

describe('bash and zsh', () => {
  it.each([
    [`a 'b c' "d e" f\\ g`, ['a', 'b c', 'd e', 'f g']],
    [`a "q \\"x\\" \\$y \\n"`, ['a', 'q "x" $y \\n']],
    [`a 'it'"'"'s' 'it'\\''s'`, ['a', "it's", "it's"]],
    [`a $'tab\\there \\x41\\u00e9\\U0001F600\\101 it\\'s' `, ['a', "tab\there Aé😀A it's"]],
    [`a $'\\xc3\\xa9'`, ['a', 'é']],
    [`a '' ""`, ['a', '', '']],
    ['a b \\\n  c', ['a', 'b', 'c']],
    [`a "b\\\nc"`, ['a', 'bc']],
    ['a b # c d', ['a', 'b']],
    ['a b#c', ['a', 'b#c']],
    ['a b; c', ['a', 'b']],
    ['a b | c', ['a', 'b']],
    ['a b && c', ['a', 'b']],
    ['a b > c d 2>&1 e', ['a', 'b', 'd', 'e']],
    ['a b 2>/dev/null', ['a', 'b']],
    ['a b &> c', ['a', 'b']],
    ['a <token> https://<host>/p', ['a', '<token>', 'https://<host>/p']],
    [`a $B "\${C:-d e}" $(f "g h") \`i j\``, ['a', '$B', `\${C:-d e}`, '$(f "g h")', '`i j`']],
    ['a $ 5$', ['a', '$', '5$']],
    [
      'a -u b:‹client secret 1› -d c=‹code verifier 1›',
      ['a', '-u', 'b:‹client secret 1›', '-d', 'c=‹code verifier 1›'],
    ],
    ['a {b,c} [1-2] ~', ['a', '{b,c}', '[1-2]', '~']],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('give a here-document to the command', () => {
    const text = 'a -d @- <<-EOF | b\n\tone\n\t\ttwo\n\tEOF\nnext';
    const command = readCommand(text, 0, text.length);
    expect(command.words.map((word) => word.text)).toEqual(['a', '-d', '@-']);
    expect(command.input?.text).toBe('one\ntwo\n');
    expect(text.slice(command.end)).toBe('\nnext');
  });

  it('fill variables in in a here-document, unless its delimiter is quoted', () => {
    const open = 'a <<E\n$B \\$C "d" \\\nx\nE';
    const quoted = "a <<'E'\n$B \\$C\nE";
    expect(readCommand(open, 0, open.length).input?.text).toBe('$B $C "d" x\n');
    expect(readCommand(open, 0, open.length).input?.unknowns.map(({ text }) => text)).toEqual(['$B']);
    expect(readCommand(quoted, 0, quoted.length).input).toMatchObject({ text: '$B \\$C\n', unknowns: [] });
  });

  it('give a here-string to the command', () => {
    const text = `a <<< '{"b": 1}'`;
    expect(readCommand(text, 0, text.length).input?.text).toBe('{"b": 1}\n');
  });
});

describe('fish', () => {
  it.each([
    [`a 'it\\'s' b`, ['a', "it's", 'b']],
    [`a 'back\\\\slash' 'x\\'y'`, ['a', 'back\\slash', "x'y"]],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('cmd.exe', () => {
  it.each([
    ['a ^"b^&c^" ^\n  -H ^"d: e^"', ['a', 'b&c', '-H', 'd: e']],
    ['a ^"^{^\\^"b^\\^":1^}^"', ['a', '{"b":1}']],
    ['a "{""b"":""c d""}" --x', ['a', '{"b":"c d"}', '--x']],
    ['a "x" ^\n "{\\"b\\":1}"', ['a', 'x', '{"b":1}']],
    ['a ^"b^\n\nc^"', ['a', 'b\nc']],
    ['a ^"100^%^20b^"', ['a', '100%20b']],
    ['a ^"%TOKEN%^" ^"%C3%A9^"', ['a', '%TOKEN%', '%C3%A9']],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('PowerShell', () => {
  it.each([
    [`a 'b' \`\n  -H "c: \`"d\`""`, ['a', 'b', '-H', 'c: "d"']],
    [`a \`\n 'it''s' "say ""x"""`, ['a', "it's", 'say "x"']],
    [`a \`\n '{\\"b\\": 1}'`, ['a', '{"b": 1}']],
    [`a \`\n "$env:TOKEN $(b) \${c}"`, ['a', `$env:TOKEN $(b) \${c}`]],
    [`a \`\n @'\n{"b": 1}\n'@`, ['a', '{"b": 1}']],
    [`a \`\n @{ b = "c" }`, ['a', '@{ b = "c" }']],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('a list of strings', () => {
  it.each([
    [`curl", "-X", 'a' + b, c(d)]`, ['curl', '-X', 'ab', 'c(d)']],
    [`curl").args(["-s", "a"])`, ['curl', '-s', 'a']],
    [`curl").arg("-s").arg("a")`, ['curl', '-s', 'a']],
    [`curl"]\n  args: ["-s", "a"]`, ['curl', '-s', 'a']],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('a word', () => {
  it('stands where it stands, whatever is written around it', () => {
    const text = `a "b \\"c\\" d" e'f'"g"`;
    const words = readCommand(text, 0, text.length).words;
    expect(words.map(({ span }) => text.slice(span.start, span.end))).toEqual(['a', 'b \\"c\\" d', `e'f'"g`]);
  });

  it('can be cut, and each part stands where it stands', () => {
    const text = `x "Name: a \\"b\\" $C"`;
    const word = readCommand(text, 0, text.length).words[1];
    const part = word === undefined ? undefined : sliceWord(word, 6);
    expect(part?.text).toBe('a "b" $C');
    expect(part && text.slice(part.span.start, part.span.end)).toBe('a \\"b\\" $C');
    expect(part && openOf(part)).toEqual(['$C']);
  });
});
