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
    const read = telling(readPaste(pasted).paste).split('\n');
    expect(read.filter((line) => !line.startsWith('~'))).toEqual(told);
    expect(read.filter((line) => line.startsWith('~'))).toEqual(
      kind === undefined ? [] : expect.arrayContaining([`~ ${kind}`]),
    );
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
