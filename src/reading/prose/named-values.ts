import type { Span } from '../../sealing/span.ts';
import type { NamedValue } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { findLabels, type Label } from './labels.ts';
import { type ReadValue, readValue, type Tie } from './named-value-reading.ts';

/**
 * Values by name, in words (`my redirect uri is …, client id …`), in configuration (YAML, `.env`, properties, JSON) and
 * in code (`clientID: '…'`). A value whose words say that a server holds it is `registered`, any other is `sent`.
 */
export const namedValuesRecognizer: Recognizer = {
  name: 'named-values',
  mayStandIn: (text) =>
    /client|redirect|callback|scope|claim|issuer|\biss\b|\baud\b|\bazp\b|authori[sz]ed.party|ur[li]\b|endpoint|audience|error|request.?id|date|time|when|state|nonce/i.test(
      text,
    ),
  recognize: (source, within) => {
    const pieces: Piece[] = [];
    const isOfRedirects = /redirect|callback/i.test(source.text);
    let taken = within.start;
    for (const label of findLabels(source.text.slice(within.start, within.end))) {
      const start = within.start + label.start;
      // `In the dashboard it's …` tells of a redirect URI where the talk is of one.
      if (start < taken || (label.parameter.registered === true && !isOfRedirects)) continue;
      const named = readNamed(source.text, { ...label, start, end: within.start + label.end }, within);
      if (named === undefined) continue;
      const values = [named.read, ...namedBeside(source.text, label, named.read, within)];
      for (const [index, { value, span: place }] of values.entries()) {
        const from = index === 0 ? start : place.start;
        const span = { start: from, end: Math.max(place.end, from) };
        const { role } = named;
        pieces.push({ kind: 'named', span, named: { name: label.parameter.name, value, span: place, role } });
        taken = span.end;
      }
    }
    return pieces;
  },
};

/**
 * Words and a sign between a name and its value: `redirect_uri sent: …`, `Redirect URI in dashboard: …`. Quotes and
 * brackets close around the name; a type stands behind the colon in TypeScript and Python.
 */
const sign =
  /^["'`*\])]{0,3}((?: {1,2}[A-Za-z(][\w'()/-]{0,24}){0,5}) {0,12}(?:=>|:=|::?|==?|->|→|\|{1,2}|\t)(?:\*\*)?[ \t]{0,12}(?:(?:str|string|String)\s{0,2}=\s{0,2})?/;
const verb =
  /^["'`*)]{0,3}((?: {1,2}[A-Za-z(][\w'()/-]{0,24}){0,4}?) {1,2}(?:is|was|are|were|ist|lautet|lauten|est|es|è|é|sont|son|set to|equals|of|it'?s|that's|has|have|says|shows|contains)(?: (?:set to|currently|just|now|exactly|also|the following))?:? {1,3}/;
const none = /^["'`*)]{0,3}() {1,2}/;

const ties: readonly (readonly [Tie, RegExp])[] = [
  ['sign', sign],
  ['verb', verb],
  ['none', none],
];

interface Named {
  readonly role: NamedValue['role'];
  readonly read: ReadValue;
}

/** Between two values of a list: a comma, a word, a bullet on the next line. */
const between =
  /^["'`>]?(?:[,;]|,? (?:and|or)\b)?[ \t]{0,4}(?:\r?\n[ \t]{0,12}(?:(?:[-*•–]|\d{1,2}[.)])[ \t]{1,4})?)?(?=["'`<]?[a-z][\w+.-]{1,30}:\/\/)/i;

const mostBeside = 50;

/** The other values of a name in the plural: in brackets, between commas, in lines below. */
function namedBeside(text: string, label: Label, { others, span }: ReadValue, within: Span): readonly ReadValue[] {
  if (others !== undefined) return others;
  const name = text.slice(within.start + label.start, within.start + label.end);
  if (label.parameter.shape !== 'uri' || !/[iIlL][sS]$/.test(name)) return [];
  const found: ReadValue[] = [];
  let end = span.end;
  while (found.length < mostBeside) {
    const gap = between.exec(text.slice(end, Math.min(end + 60, within.end)))?.[0];
    const next = gap === undefined ? undefined : readValue(text, end + gap.length, within.end, 'uri', 'sign');
    if (gap === undefined || gap === '' || next === undefined) break;
    found.push(next);
    end = next.span.end;
  }
  return found;
}

function readNamed(text: string, label: Label, within: Span): Named | undefined {
  const { parameter, end } = label;
  const behind = text.slice(end, Math.min(end + 200, within.end));
  for (const [tie, pattern] of ties) {
    const found = pattern.exec(behind);
    if (found === null) continue;
    if (tie === 'sign' && found[1] !== '' && endsInsideWord(found[0], behind)) continue;
    const start = skipLineBreak(text, end + found[0].length, tie, within.end);
    const read = readValue(text, start, within.end, parameter.shape, tie);
    if (read === undefined || isVariable(text, label, read.span)) continue;
    const context = contextOf(text, label, found[1] ?? '', read.span, within);
    const isRegistered = parameter.registered === true || (isKept(parameter) && saysRegistered(context));
    const role = isRegistered ? 'registered' : 'sent';
    return { role, read };
  }
  return undefined;
}

/** `client_id=CLIENT_ID` within the brackets of a call, as Python and Ruby pass a variable of theirs. */
function isVariable(text: string, label: Label, value: Span): boolean {
  const written = text.slice(value.start, value.end);
  if (!/^[A-Za-z_][\w.]{0,60}$/.test(written) || !/^\s{0,20}[,)]/.test(text.slice(value.end, value.end + 22)))
    return false;
  return /\w\((?:[^()\n]{0,200},\s{0,20})?$/.test(text.slice(Math.max(0, label.start - 230), label.start));
}

/** The colon of `scopes openid payments:write` is one of the value. */
function endsInsideWord(tied: string, behind: string): boolean {
  return (
    tied.endsWith(':') && /^(?:\w|\/\/)/.test(behind.slice(tied.length)) && !/^https?:/.test(behind.slice(tied.length))
  );
}

/** Whether a server keeps such values for a client. */
function isKept({ shape }: Label['parameter']): boolean {
  return shape === 'uri' || shape === 'scopes' || shape === 'id';
}

/** `scope:` may have its value on the next line. */
function skipLineBreak(text: string, start: number, tie: Tie, end: number): number {
  if (tie !== 'sign') return start;
  const gap = /^\r?\n[ \t]{0,12}(?:(?:[-*•–]|\d{1,2}[.)])[ \t]{1,4})?(?=["'`]|https?:|openid)/.exec(
    text.slice(start, Math.min(start + 40, end)),
  );
  return start + (gap?.[0].length ?? 0);
}

/** The words around a name and its value, on their line and up to the next comma, stop, or value in brackets. */
function contextOf(text: string, label: Label, between: string, value: Span, within: Span): string {
  const before = text.slice(Math.max(within.start, label.start - 60), label.start);
  const after = text.slice(value.end, Math.min(within.end, value.end + 60));
  const clauseBefore = before.slice(
    Math.max(before.lastIndexOf('\n'), before.lastIndexOf(','), before.lastIndexOf(';')) + 1,
  );
  const clauseAfter =
    after.split(/[\n,;]|\. | (?:and|but|while|whereas) |\((?=[^()\n]{0,40}(?:[:=]| is ))/, 1)[0] ?? '';
  return `${clauseBefore} ${between} ${clauseAfter}`;
}

function saysRegistered(context: string): boolean {
  return /\b(?:registered|dashboard|portal|configured|whitelisted|allow-?listed|allowed|on file|in the (?:console|settings|admin|back ?office)|(?:in|on) (?:the )?(?:external |my |our )?app(?:lication)?s?\b(?! code)|in banno people|people settings)/i.test(
    context,
  );
}
