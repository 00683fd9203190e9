import type { Content, Pair } from '../paste.ts';
import { joinWords, prefixWord } from '../shell/joined-words.ts';
import { openIn, sliceWord, type Word } from '../shell/word.ts';
import { withoutBreaks } from './broken-json.ts';
import { formEncoded } from './encoding.ts';
import type { Inputs } from './inputs.ts';
import type { DataPart, FormPart, Operation } from './operation.ts';
import { placedContent } from './placed.ts';

/** What one data option contributes: its text as it is sent, or a file that the paste does not show. */
interface Part {
  readonly word: Word;
  readonly isFile: boolean;
  /** `--json` texts follow each other with nothing between them. */
  readonly joins: boolean;
}

/** The content that options make, and whether the paste shows all of it. */
export interface SentContent {
  readonly content: Content;
  readonly whole: boolean;
}

/** What `-d` and its kin send, in order, joined with `&`. */
export function sentData({ data }: Operation, mediaType: string | undefined, inputs: Inputs): SentContent | undefined {
  const parts = data.map((part) => readPart(part, inputs));
  const [first] = parts;
  if (first === undefined) return undefined;
  if (parts.length === 1 && first.isFile && first.word.text.startsWith('@'))
    return { content: fileContent(first.word), whole: false };
  return { content: placedContent(joined(parts), mediaType), whole: !parts.some(({ isFile }) => isFile) };
}

function joined(parts: readonly Part[]): Word {
  const words = parts.map(({ word, joins }, index) => (index === 0 || joins ? word : prefixWord('&', word)));
  return joinWords('', words);
}

function readPart({ form, word }: DataPart, inputs: Inputs): Part {
  if (form === 'urlencoded') return urlencoded(word, inputs);
  const joins = form === 'json';
  if (form === 'raw' || !word.text.startsWith('@')) return { word: withoutBreaks(word) ?? word, isFile: false, joins };
  const path = word.text.slice(1);
  const given = inputs.textOf(path);
  if (given === undefined) return { word: prefixWord('@', fileWord(sliceWord(word, 1), inputs)), isFile: true, joins };
  return { word: form === 'data' ? withoutLineBreaks(given) : given, isFile: false, joins };
}

/** A file's path as a word; standard input's where it is redirected from a file. */
function fileWord(word: Word, inputs: Inputs): Word {
  const path = inputs.pathOf(word.text);
  return path === word.text ? word : { ...word, text: path, runs: [], unknowns: [] };
}

/** `-d` takes the line breaks out of a file. */
function withoutLineBreaks(word: Word): Word {
  if (!/[\r\n]/.test(word.text)) return word;
  const lines = [...word.text.matchAll(/[^\r\n]+/g)];
  return joinWords(
    '',
    lines.map(({ 0: line, index }) => sliceWord(word, index, index + line.length)),
  );
}

/** `content`, `=content`, `name=content`, `@file`, `name@file`: the content is encoded, the name is not. */
function urlencoded(word: Word, inputs: Inputs): Part {
  const equals = word.text.indexOf('=');
  const mark = equals === -1 ? word.text.indexOf('@') : equals;
  if (mark === -1) return { word: formEncoded(word), isFile: false, joins: false };
  const name = sliceWord(word, 0, mark);
  const value = sliceWord(word, mark + 1);
  const given = equals === -1 ? inputs.textOf(value.text) : value;
  const isFile = given === undefined;
  const content = isFile ? prefixWord('@', fileWord(value, inputs)) : formEncoded(given);
  return { word: mark === 0 ? content : joinWords('', [name, prefixWord('=', content)]), isFile, joins: false };
}

/** What the options append to the query: with `-G` the data, and only without any `--url-query`, as curl does it. */
export function addedQuery(operation: Operation, isGet: boolean, inputs: Inputs): readonly Word[] {
  if (isGet && operation.data.length > 0) return [joined(operation.data.map((part) => readPart(part, inputs)))];
  return operation.queries.map((word) =>
    word.text.startsWith('+') ? sliceWord(word, 1) : urlencoded(word, inputs).word,
  );
}

function fileContent(word: Word): Content {
  const path = word.text.replace(/^@/, '');
  return { span: word.span, text: `@${path}`, data: { kind: 'file', path } };
}

/** What `-T` sends. */
export function uploaded(word: Word, inputs: Inputs, mediaType: string | undefined): SentContent {
  const given = inputs.textOf(word.text);
  if (given !== undefined) return { content: placedContent(given, mediaType), whole: true };
  return { content: fileContent(fileWord(word, inputs)), whole: false };
}

/** What `-F` sends: each part's name and value, a file by its name behind an `@`. */
export function sentForm(form: readonly FormPart[]): SentContent | undefined {
  if (form.length === 0) return undefined;
  const whole = joinWords(
    '\n',
    form.map(({ word }) => word),
  );
  const parts = form.map(formPart);
  const text = parts.map(({ name, value }) => `${name}=${value}`).join('\n');
  return {
    content: { span: whole.span, text, data: { kind: 'multipart', parts }, open: openIn(whole) },
    whole: !form.some(({ literal, word }) => !literal && /=[@<]/.test(word.text)),
  };
}

function formPart({ literal, word }: FormPart): Pair {
  const equals = word.text.indexOf('=');
  const name = equals === -1 ? word.text : word.text.slice(0, equals);
  const value = equals === -1 ? '' : word.text.slice(equals + 1);
  return { name, value: literal ? value : withoutParameters(value), span: word.span, open: openIn(word) };
}

/** `;type=…`, `;filename=…` and `;headers=…` tell how a part is sent; quotes around a value keep what is in them. */
function withoutParameters(value: string): string {
  const quoted = /^([@<]?)"((?:[^"\\]|\\.)*)"/.exec(value.slice(0, 100_000));
  if (quoted !== null) return `${quoted[1] ?? ''}${(quoted[2] ?? '').replace(/\\(["\\])/g, '$1')}`;
  const found = /;[ \t]{0,4}(?:type|filename|headers|encoder|format)=/i.exec(value);
  return found === null ? value : value.slice(0, found.index);
}
