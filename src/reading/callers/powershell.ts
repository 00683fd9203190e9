import type { Span } from '../../sealing/span.ts';
import { readContent } from '../content/read-content.ts';
import { placedContent } from '../curl/placed.ts';
import type { Content, Field } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { filledWord } from '../shell/filled-words.ts';
import { findPrograms, mostWasted } from '../shell/find-programs.ts';
import { joinWords, prefixWord } from '../shell/joined-words.ts';
import { powershell } from '../shell/powershell.ts';
import type { Word } from '../shell/word.ts';
import { type Call, fieldOf, fileContent, hasField, mediaTypeOf, requestOf } from './caller.ts';
import { type Entry, knownOpen, readValue, tableText, type Value } from './powershell-value.ts';
import { cookieEntry, readVariables, type Variables } from './powershell-variables.ts';

/**
 * `Invoke-WebRequest`, `Invoke-RestMethod` and their short names, with what the script above gives to their variables:
 * `$headers = @{…}`, `$headers.Add(…)`, `$body = @"…"@`, `@parameters`.
 */
export const powershellRecognizer: Recognizer = {
  name: 'powershell',
  mayStandIn: (text) =>
    /Invoke-(?:WebRequest|RestMethod)|\b(?:iwr|irm)[ \t]|[ \t]-(?:Uri|Headers|Method|UseBasicParsing)[ \t]/i.test(text),
  recognize: (source, within) => {
    const { text } = source;
    const pieces: Piece[] = [];
    const variables = new Map<string, Value>();
    let taken = within.start;
    let looked = within.start;
    let wasted = 0;
    for (const { start, end } of findPrograms(text, within, program)) {
      if (start < taken) continue;
      if (isPointedAt(text, start)) {
        // The part of the URL that it repeats is none of its own.
        const line = text.indexOf('\n', start);
        pieces.push({ kind: 'setting', span: { start, end: line === -1 ? within.end : Math.min(line, within.end) } });
        continue;
      }
      if (wasted > mostWasted(within)) break;
      const command = powershell(text, start, end);
      const parameters = readParameters(text, command.words.slice(1), command.end);
      readVariables(text, looked, start, variables);
      looked = start;
      const call = callOf(splatted(text, parameters, variables), variables);
      if (call === undefined) wasted += command.end - start;
      if (call === undefined) continue;
      const span = { start: startOfScript(text, variables, taken, start), end: command.end };
      pieces.push({ kind: 'request', span, request: requestOf('powershell', call, { start, end: command.end }) });
      taken = command.end;
    }
    return pieces;
  },
};

/** `curl` and `wget` are other names of `Invoke-WebRequest` in Windows PowerShell; its parameters tell. */
const program =
  /(?:Invoke-WebRequest|Invoke-RestMethod|(?<![\w-])(?:iwr|irm|(?:curl|wget)(?=[ \t][^\n]{0,400}[ \t]-(?:Uri|Headers|Method|Body|ContentType|UseBasicParsing|InFile|OutFile)\b)))(?=[ \t])(?!\s{0,4}:)/gi;

/** What PowerShell repeats of a command below its error: `At line:1 char:1`, then `+ Invoke-…`, or `1 |  Invoke-…`. */
function isPointedAt(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  return /(?:^|\n)(?:\+ [^\n]{0,20}|\s{0,8}\d{0,4}\s{0,4}\|[^\n]{0,20})$/.test(before);
}

/** The variables above are a part of the call: they are explained with it. */
function startOfScript(text: string, variables: Variables, taken: number, start: number): number {
  const starts = [...variables.values()].map((value) =>
    value.kind === 'text' ? value.word.span.start : value.span.start,
  );
  const first = starts.filter((at) => at >= taken).reduce((least, at) => Math.min(least, at), start);
  return Math.max(taken, text.lastIndexOf('\n', first) + 1);
}

type Parameters = ReadonlyMap<string, Value>;

const switches: ReadonlySet<string> = new Set(
  (
    'usebasicparsing usedefaultcredentials skipcertificatecheck skipheadervalidation skiphttperrorcheck passthru resume ' +
    'allowunencryptedauthentication disablekeepalive noproxy preserveauthorizationonredirect followrellink verbose debug ' +
    'allowinsecureredirect preservehttpmethodonredirect proxyusedefaultcredentials'
  ).split(' '),
);

/** Full names of the parameters that tell something; PowerShell takes any beginning of one. */
const parameterNames = [
  'uri',
  'method',
  'headers',
  'body',
  'contenttype',
  'useragent',
  'infile',
  'form',
  'token',
  'authentication',
  'custommethod',
  'websession',
];

function nameOf(written: string): string {
  const name = written.replace(/^-+/, '').replace(/:$/, '').toLowerCase();
  return parameterNames.find((full) => full === name) ?? parameterNames.find((full) => full.startsWith(name)) ?? name;
}

function readParameters(text: string, words: readonly Word[], end: number): Parameters {
  const values = new Map<string, Value>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    if (/^-[A-Za-z]/.test(word.text)) {
      const next = words[index + 1];
      const name = nameOf(word.text);
      if (switches.has(name) || next === undefined) continue;
      values.set(name, parameterValue(text, next, end));
      index += 1;
    } else if (/^@\w+$/.test(word.text)) values.set('splat', { kind: 'text', word });
    else if (!values.has('uri')) values.set('uri', { kind: 'text', word });
  }
  return values;
}

/** A hash table or an expression in brackets is read again, in full. */
function parameterValue(text: string, word: Word, end: number): Value {
  const at = word.span.start;
  if (text.startsWith('@{', at) || text.startsWith('(', at))
    return readValue(text, at, end)?.value ?? { kind: 'text', word };
  return { kind: 'text', word };
}

/** `Invoke-RestMethod @params`. */
function splatted(text: string, parameters: Parameters, variables: Variables): Parameters {
  const splat = parameters.get('splat');
  const table = splat?.kind === 'text' ? variables.get(splat.word.text.slice(1).toLowerCase()) : undefined;
  if (table?.kind !== 'table') return parameters;
  const values = new Map<string, Value>(parameters);
  for (const { name, value } of table.entries) values.set(nameOf(name), parameterValue(text, value, value.span.end));
  return values;
}

/** What a variable was given, or the value itself. */
function resolved(value: Value | undefined, variables: Variables): Value | undefined {
  if (value?.kind !== 'text') return value;
  const name = /^\$(\w{1,60})$/.exec(value.word.text)?.[1]?.toLowerCase();
  return (name === undefined ? undefined : variables.get(name)) ?? value;
}

/** A text with the variables in it that the script gives a text to. */
function resolvedWord(word: Word, variables: Variables): Word {
  return filledWord(word, (unknown) => {
    const name = /^\$\{?(\w{1,60})\}?$/.exec(unknown.text)?.[1]?.toLowerCase();
    const value = name === undefined ? undefined : variables.get(name);
    return value?.kind === 'text' && value.word.unknowns.length === 0 ? value.word : undefined;
  });
}

function textOf(parameters: Parameters, name: string, variables: Variables): Word | undefined {
  const value = resolved(parameters.get(name), variables);
  return value?.kind === 'text' ? resolvedWord(value.word, variables) : undefined;
}

function callOf(parameters: Parameters, variables: Variables): Call | undefined {
  const url = textOf(parameters, 'uri', variables);
  if (url === undefined) return undefined;
  const asked = textOf(parameters, 'method', variables) ?? textOf(parameters, 'custommethod', variables);
  const method = asked === undefined ? 'GET' : asked.unknowns.length > 0 ? undefined : asked.text.toUpperCase();
  const headers = resolved(parameters.get('headers'), variables);
  const fields: Field[] = fieldsOf(headers, variables);
  fields.push(...otherFields(parameters, variables, fields));
  const body = resolved(parameters.get('body') ?? parameters.get('form'), variables);
  const asQuery = body?.kind === 'table' && !body.asJson && (method === 'GET' || method === 'HEAD');
  const file = textOf(parameters, 'infile', variables);
  if (body !== undefined && !asQuery && method !== 'GET' && !hasField(fields, 'content-type')) {
    const value = parameters.has('form') ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
    fields.push({ name: 'Content-Type', value, span: spanOf(body) });
  }
  const content =
    file !== undefined
      ? fileContent(file)
      : asQuery || body === undefined
        ? undefined
        : contentOf(body, fields, variables);
  return {
    method,
    url: asQuery ? withQuery(url, tableText(body.entries, false)) : url,
    fields,
    fieldsWhole: headers === undefined || headers.kind === 'table',
    content,
    contentWhole: file === undefined && (content?.open ?? []).length === 0,
  };
}

function spanOf(value: Value): Span {
  return value.kind === 'text' ? value.word.span : value.span;
}

function withQuery(url: Word, query: string): Word {
  return {
    ...joinWords('', [
      url,
      prefixWord(url.text.includes('?') ? '&' : '?', { text: query, span: url.span, unknowns: [], runs: [] }),
    ]),
    span: url.span,
  };
}

function fieldsOf(headers: Value | undefined, variables: Variables): Field[] {
  if (headers?.kind !== 'table') return [];
  return headers.entries.map(({ name, value }) => {
    const word = resolvedWord(value, variables);
    return fieldOf(name, word.text, word);
  });
}

function otherFields(parameters: Parameters, variables: Variables, given: readonly Field[]): readonly Field[] {
  const fields: Field[] = [];
  const mediaType = textOf(parameters, 'contenttype', variables);
  if (mediaType !== undefined && !hasField(given, 'content-type'))
    fields.push(fieldOf('Content-Type', mediaType.text, mediaType));
  const agent = textOf(parameters, 'useragent', variables);
  if (agent !== undefined) fields.push(fieldOf('User-Agent', agent.text, agent));
  const session = resolved(parameters.get('websession'), variables);
  if (session?.kind === 'table') fields.push(...sessionFields(session.entries, [...given, ...fields]));
  const token = textOf(parameters, 'token', variables);
  if (token !== undefined && !hasField(given, 'authorization'))
    fields.push(fieldOf('Authorization', `Bearer ${token.text}`, token));
  return fields;
}

/** What a session was given, as browsers write it: `$session.UserAgent = "…"`, `$session.Cookies.Add(…)`. */
function sessionFields(entries: readonly Entry[], given: readonly Field[]): readonly Field[] {
  const agent = entries.find(({ name }) => name.toLowerCase() === 'useragent')?.value;
  const cookies = entries.filter(({ name }) => name === cookieEntry).map(({ value }) => value);
  const cookie = joinWords('; ', cookies);
  return [
    ...(agent === undefined || hasField(given, 'user-agent') ? [] : [fieldOf('User-Agent', agent.text, agent)]),
    ...(cookies.length === 0 || hasField(given, 'cookie') ? [] : [fieldOf('Cookie', cookie.text, cookie)]),
  ];
}

function contentOf(body: Value, fields: readonly Field[], variables: Variables): Content {
  if (body.kind === 'text') return placedContent(resolvedWord(body.word, variables), mediaTypeOf(fields));
  const entries = body.entries.map((entry) => ({ ...entry, value: resolvedWord(entry.value, variables) }));
  const open = [...new Set(entries.flatMap(({ value }) => knownOpen(value)))];
  const content = readContent(tableText(entries, body.asJson), body.span, mediaTypeOf(fields));
  return open.length === 0 ? content : { ...content, open };
}
