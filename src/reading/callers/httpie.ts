import { formEncoded } from '../curl/encoding.ts';
import { placedContent } from '../curl/placed.ts';
import type { Content, Field } from '../paste.ts';
import type { Recognizer } from '../recognizer.ts';
import type { Command } from '../shell/command.ts';
import { joinWords, prefixWord } from '../shell/joined-words.ts';
import { openIn, sliceWord, type Word } from '../shell/word.ts';
import { basicField } from './basic.ts';
import { type Call, callerRecognizer, fieldOf, fileContent, hasField, mediaTypeOf } from './caller.ts';

/** HTTPie (https://httpie.io/docs/cli) and xh, which takes the same words. */
export const httpieRecognizer: Recognizer = callerRecognizer({
  name: 'httpie',
  program: /(?<![\w:/.-])(?:https?|xhs?)(?=[ \t])/g,
  read: readHttpie,
});

/** Options that take the next word, unless it stands behind their `=`. */
const valued: ReadonlySet<string> = new Set(
  (
    '-a --auth -A --auth-type --bearer --raw --timeout --max-redirects --verify --cert --cert-key --cert-key-pass --ssl ' +
    '--ciphers --proxy --session --session-read-only -o --output -p --print -s --style --pretty --boundary --format-options ' +
    '--max-headers --response-charset --response-mime --default-scheme --compress-level --resolve --http-version'
  ).split(' '),
);

interface Options {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, Word>;
  readonly words: readonly Word[];
}

function readOptions(words: readonly Word[]): Options {
  const flags = new Set<string>();
  const values = new Map<string, Word>();
  const rest: Word[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const { text } = word;
    const equals = text.indexOf('=');
    const next = words[index + 1];
    if (!text.startsWith('-') || text === '-') rest.push(word);
    else if (text.startsWith('--') && equals > 0) values.set(text.slice(0, equals), sliceWord(word, equals + 1));
    else if (valued.has(text) && next !== undefined) {
      values.set(text, next);
      index += 1;
    } else if (/^-[aA]./.test(text)) values.set(text.slice(0, 2), sliceWord(word, 2));
    else if (text.startsWith('--')) flags.add(text);
    else for (const letter of text.slice(1)) flags.add(`-${letter}`);
  }
  return { flags, values, words: rest };
}

function readHttpie(program: string, command: Command): Call | undefined {
  const { flags, values, words } = readOptions(command.words.slice(1));
  const [first, second] = words;
  const hasMethod =
    first !== undefined && /^[A-Za-z]{3,10}$/.test(first.text) && second !== undefined && looksLikeUrl(second);
  const url = hasMethod ? second : first;
  if (url === undefined || !looksLikeUrl(url)) return undefined;
  const items = readItems(words.slice(hasMethod ? 2 : 1));
  if (items === undefined) return undefined;
  const isForm = flags.has('-f') || flags.has('--form') || flags.has('--multipart');
  const raw = values.get('--raw') ?? command.input;
  const fields = [...items.fields, ...authorization(values)];
  const body = bodyOf(items, isForm, raw, flags);
  if (body?.mediaType !== undefined && !hasField(fields, 'content-type')) {
    fields.push({ name: 'Content-Type', value: body.mediaType, span: body.content.span });
  }
  if (body !== undefined && !isForm && !hasField(fields, 'accept')) {
    fields.push({ name: 'Accept', value: 'application/json, */*;q=0.5', span: body.content.span });
  }
  const content = body?.word === undefined ? body?.content : placedContent(body.word, mediaTypeOf(fields));
  return {
    method: hasMethod ? first.text.toUpperCase() : body === undefined ? 'GET' : 'POST',
    url: withQuery(withScheme(url, flags.has('--https') ? 'https' : program), items.query),
    fields,
    fieldsWhole: !values.has('--session') && !values.has('--session-read-only'),
    content,
    contentWhole: body?.whole ?? true,
  };
}

function looksLikeUrl({ text, unknowns }: Word): boolean {
  return (
    unknowns[0]?.start === 0 ||
    /^(?:https?:\/\/|:\d*(?:\/|$)|localhost\b|[{<[]\S)/i.test(text) ||
    /^[\w-]{1,63}(?:\.[\w-]{1,63})+(?:[:/?]\S*)?$/.test(text)
  );
}

/** `:8080/path` is a path of this machine; a host without a scheme is asked over the one of the program's name. */
function withScheme(url: Word, program: string): Word {
  if (/^[a-z][a-z0-9+.-]{0,30}:\/\//i.test(url.text) || url.unknowns[0]?.start === 0) return url;
  const scheme = /https$|xhs$/.test(program) ? 'https://' : 'http://';
  return prefixWord(url.text.startsWith(':') ? `${scheme}localhost` : scheme, colonAlone(url));
}

function colonAlone(url: Word): Word {
  return /^:(?:\/|$)/.test(url.text) ? sliceWord(url, 1) : url;
}

function withQuery(url: Word, query: readonly Word[]): Word {
  if (query.length === 0) return url;
  return joinWords('', [url, prefixWord(url.text.includes('?') ? '&' : '?', joinWords('&', query))]);
}

interface Items {
  readonly fields: readonly Field[];
  readonly query: readonly Word[];
  readonly data: readonly Datum[];
}

interface Datum {
  readonly name: string;
  readonly value: Word;
  readonly kind: 'text' | 'json' | 'file' | 'text-file';
  readonly word: Word;
}

const separator = /(?<!\\)(?::=@|=@|:=|==|=|@|:|;$)/;

/** Request items; undefined where a word is none, as in a sentence that goes on. */
function readItems(words: readonly Word[]): Items | undefined {
  const fields: Field[] = [];
  const query: Word[] = [];
  const data: Datum[] = [];
  for (const word of words) {
    const found = separator.exec(word.text);
    if (found === null || found.index === 0) return undefined;
    const name = word.text.slice(0, found.index).replaceAll('\\', '');
    const value = sliceWord(word, found.index + found[0].length);
    switch (found[0]) {
      case ':':
        if (value.text !== '') fields.push(fieldOf(name, value.text.trim(), { ...value, span: word.span }));
        break;
      case ';':
        fields.push({ name, value: '', span: word.span });
        break;
      case '==':
        query.push(joinWords('', [sliceWord(word, 0, found.index), prefixWord('=', formEncoded(value))]));
        break;
      default:
        data.push({ name, value, kind: kinds[found[0]] ?? 'text', word });
    }
  }
  return { fields, query, data };
}

const kinds: Readonly<Record<string, Datum['kind']>> = {
  '=': 'text',
  ':=': 'json',
  '@': 'file',
  '=@': 'text-file',
  ':=@': 'text-file',
};

interface Body {
  /** Missing where the content is not one text. */
  readonly word?: Word;
  readonly content: Content;
  readonly mediaType?: string;
  readonly whole: boolean;
}

function bodyOf(items: Items, isForm: boolean, raw: Word | undefined, flags: ReadonlySet<string>): Body | undefined {
  const { data } = items;
  const [first] = data;
  if (first === undefined) {
    if (raw === undefined) return undefined;
    return { word: raw, content: fileContent(raw), mediaType: 'application/json', whole: true };
  }
  const span = { start: first.word.span.start, end: data.at(-1)?.word.span.end ?? first.word.span.end };
  const open = openIn(...data.map(({ value }) => value));
  const whole = data.every(({ kind }) => kind === 'text' || kind === 'json');
  if (isForm && (flags.has('--multipart') || data.some(({ kind }) => kind === 'file'))) {
    const parts = data.map(({ name, value, kind, word }) => ({
      name,
      value: kind === 'text' ? value.text : `@${value.text}`,
      span: word.span,
      open: openIn(value),
    }));
    const text = parts.map(({ name, value }) => `${name}=${value}`).join('\n');
    const content: Content = { span, text, data: { kind: 'multipart', parts }, open };
    return { content, mediaType: 'multipart/form-data', whole };
  }
  const word = isForm ? formOf(data) : jsonOf(data);
  const mediaType = isForm ? 'application/x-www-form-urlencoded; charset=utf-8' : 'application/json';
  return { word, content: fileContent(word), mediaType, whole };
}

function formOf(data: readonly Datum[]): Word {
  return joinWords(
    '&',
    data.map(({ word, name, value }) =>
      joinWords('', [sliceWord(word, 0, name.length), prefixWord('=', formEncoded(value))]),
    ),
  );
}

/** The JSON object of the items. What a file holds is shown as its name behind an `@`. */
function jsonOf(data: readonly Datum[]): Word {
  const members = data.map(({ name, value, kind, word }) => {
    const shown = kind === 'json' ? value.text : JSON.stringify(kind === 'text' ? value.text : `@${value.text}`);
    return { ...word, text: `${JSON.stringify(name)}: ${shown}`, runs: [], unknowns: value.unknowns };
  });
  const joined = joinWords(', ', members);
  return { ...joined, text: `{${joined.text}}`, runs: [] };
}

function authorization(values: ReadonlyMap<string, Word>): readonly Field[] {
  const given = values.get('-a') ?? values.get('--auth') ?? values.get('--bearer');
  const type = (values.get('-A') ?? values.get('--auth-type'))?.text ?? (values.has('--bearer') ? 'bearer' : 'basic');
  if (given === undefined) return [];
  if (type === 'bearer') return [fieldOf('Authorization', `Bearer ${given.text}`, given)];
  if (type === 'digest') return [{ name: 'Authorization', value: 'Digest', span: given.span, open: ['--auth-type'] }];
  return [basicField(given)];
}
