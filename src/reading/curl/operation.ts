import { base64 } from '../content/base64.ts';
import type { Word } from '../shell/word.ts';
import type { Argument } from './arguments.ts';
import { percentEncoded } from './encoding.ts';

/** How a part of a request's content was given. `raw`: `@` is a letter. `urlencoded`: one of five forms. */
export type DataForm = 'data' | 'raw' | 'binary' | 'urlencoded' | 'json';

export interface DataPart {
  readonly form: DataForm;
  readonly word: Word;
}

export interface FormPart {
  /** Of `--form-string`, `@`, `<` and `;type=` are letters. */
  readonly literal: boolean;
  readonly word: Word;
}

/** What one curl operation is told to do: all before the next `--next`. */
export interface Operation {
  readonly urls: readonly Word[];
  readonly headers: readonly Word[];
  readonly data: readonly DataPart[];
  readonly form: readonly FormPart[];
  readonly queries: readonly Word[];
  readonly cookies: readonly Word[];
  /** The files of `-T`: the first goes to the first URL, and so on. */
  readonly uploads: readonly Word[];
  /** The last value of each other option, and the flags that are on. */
  readonly last: ReadonlyMap<string, Word | true>;
  /** `--variable NAME=value`, which `--expand-…` fills in. */
  readonly variables: ReadonlyMap<string, string>;
}

/** What goes to one URL of an operation. */
export interface Transfer {
  readonly operation: Operation;
  /** Missing where the command has none. */
  readonly url: Word | undefined;
  readonly upload: Word | undefined;
}

const dataForms: ReadonlyMap<string, DataForm> = new Map([
  ['data', 'data'],
  ['data-ascii', 'data'],
  ['data-binary', 'binary'],
  ['data-raw', 'raw'],
  ['data-urlencode', 'urlencoded'],
  ['json', 'json'],
]);

/** Options that say what another one says. */
const synonyms: ReadonlyMap<string, string> = new Map([['follow', 'location']]);

interface Draft {
  readonly urls: Word[];
  readonly headers: Word[];
  readonly data: DataPart[];
  readonly form: FormPart[];
  readonly queries: Word[];
  readonly cookies: Word[];
  readonly uploads: Word[];
  readonly last: Map<string, Word | true>;
  readonly variables: Map<string, string>;
}

function emptyDraft(variables: Map<string, string>): Draft {
  return {
    urls: [],
    headers: [],
    data: [],
    form: [],
    queries: [],
    cookies: [],
    uploads: [],
    last: new Map(),
    variables,
  };
}

/** The operations of a command, in order. Variables go over from one to the next; nothing else does. */
export function operationsOf(args: readonly Argument[]): readonly Operation[] {
  const variables = new Map<string, string>();
  let draft = emptyDraft(variables);
  const operations = [draft];
  for (const arg of args) {
    // curl warns of a `--next` with no URL before it, and goes on as if it were not there.
    if (arg.kind === 'option' && arg.name === 'next') {
      if (draft.urls.length === 0) continue;
      draft = emptyDraft(variables);
      operations.push(draft);
    } else note(draft, arg);
  }
  return operations;
}

function note(draft: Draft, arg: Argument): void {
  if (arg.kind === 'unknown' || arg.kind === 'elided') return;
  if (arg.kind === 'url') {
    draft.urls.push(arg.value);
    return;
  }
  const value = arg.value !== undefined && arg.expands ? expanded(arg.value, draft.variables) : arg.value;
  if (value === undefined) {
    const name = synonyms.get(arg.name) ?? arg.name;
    if (arg.on) draft.last.set(name, true);
    else draft.last.delete(name);
    return;
  }
  noteValue(draft, arg.name, value);
}

function noteValue(draft: Draft, name: string, word: Word): void {
  const form = dataForms.get(name);
  if (form !== undefined) draft.data.push({ form, word });
  else if (name === 'url') draft.urls.push(word);
  else if (name === 'header') draft.headers.push(word);
  else if (name === 'form' || name === 'form-string') draft.form.push({ literal: name === 'form-string', word });
  else if (name === 'url-query') draft.queries.push(word);
  else if (name === 'cookie') draft.cookies.push(word);
  else if (name === 'upload-file') draft.uploads.push(word);
  else if (name === 'variable') noteVariable(draft.variables, word.text);
  else draft.last.set(name, word);
}

/** `NAME=value`; `%NAME` comes from the environment, which a paste does not show. */
function noteVariable(variables: Map<string, string>, text: string): void {
  const equals = text.indexOf('=');
  if (equals > 0 && !text.startsWith('%')) variables.set(text.slice(0, equals), text.slice(equals + 1));
}

/** `{{NAME}}` and `{{NAME:trim:url}}`; a name that is not set here leaves it unknown. */
function expanded(word: Word, variables: ReadonlyMap<string, string>): Word {
  if (!word.text.includes('{{')) return word;
  const unknowns = [...word.unknowns];
  let text = '';
  let from = 0;
  for (const found of word.text.matchAll(/\{\{([A-Za-z_]\w{0,127})((?::[a-z0-9]{1,10}){0,8})\}\}/g)) {
    text += word.text.slice(from, found.index);
    const value = applied(variables.get(found[1] ?? ''), found[2] ?? '');
    if (value === undefined) unknowns.push({ kind: 'variable', text: found[0], start: text.length });
    text += value ?? found[0];
    from = found.index + found[0].length;
  }
  return { ...word, text: text + word.text.slice(from), unknowns };
}

const functions: ReadonlyMap<string, (value: string) => string> = new Map([
  ['trim', (value) => value.trim()],
  ['json', (value) => JSON.stringify(value).slice(1, -1)],
  ['url', (value) => percentEncoded(value)],
  ['b64', base64],
]);

/** What the functions behind a name make of its value, in their order. */
function applied(value: string | undefined, names: string): string | undefined {
  return names
    .split(':')
    .slice(1)
    .reduce((made, name) => (made === undefined ? undefined : functions.get(name)?.(made)), value);
}

/** The value of an option that was given one. */
export function optionValue(operation: Operation, name: string): Word | undefined {
  const value = operation.last.get(name);
  return value === true ? undefined : value;
}

export function isOn(operation: Operation, name: string): boolean {
  return operation.last.get(name) === true;
}

/** Whether the data goes into the query: `-G` does nothing to a form. */
export function isGet(operation: Operation): boolean {
  return isOn(operation, 'get') && operation.form.length === 0;
}
