import { describe, expect, test } from 'vitest';
import { packsAtHand } from '../../src/packs-at-hand.ts';
import { troubleshoot } from '../../src/troubleshoot.ts';

const lines = (change: (line: string, index: number) => string) => (text: string) =>
  text.split('\n').map(change).join('\n');

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What happens to a text between a terminal and a message. None of it makes another fault of the one in the text. */
const waysHere: Readonly<Record<string, (text: string) => string>> = {
  'through Slack, which escapes it and links its URLs': (text) =>
    escaped(text).replace(/https?:\/\/[^\s"'`\\)]+?(?=&lt;|&gt;|[\s"'`\\),]|$)/g, '<$&>'),
  'in a code fence, with words around': (text) => `Hi team, this fails:\n\`\`\`\n${text}\n\`\`\`\nAny idea? Thanks!`,
  'with words around': (text) => `It is broken since yesterday.\n\n${text}\n\nWhat are we doing wrong?`,
  'as a quotation': lines((line) => `> ${line}`),
  'as a quotation of a quotation': lines((line) => `>> ${line}`),
  'as a list': lines((line) => (line.trim() === '' ? line : `• ${line}`)),
  'behind bars': lines((line) => `| ${line}`),
  'behind the names of containers': lines((line) => `web-1  | ${line}`),
  'in the journal of a machine': lines((line) => `Nov 01 00:00:00 web01 app[1234]: ${line}`),
  'above a signature': (text) => `${text}\n\n--\nJo Doe\nIntegration Engineer`,
  'with curly quotes': (text) => text.replace(/"([^"\n]*)"/g, '“$1”').replace(/'([^'\n]*)'/g, '‘$1’'),
  'with spaces that do not break': (text) => text.replaceAll(' ', '\u00a0'),
  'with spaces that nobody sees': (text) => text.replaceAll(' ', ' \u200b'),
  'with line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
  'with line numbers': lines((line, index) => `${index + 1}  ${line}`),
  'in colours of a terminal': lines((line) => `\u001b[31m${line}\u001b[0m`),
  'in colours that lost their escape character': lines((line) => `[31m${line}[0m`),
  'as a line of code each': lines((line) => (line.trim() === '' ? line : `\`${line}\``)),
  'indented, with blanks at the ends': lines((line) => `    ${line}   `),
  'as the source of a page': (text) => escaped(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  'as a string of JSON': (text) => JSON.stringify(text),
};

const now = Date.parse('2026-11-01T00:00:00Z');
const atHand = await packsAtHand(undefined);
if (!atHand.ok) throw new Error('The built-in checklists are broken.');
const { packs } = atHand;

const examples = packs.flatMap(({ id, items }) =>
  items.flatMap(({ rules }) =>
    rules.flatMap((rule) => rule.applies.slice(0, 1).map(({ text }) => ({ pack: id, rule: rule.id, text }))),
  ),
);

function firstFinding(text: string, pack: string): string | undefined {
  const { item, rule } = troubleshoot(text, packs, now, pack).diagnosis.findings[0] ?? {};
  return rule === undefined ? undefined : `${item}/${rule}`;
}

const found = (change: (text: string) => string) =>
  examples.map(({ pack, rule, text }) => ({ pack, rule, first: firstFinding(change(text), pack) }));

describe('the first finding of an example stays the same', () => {
  const asWritten = found((text) => text);
  test.each(Object.entries(waysHere))('%s', (_way, change) => {
    expect(found(change)).toEqual(asWritten);
  });
});
