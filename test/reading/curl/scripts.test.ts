import { describe, expect, it } from 'vitest';
import { curlRecognizer } from '../../../src/reading/curl/curl.ts';
import { readPaste } from '../../../src/reading/read.ts';
import { piecesOf } from '../pieces.ts';

/** The requests of a script, as a person would note them. */
function noted(text: string): readonly string[] {
  return piecesOf(curlRecognizer, text).flatMap((piece) => {
    if (piece.kind !== 'request') return [];
    const { method, target, fields, content } = piece.request;
    const lines = fields.filter(({ name }) => name !== 'Content-Type').map(({ name, value }) => `${name}: ${value}`);
    return [`${method} ${target?.uri}`, ...lines, ...(content === undefined ? [] : [content.text])];
  });
}

const get = ['GET https://h.example/p', 'A: abc'];

describe('variables that the script sets are filled in', () => {
  it.each([
    ['an assignment', 'A=abc\ncurl -H "A: $A" https://h.example/p', get],
    ['behind a prompt', '$ A=abc\n$ curl -H "A: $A" https://h.example/p', get],
    ['on the same line', 'A=abc; curl -H "A: $A" https://h.example/p', get],
    ['in quotes', `A='abc'\ncurl -H "A: \${A}" https://h.example/p`, get],
    ['exported', 'export A="abc"\n\ncurl -H "A: $A" https://h.example/p', get],
    ['several at once', 'export A=abc U=https://h.example\ncurl -H "A: $A" $U/p', get],
    ['declared', 'declare -r A=abc\ncurl -H "A: $A" https://h.example/p', get],
    ['the last one before the command', 'A=x\nA=abc\ncurl -H "A: $A" https://h.example/p\nA=y', get],
    ['one made of another', 'H=https://h.example\nU=$H/p\nA=abc\ncurl -H "A: $A" "$U"', get],
    ['with a default', `A=abc\ncurl -H "A: \${A:-x}" https://h.example/p`, get],
    ['behind a comment', '# the token\nA=abc # mine\ncurl -H "A: $A" https://h.example/p', get],
    ['in fish', 'set -gx A abc\ncurl -H "A: $A" https://h.example/p', get],
    ['in cmd.exe', 'set TOK=abc\ncurl ^"https://h.example/p^" ^\n -H ^"A: %TOK%^"', get],
    ['in cmd.exe, in quotes', 'set "TOK=abc"\ncurl ^"https://h.example/p^" ^\n -H ^"A: %TOK%^"', get],
    ['in PowerShell', '$env:A = "abc"\ncurl.exe `\n -H "A: $env:A" `\n https://h.example/p', get],
    ['of PowerShell', '$a = \'abc\'\ncurl.exe -H `\n "A: $a" https://h.example/p', get],
    ['an empty one', 'A=\ncurl -H "A: x$A" https://h.example/p', ['GET https://h.example/p', 'A: x']],
    ['an array', `o=(-H "A: abc" -k)\ncurl "\${o[@]}" https://h.example/p`, get],
    ['an array over lines', `o=(\n  -H "A: abc"  # one\n  -k\n)\ncurl "\${o[@]}" https://h.example/p`, get],
    ['options in a text', 'O="-k -H A:abc"\ncurl $O https://h.example/p', get],
    ['content', `D='{\n  "a": 1\n}'\ncurl https://h.example/p -d "$D"`, ['POST https://h.example/p', '{\n  "a": 1\n}']],
    [
      'a here-document',
      `D=$(cat <<'EOF'\n{"a": "it's"}\nEOF\n)\ncurl https://h.example/p -d "$D"`,
      ['POST https://h.example/p', `{"a": "it's"}`],
    ],
    ['an array that grows', `o=(-k)\no+=(-H "A: abc")\ncurl "\${o[@]}" https://h.example/p`, get],
    [
      'a document that is read',
      `read -r -d '' D <<'E'\n{"a": 1}\nE\ncurl https://h.example/p -d "$D"`,
      ['POST https://h.example/p', '{"a": 1}'],
    ],
    ['at the prompt of cmd.exe', 'C:\\>set BASE=https://h.example\nC:\\>curl %BASE%/p -H "A: abc"', get],
    [
      'a here-string of PowerShell',
      `$d = @'\n{"a": 1}\n'@\ncurl.exe https://h.example/p -d $d`,
      ['POST https://h.example/p', '{"a": 1}'],
    ],
    [
      'between quotes',
      `P=v1\ncurl https://h.example/$P -d '{"a":"'"$P"'"}'`,
      ['POST https://h.example/v1', '{"a":"v1"}'],
    ],
  ])('%s', (_what, text, lines) => {
    expect(noted(text)).toEqual(lines);
  });

  it.each([
    ['not set', 'curl -H "A: $A" https://h.example/p'],
    ['set below', 'curl -H "A: $A" https://h.example/p\nA=abc'],
    ['set for another command', 'A=abc other\ncurl -H "A: $A" https://h.example/p'],
    ['made by a program', 'A=$(pass show a)\ncurl -H "A: $A" https://h.example/p'],
    ['in a sentence', 'where A=abc is mine\ncurl -H "A: $A" https://h.example/p'],
  ])('%s: stays as it is written, and is told to be open', (_what, text) => {
    const [piece] = piecesOf(curlRecognizer, text);
    const field = piece?.kind === 'request' ? piece.request.fields[0] : undefined;
    expect(field).toMatchObject({ value: '$A', open: ['$A'] });
  });

  it('is told, and stands where the variable stands', () => {
    const text = 'U=https://h.example\nA=abc\ncurl "$U/p?x=1" -H "A: Bearer $A"';
    const { paste } = readPaste(text, { personalData: false });
    expect(paste.mendings.map(({ kind, suspect }) => [kind, suspect])).toEqual([['filled-in', false]]);
    expect(paste.exchanges).toHaveLength(1);
    const query = paste.exchanges[0]?.request?.target?.query[0]?.span ?? { start: 0, end: 0 };
    expect(paste.text.slice(query.start, query.end)).toBe('x=1');
  });

  it('seals a token in the variable as in the field', () => {
    const { paste } = readPaste('TOKEN=s3cr3tt0k3nvalue99\ncurl -H "Authorization: Bearer $TOKEN" https://h.example');
    expect(JSON.stringify(paste)).not.toContain('s3cr3t');
    expect(paste.exchanges[0]?.request?.fields[0]?.value).toBe('Bearer ‹access token 1›');
    expect(paste.text).toContain('TOKEN=‹access token 1›');
  });
});

describe('what is given to the command is read', () => {
  const json = ['POST https://h.example', '{"a": 1}'];
  it.each([
    ['echo', `echo '{"a": 1}' | curl https://h.example -d @-`, json],
    ['echo over lines', `echo '{\n"a": 1}' |\n  curl https://h.example -d @-`, json],
    ['printf', `printf '%s' '{"a": 1}' | curl https://h.example --data-binary @-`, json],
    ['cat with a document', `cat <<'E' | curl https://h.example -d @-\n{"a": 1}\nE\n`, json],
    ['a file written above', `cat > b.json <<'E'\n{"a": 1}\nE\ncurl https://h.example -d @b.json`, json],
    ['a file written by echo', `echo '{"a": 1}' > ./b.json\ncurl https://h.example -d @b.json`, json],
    ['a file redirected', `echo '{"a": 1}' > b.json\ncurl https://h.example -d @- < b.json`, json],
    ['a file that is not shown', 'curl https://h.example -d @- < b.json', ['POST https://h.example', '@b.json']],
    ['nothing', 'curl https://h.example -d @/dev/null', ['POST https://h.example', '']],
    [
      'configuration',
      `curl -K - <<'E'\n# mine\nurl = "https://h.example/p"\nheader = "A: \\"b\\""\n-X PUT\ncompressed\nE`,
      ['PUT https://h.example/p', 'A: "b"'],
    ],
    ['a document in a substitution', `curl https://h.example -d "$(cat <<E\n{"a": 1}\nE\n)"`, json],
    ['a file in a substitution', `echo '{"a": 1}' > b.json\ncurl https://h.example -d "$(cat b.json)"`, json],
    [
      'a text in Base64',
      'curl https://h.example -H "A: $(echo -n a:b | base64)"',
      ['GET https://h.example', 'A: YTpi'],
    ],
    ['fields', `curl https://h.example -H @- <<'E'\nA: 1\nB: 2\nE`, ['GET https://h.example', 'A: 1', 'B: 2']],
  ])('%s', (_what, text, lines) => {
    expect(noted(text)).toEqual(lines);
  });

  it('is no answer of its own', () => {
    const text = `cat > b.json <<'E'\n{"error": "no"}\nE\ncurl https://h.example -d @b.json`;
    const { paste } = readPaste(text);
    expect(paste.exchanges).toHaveLength(1);
    expect(paste.exchanges[0]?.response).toBeUndefined();
  });
});

describe('variables that may hold options', () => {
  it('are told to be unseen', () => {
    const [piece] = piecesOf(curlRecognizer, 'curl $OPTIONS https://h.example');
    const request = piece?.kind === 'request' ? piece.request : undefined;
    expect(request).toMatchObject({ target: { uri: 'https://h.example' }, fieldsShown: 'part', contentShown: 'part' });
  });
});
