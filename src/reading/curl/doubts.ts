import type { Mending } from '../paste.ts';
import type { Argument } from './arguments.ts';
import { withoutBreaks } from './broken-json.ts';
import type { Operation } from './operation.ts';

/**
 * What curl itself would not take, would leave out or would take otherwise than its author meant: read as it is meant,
 * or left out as curl leaves it out, and told. No note repeats the command, which may hold secrets.
 */
const notes = {
  'header-without-colon':
    'A `-H` has no colon after the name of its header: curl leaves it out. A header is written `-H "Name: value"`.',
  'blank-before-colon':
    'There is a space between the name of a header and its colon: servers refuse such a request, or do not see the header.',
  'option-with-equals':
    'An option has its value after a `=`: curl takes that since version 8.16, and older versions refuse the command.',
  'abbreviated-option': 'Only the beginning of an option’s name is written: many versions of curl refuse the command.',
  'lower-case-header': 'A field stands behind `-h`, which asks curl for help: a field is given with `-H`.',
  'unknown-option': 'One option in the command is not an option of curl, which refuses the command: I passed over it.',
  'broken-field':
    'There is a line break in a header, in the URL or in a string of JSON. I left it out, since a terminal or a mail program puts it there. If it is in your script, it is the problem.',
  'two-contents':
    'The command gives content in two ways that exclude each other (`-d`, `-F`, `-T`, `-I`): curl refuses it.',
  'many-urls': 'The command asks for very many URLs: only the first of them were read.',
} as const;

type Doubt = keyof typeof notes;

/** What is told of a command, once for each kind. */
export function doubtsOf(
  args: readonly Argument[],
  operations: readonly Operation[],
  urlsCut: boolean,
): readonly Mending[] {
  const counts = new Map<Doubt, number>();
  const add = (doubt: Doubt, count: number): void => {
    if (count > 0) counts.set(doubt, (counts.get(doubt) ?? 0) + count);
  };
  for (const arg of args) {
    if (arg.kind === 'unknown') add('unknown-option', 1);
    if (arg.kind !== 'option') continue;
    if (arg.written === 'abbreviated') add('abbreviated-option', 1);
    if (arg.written === 'lower-case') add('lower-case-header', 1);
    if (arg.written === 'with-equals') add('option-with-equals', 1);
  }
  for (const operation of operations) {
    add('header-without-colon', operation.headers.filter(lacksColon).length);
    add('blank-before-colon', operation.headers.filter(({ text }) => /^[\w-]{1,100}[ \t]+:/.test(text)).length);
    add('broken-field', operation.data.filter(({ word }) => withoutBreaks(word) !== undefined).length);
    add(
      'broken-field',
      [...operation.headers, ...operation.urls].filter(({ text }) => text.trim().includes('\n')).length,
    );
    add('two-contents', waysOf(operation) > 1 ? 1 : 0);
  }
  add('many-urls', urlsCut ? 1 : 0);
  return [...counts].map(([kind, count]) => ({ kind, note: notes[kind], count, suspect: kind !== 'many-urls' }));
}

/** Neither `Name: value` nor `Name;`, and no file or variable that may hold one. */
function lacksColon({ text, unknowns }: Operation['headers'][number]): boolean {
  return !text.includes(':') && !text.startsWith('@') && unknowns.length === 0 && !/^\s*[^\s;]+;\s*$/.test(text);
}

/** In how many ways an operation says what its content is. `-G` makes a query of the data. */
function waysOf({ data, form, uploads, last }: Operation): number {
  const isGet = last.get('get') === true;
  const ways = [data.length > 0 && !isGet, form.length > 0, uploads.length > 0, last.get('head') === true];
  return ways.filter(Boolean).length;
}
