import { describe, expect, it } from 'vitest';
import { readPaste } from '../../../src/reading/read.ts';
import { telling } from './telling.ts';

const lines = [
  `curl -X POST 'https://api.example.com/v1/orders?dry=1&lang=en' \\`,
  `  -H 'Content-Type: application/json' \\`,
  `  -H 'X-Trace: a b' \\`,
  `  -d '{"sku":"A-1"}'`,
];
const told = [
  '> POST https://api.example.com/v1/orders?dry=1&lang=en',
  '  Content-Type: application/json',
  '  X-Trace: a b',
  '  json {"sku":"A-1"}',
];

const plain = lines.join('\n');
const oneLine = plain.replaceAll(' \\\n ', '');
const long = oneLine.replaceAll(' -H', ' --header').replace(' -d', ' --data').replace(' -X', ' --request');

/** The command with something before each of its lines, told by their number. */
function prefixed(prefix: (number: number) => string): string {
  return lines.map((line, index) => prefix(index + 1) + line).join('\n');
}

/** Each pair of quotes as another pair. */
function quoted(open: string, close: string): string {
  let isOpen = false;
  return oneLine.replaceAll("'", () => {
    isOpen = !isOpen;
    return isOpen ? open : close;
  });
}

function linked(linkTo: (url: string) => string): string {
  return oneLine.replace(/https:[^']*/, linkTo);
}

function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`(.{${width}})`, 'g'), '$1\n');
}

/** As a page colours it. */
function coloured(text: string): string {
  const escaped = text.replaceAll('&', '&amp;');
  return `<pre><code>${escaped.replaceAll(/\S+/g, (word) => `<span class="s1">${word}</span>`)}</code></pre>`;
}

describe('a command is the same, whatever the way here did to it', () => {
  it.each([
    ['bars of a chat', 'line-bars', prefixed(() => '▎ ')],
    ['bars of a mail', 'line-bars', prefixed(() => '| ')],
    ['a box', 'line-bars', `┌────\n${lines.map((line) => `│ ${line.padEnd(70)} │`).join('\n')}\n└────`],
    ['quoted, and escaped in part', 'quote-prefixes', prefixed(() => '&gt; ')],
    ['a numbered list', 'line-numbers', prefixed((number) => `${number}. `)],
    ['line numbers with a letter', 'line-numbers', prefixed((number) => `L${number}: `)],
    ['what grep found', 'line-numbers', prefixed((number) => `run.sh:${number + 8}:`)],
    [
      'what grep found around it',
      'line-numbers',
      prefixed((number) => `run.sh${number === 1 ? ':' : '-'}${number + 8}-`),
    ],
    ['bold', 'emphasis', `*${oneLine}*`],
    ['bold of Markdown', 'emphasis', `I ran **${oneLine}**, and nothing came`],
    ['italic', 'emphasis', `_${oneLine}_`],
    ['a bold program', 'emphasis', oneLine.replace('curl', '**curl**')],
    ['corner brackets', 'curly-quotes', quoted('「', '」')],
    ['guillemets with blanks', 'curly-quotes', quoted('« ', ' »')],
    ['accents', 'curly-quotes', quoted('´', '´')],
    ['hyphens put apart', 'long-dashes', long.replaceAll(' --', ' - -')],
    ['a hyphen and a dash', 'long-dashes', long.replaceAll(' --', ' -–')],
    ['dashes, and a terminal', 'wrapped-lines', wrapped(long.replaceAll(' --', ' —'), 80)],
    ['a string without its quotes', 'escaped-quotes', JSON.stringify(plain).slice(1, -1)],
    ['a string of Python', 'escaped-quotes', `'${plain.replaceAll(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`],
    ['a string of YAML', 'escaped-quotes', `  - '${oneLine.replaceAll("'", "''")}'`],
    [
      'strings put together',
      'escaped-quotes',
      lines.map((line) => JSON.stringify(line.replace(/\\$/, ''))).join(' +\n'),
    ],
    ['line breaks as letters', 'escaped-quotes', plain.replaceAll('\n', '\\n')],
    [
      'quotes as letters',
      'escaped-ampersands',
      oneLine.replaceAll("'", '\\u0027').replaceAll('"', '\\u0022').replaceAll('&', '\\u0026'),
    ],
    ['a string within a string', 'escaped-quotes', JSON.stringify({ log: JSON.stringify({ message: plain }) })],
    ['a block of code within a string', 'code-fences', JSON.stringify({ text: `I ran:\n\`\`\`sh\n${plain}\n\`\`\`` })],
    ['a string of a shell', 'escaped-quotes', `ssh host '${plain.replaceAll("'", "'\\''")}'`],
    ['JSON with line breaks of another system', 'json-string', JSON.stringify(plain.replaceAll('\n', '\r\n'))],
    ['JSON, and a terminal', 'wrapped-lines', wrapped(JSON.stringify({ message: plain }), 80)],
    ['a block of Jira', 'code-fences', `{code:bash}\n${plain}\n{code}`],
    ['a block of a forum', 'code-fences', `[code]${oneLine}[/code]`],
    ['code within a line of Jira', 'code-fences', `It is {{${oneLine}}}, as told`],
    ['braces that Jira escaped', 'markdown-escapes', plain.replaceAll(/[{}]/g, '\\$&')],
    [
      'the source of a page of Confluence',
      'code-fences',
      `<ac:plain-text-body><![CDATA[${plain}]]></ac:plain-text-body>`,
    ],
    ['links of Jira', 'repeated-links', linked((url) => `[${url}|${url}|smart-link]`)],
    [
      'links of a mail, then of Slack',
      'repeated-links',
      linked((url) => `<${url}> &lt;<${url}&gt;>`).replaceAll('&lang', '&amp;lang'),
    ],
    [
      'links of Markdown, then of Slack',
      'repeated-links',
      linked((url) => `[<${url}](${url})>`).replaceAll('&lang', '&amp;lang'),
    ],
    [
      'links of a mail filter',
      'guarded-links',
      linked(
        (url) =>
          `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C01&reserved=0`,
      ),
    ],
    [
      'links of another mail filter',
      'guarded-links',
      linked((url) => `https://urldefense.com/v3/__${url}__;!!Abc-1!xYz$`),
    ],
    ['numbers in parentheses', 'line-numbers', prefixed((number) => `(${number}) `)],
    ['a build server', 'log-prefixes', prefixed(() => '2024-05-01T10:00:00.1234567Z ##[command]')],
    ['a string behind a timestamp', 'escaped-quotes', JSON.stringify({ log: `2024-05-01T10:00:00Z ${plain}` })],
    ['a page with dashes', 'long-dashes', `<pre><code>${long.replaceAll(' --', ' —')}</code></pre>`],
    ['a diff', 'line-bars', prefixed(() => '+')],
    ['comments', 'line-bars', prefixed(() => '// ')],
    ['a log, with blanks behind its levels', 'log-prefixes', prefixed(() => '2024-05-01 10:00:00 INFO  ')],
    ['a capital letter, in bold', 'emphasis', `*${oneLine.replace('curl', 'Curl')}*`],
    ['colours without the escape character', 'terminal-colours', `^[[32m${oneLine}^[[0m`],
    ['colours of a page', 'page-markup', coloured(plain)],
    ['blocks of a page', 'page-markup', lines.map((line) => `<div>${line}</div>`).join('')],
    ['paragraphs of a page', 'page-markup', lines.map((line) => `<p>${line}</p>`).join('\n')],
    ['slashes for backslashes', 'lost-backslash', plain.replaceAll('\\', '/')],
    ['a small -h', 'lower-case-header', oneLine.replaceAll('-H', '-h')],
    ['line breaks of a word processor', undefined, plain.replaceAll('\n', '\v')],
    ['the end of a sentence', undefined, `${oneLine}.`],
    ['a sentence that goes on', undefined, `${oneLine}, any idea?`],
    ['a part left out', undefined, plain.replace('  -d', '  ... \\\n  -d')],
    ['a part left out within brackets', undefined, oneLine.replace(' -d', ' […] -d')],
  ])('%s', (_what, kind, pasted) => {
    const read = telling(readPaste(pasted).paste)
      .split('\n')
      .filter((line) => !line.startsWith('='));
    expect(read.filter((line) => !line.startsWith('~'))).toEqual(told);
    expect(read.filter((line) => line.startsWith('~'))).toEqual(
      kind === undefined ? [] : expect.arrayContaining([`~ ${kind}`]),
    );
  });
});

describe('a value is the same', () => {
  it.each([
    ['escaped by an editor of Markdown', `curl https://h.example -d 'grant\\_type=a\\*b'`, 'grant_type=a*b'],
    ['with an apostrophe that became curly', 'curl https://h.example -d “it’s=a”', "it's=a"],
    ['broken at a blank', `curl https://h.example -d '{"text":"Hello,\nWorld"}'`, '{"text":"Hello, World"}'],
    ['in the source of a mail', 'curl https://h.example -d "a=3D1&b=3D2"', 'a=1&b=2'],
    ['broken by a page', `curl https://h.example \\<br>-d '[<br>1<br>]'`, '[\n1\n]'],
    ['in the quotes of Python', `run("""curl https://h.example -d '{"a":"b"}'""")`, '{"a":"b"}'],
    ['further into a message', `{"msg": "run: curl https://h.example -d 'a=1'"}`, 'a=1'],
    ['in a string that lost its escapes', `{"cmd": "curl https://h.example -d '{"a":"b"}'"}`, '{"a":"b"}'],
  ])('%s', (_what, pasted, content) => {
    expect(readPaste(pasted).paste.exchanges.map(({ request }) => request?.content?.text)).toEqual([content]);
  });
});

describe('what only looks like damage stays', () => {
  it.each([
    ['steps of a list', '1. curl https://api.example.com/a\n2. curl https://api.example.com/b', 2],
    ['a table', '| curl https://api.example.com/a | 401 |\n| curl https://api.example.com/b | 200 |', 2],
    ['a page that came', 'curl https://api.example.com/a\n<html><body><p>curl me</p></body></html>', 1],
    ['names with underscores', 'curl https://api.example.com/_a_/*x* -H "A: *b*"', 1],
  ])('%s', (_what, pasted, count) => {
    const { paste } = readPaste(pasted);
    expect(paste.mendings.map(({ kind }) => kind)).toEqual([]);
    expect(paste.exchanges.filter(({ request }) => request !== undefined)).toHaveLength(count);
  });
});
