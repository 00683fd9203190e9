import type { Span } from '../../sealing/span.ts';
import { percentEncode } from '../content/percent-encoding.ts';
import { readContent } from '../content/read-content.ts';
import { linesWithin } from '../http/lines-within.ts';
import type { Content, Field, Pair } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTarget, withQuery } from '../target.ts';
import { withSettings } from '../with-settings.ts';

/** Keywords of Robot Framework's RequestsLibrary: `Create Session`, `GET On Session`, `POST`; cells stand two blanks apart. */
export const robotRecognizer: Recognizer = {
  name: 'robot',
  mayStandIn: (text) =>
    /[ \t]{2}(?:GET|POST|PUT|PATCH|DELETE|HEAD|Get|Post|Put|Patch|Delete)(?: On Session| Request)?[ \t]{2,60}\S/.test(
      text,
    ),
  recognize: (source, within) => {
    const script: Script = { values: new Map(), pairs: new Map(), sessions: new Map() };
    const pieces: Piece[] = [];
    const settings: Span[] = [];
    for (const line of linesWithin(source, within)) {
      if (pieces.length >= most) break;
      const cells = cellsOf(line);
      const piece = pieceOf(cells, line, script);
      if (piece !== undefined) pieces.push(piece);
      else if (takeSetting(cells, script))
        settings.push({ start: line.start, end: line.start + line.text.trimEnd().length });
    }
    return pieces.length === 0 ? [] : withSettings(pieces, settings);
  },
};

interface Cell {
  readonly text: string;
  readonly span: Span;
}

interface Script {
  readonly values: Map<string, string>;
  readonly pairs: Map<string, readonly Pair[]>;
  readonly sessions: Map<string, { readonly base: string; readonly fields: readonly Field[] }>;
}

const longestLine = 4000;

/** How many requests are read: more than a person pastes. */
const most = 500;

function cellsOf({ text, start }: Line): readonly Cell[] {
  return [...text.slice(0, longestLine).matchAll(/\S(?:[^ \t]| (?![ \t]))*/g)].map(({ 0: cell, index }) => ({
    text: cell.trimEnd(),
    span: { start: start + index, end: start + index + cell.trimEnd().length },
  }));
}

const variable = /^[$&@]\{([\w .-]{1,60})\} ?=?$/;

/** The text with the values that the script gives, and the variables that it does not. */
function filled(text: string, { values }: Script): { readonly value: string; readonly open?: readonly string[] } {
  const value = text.replace(
    /\$\{([\w .-]{1,60})\}/g,
    (whole, name: string) => values.get(name.toLowerCase()) ?? whole,
  );
  const open = value.match(/[$%]\{[^{}]{1,80}\}/g);
  return { value, ...(open === null ? {} : { open }) };
}

function takeSetting(cells: readonly Cell[], script: Script): boolean {
  const name = variable.exec(cells[0]?.text ?? '')?.[1]?.toLowerCase();
  const [keyword, ...rest] = name === undefined ? cells : cells.slice(1);
  if (keyword?.text === 'Create Session') {
    const [alias, base] = rest;
    if (alias === undefined || base === undefined) return false;
    script.sessions.set(alias.text, {
      base: filled(base.text, script).value,
      fields: pairsAt(rest, 'headers', script),
    });
    return true;
  }
  if (name === undefined || keyword === undefined) return false;
  if (keyword.text === 'Create Dictionary')
    script.pairs.set(
      name,
      rest.flatMap((cell) => pairIn(cell, script)),
    );
  else if (rest.length === 0 || keyword.text === 'Set Variable')
    script.values.set(name, filled((rest[0] ?? keyword).text, script).value);
  else return false;
  return true;
}

/** `Authorization=Bearer abc` */
function pairIn({ text, span }: Cell, script: Script): readonly Pair[] {
  const sign = text.indexOf('=');
  return sign < 1 ? [] : [{ name: text.slice(0, sign), span, ...filled(text.slice(sign + 1), script) }];
}

function argument(cells: readonly Cell[], ...names: readonly string[]): Cell | undefined {
  for (const { text, span } of cells) {
    const name = names.find((candidate) => text.startsWith(`${candidate}=`));
    if (name !== undefined) return { text: text.slice(name.length + 1), span };
  }
  return undefined;
}

/** `headers=${headers}`, or pairs that are written in place. */
function pairsAt(cells: readonly Cell[], name: string, script: Script): readonly Pair[] {
  const given = argument(cells, name);
  if (given === undefined) return [];
  const held = variable.exec(given.text)?.[1]?.toLowerCase();
  return held === undefined ? pairIn(given, script) : (script.pairs.get(held) ?? []);
}

const called = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?: (On Session|Request))?$/i;

function pieceOf(cells: readonly Cell[], line: Line, script: Script): Piece | undefined {
  const [keyword, ...rest] = variable.test(cells[0]?.text ?? '') ? cells.slice(1) : cells;
  const [, method, onSession] = called.exec(keyword?.text ?? '') ?? [];
  const session = onSession === undefined ? undefined : script.sessions.get(rest[0]?.text.replace(/^alias=/, '') ?? '');
  const place = argument(rest, 'url') ?? rest[onSession === undefined ? 0 : 1];
  if (method === undefined || place === undefined) return undefined;
  const { value, open } = filled(place.text, script);
  const url =
    session === undefined || /^https?:/.test(value)
      ? value
      : `${session.base.replace(/\/$/, '')}/${value.replace(/^\//, '')}`;
  if (!/^(?:https?:\/\/|\/|\$\{)/.test(url)) return undefined;
  const span = { start: line.start, end: line.start + line.text.trimEnd().length };
  const content = contentAt(rest, script);
  const isShown = argument(rest, 'headers') === undefined || pairsAt(rest, 'headers', script).length > 0;
  const request = {
    span,
    source: 'robot',
    method: method.toUpperCase(),
    target: withQuery(readTarget(url, place.span, open), pairsAt(rest, 'params', script)),
    fields: [...(session?.fields ?? []), ...pairsAt(rest, 'headers', script)],
    fieldsShown: isShown && (onSession === undefined || session !== undefined) ? 'whole' : 'part',
    content,
    contentShown: 'whole',
  } as const;
  return { kind: 'request', span, request };
}

function contentAt(cells: readonly Cell[], script: Script): Content | undefined {
  const json = argument(cells, 'json');
  const given = json ?? argument(cells, 'data');
  if (given === undefined) return undefined;
  const held = script.pairs.get(variable.exec(given.text)?.[1]?.toLowerCase() ?? '');
  if (held === undefined) {
    const { value, open } = filled(given.text, script);
    return { ...readContent(value, given.span, undefined), open };
  }
  const open = held.flatMap((pair) => pair.open ?? []);
  const told = { span: given.span, ...(open.length > 0 ? { open } : {}) };
  if (json === undefined) {
    const text = held.map(({ name, value }) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
    return { ...told, text, data: { kind: 'form', pairs: held } };
  }
  const value = Object.fromEntries(held.map((pair) => [pair.name, pair.value]));
  return { ...told, text: JSON.stringify(value), data: { kind: 'json', value, cut: false } };
}
