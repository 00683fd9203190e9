import { tokenInSentence } from '../../sealing/places/credentials.ts';
import { requestFrom, responseFrom } from '../messages.ts';
import type { Field } from '../paste.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { isFieldName, isRequestField, isResponseField } from './field-names.ts';
import { readFieldLine } from './head-lines.ts';
import { linesWithin } from './lines-within.ts';

/**
 * Fields without the message that they belong to: lines of a head, `"Authorization": "Bearer …",` out of an object, and
 * an `Authorization` field that a sentence quotes.
 */
export const looseFieldsRecognizer: Recognizer = {
  name: 'loose-fields',
  mayStandIn: (text) => /(?:^|[\s"'`(])["']?[A-Za-z][A-Za-z-]{2,40}["']?:[ \t"'`]/.test(text),
  recognize: (source, within) => {
    const pieces: Piece[] = [];
    let block: Field[] = [];
    const endBlock = (): void => {
      pieces.push(...pieceOf(block));
      block = [];
    };
    for (const line of linesWithin(source, within)) {
      const field = wholeLine(line);
      if (field !== undefined) {
        block.push(field);
        continue;
      }
      endBlock();
      const quoted = quotedInSentence(line);
      if (quoted !== undefined) pieces.push(...pieceOf([quoted]));
    }
    endBlock();
    return pieces;
  },
};

/** A line that is a field and nothing else, as a head or a program's text has it. */
function wholeLine(line: Line): Field | undefined {
  const bare = readFieldLine(line);
  if (bare !== undefined && /^["'`]/.test(bare.value)) return memberLine(line);
  if (bare === undefined) return memberLine(line);
  return isFieldName(bare.name) && isWritten(bare.value) && !isInSentence(bare) ? bare : undefined;
}

/** `Authorization: Bearer abc returns 401`. */
function isInSentence({ name, value }: Field): boolean {
  const credentials = /^(?:Bearer|Basic|Token|DPoP)[ \t]{1,3}/i.exec(value)?.[0] ?? '';
  return (
    credentials !== '' &&
    /^authorization$/i.test(name) &&
    tokenInSentence(value.slice(credentials.length)) !== undefined
  );
}

/** `"Accept": "application/json",` and `Accept: 'application/json'`. What a program puts together is not known. */
function memberLine(line: Line): Field | undefined {
  const found =
    /^[ \t]{0,40}(["']?)([A-Za-z][A-Za-z0-9-]{2,60})\1[ \t]?:[ \t]{0,8}(["'])([^"']{1,8000})\3[ \t]?,?[ \t]{0,8}$/.exec(
      line.text,
    );
  const name = found?.[2] ?? '';
  const value = found?.[4] ?? '';
  if (found === null || !isFieldName(name) || !isWritten(value)) return undefined;
  const start = line.start + line.text.search(/\S/);
  return { name, value, span: { start, end: start + line.text.trim().length } };
}

/** Not a sentence, not a variable of a script, nor a template of one. */
function isWritten(value: string): boolean {
  return value !== '' && !/^(?:[a-z’']{1,30}[ ,]{1,2}){3}/i.test(value) && !/\$\{|\$[A-Za-z_]|%s|\{\{/.test(value);
}

/** `my header is Authorization: Bearer abc`, up to the quote that closes it or the end of the credentials. */
const inSentence =
  /(?:^|[\s(,;])(["'`]?)(Authorization)(?: header)?\1?[ \t]?:[ \t]{0,3}(["'`]?)((?:(?:Bearer|Basic|Token|DPoP)[ \t]{1,3})?(?:[A-Za-z0-9_.~+/=-]{8,8000}|[A-Z_]{3,60}|undefined|null|\{[A-Z][A-Z_ ]{2,60}\}|<[A-Za-z][\w -]{2,60}>|\[[A-Z][A-Z_ ]{2,60}\]))/;

function quotedInSentence(line: Line): Field | undefined {
  const found = inSentence.exec(line.text);
  const name = found?.[2] ?? '';
  const value = (found?.[4] ?? '').replace(/[.,;]$/, '');
  // A program that goes on behind it (`"Authorization: Bearer " + token`) says nothing of what is sent.
  if (found === null || /^["'`]?[ \t]?\+/.test(line.text.slice(found.index + found[0].length))) return undefined;
  const start = line.start + found.index + found[0].indexOf(name);
  return { name, value, span: { start, end: line.start + found.index + found[0].length } };
}

/** Fields of which none is a request's or a response's alone could be anything's. */
function pieceOf(fields: readonly Field[]): readonly Piece[] {
  const [first] = fields;
  const last = fields.at(-1);
  if (first === undefined || last === undefined) return [];
  const span = { start: first.span.start, end: last.span.end };
  if (fields.some(({ name }) => isTelling(name))) {
    return [{ kind: 'request', span, request: requestFrom({ span, source: 'fields', fields }) }];
  }
  if (fields.length < 2) return [];
  if (fields.some(({ name }) => isRequestField(name))) {
    return [{ kind: 'request', span, request: requestFrom({ span, source: 'fields', fields }) }];
  }
  if (!fields.some(({ name }) => isResponseField(name))) return [];
  return [{ kind: 'response', span, response: responseFrom({ span, statusBasis: 'stated', fields }) }];
}

/** Enough on its own: nobody's form or sentence has a label of that name. */
function isTelling(name: string): boolean {
  return /^(?:proxy-)?authorization$|^cookie$|^x-api-key$|^dpop$/i.test(name);
}
