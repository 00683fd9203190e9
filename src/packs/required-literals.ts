/** Shorter pieces stand in almost every text, so that looking for them saves nothing. */
const shortest = 3;

/** Any match holds at least one of these; undefined where nothing can be said. */
type Required = readonly string[] | undefined;

/**
 * Pieces of text, in lower case, of which every match of a pattern (RE2 syntax, any case) holds at least one: a look for
 * them spares most texts the pattern itself. Undefined where there is no such set, which is always a safe answer.
 */
export function requiredLiterals(source: string): Required {
  return readAlternatives({ source: source.replace(/^\(\?[a-z-]+\)/, ''), at: 0 });
}

interface Cursor {
  readonly source: string;
  at: number;
}

function readAlternatives(cursor: Cursor): Required {
  const alternatives: Required[] = [readSequence(cursor)];
  while (cursor.source.charAt(cursor.at) === '|') {
    cursor.at += 1;
    alternatives.push(readSequence(cursor));
  }
  const known = alternatives.flatMap((alternative) => alternative ?? []);
  return alternatives.includes(undefined) ? undefined : known;
}

/** Of all parts of a sequence, the one whose shortest piece is the longest. */
function readSequence(cursor: Cursor): Required {
  const parts: (readonly string[])[] = [];
  let run = '';
  const endRun = (): void => {
    if (run !== '') parts.push([run]);
    run = '';
  };
  while (cursor.at < cursor.source.length && !')|'.includes(cursor.source.charAt(cursor.at))) {
    const part = readPart(cursor);
    const quantifier = readQuantifier(cursor);
    if (quantifier === 'optional') {
      endRun();
    } else if (typeof part === 'string') {
      run += part;
      if (quantifier === 'repeated') endRun();
    } else {
      endRun();
      if (part !== undefined) parts.push(part);
    }
  }
  endRun();
  const best = parts.toSorted((a, b) => worth(b) - worth(a))[0];
  return best !== undefined && worth(best) >= shortest ? best : undefined;
}

function worth(pieces: readonly string[]): number {
  return Math.min(...pieces.map(({ length }) => length));
}

/** A literal character, what a group requires, or undefined for what may be any character or none. */
function readPart(cursor: Cursor): string | Required {
  const { source, at } = cursor;
  const character = source.charAt(at);
  cursor.at += 1;
  if (character === '(') return readGroup(cursor);
  if (character === '[') return skipClass(cursor);
  if (character === '\\') {
    cursor.at += 1;
    const escaped = source.charAt(at + 1);
    return /[A-Za-z0-9]/.test(escaped) ? undefined : escaped.toLowerCase();
  }
  return '.^$'.includes(character) ? undefined : character.toLowerCase();
}

function readGroup(cursor: Cursor): Required {
  const opening = /^\?(?:P?<[^>]*>|[a-z-]*:|[a-z-]*(?=\)))/.exec(cursor.source.slice(cursor.at, cursor.at + 80));
  cursor.at += opening?.[0].length ?? 0;
  const required = readAlternatives(cursor);
  cursor.at += 1;
  return required;
}

function skipClass(cursor: Cursor): undefined {
  const { source } = cursor;
  if (source.charAt(cursor.at) === '^') cursor.at += 1;
  if (source.charAt(cursor.at) === ']') cursor.at += 1;
  while (cursor.at < source.length && source.charAt(cursor.at) !== ']')
    cursor.at += source.charAt(cursor.at) === '\\' ? 2 : 1;
  cursor.at += 1;
  return undefined;
}

function readQuantifier(cursor: Cursor): 'optional' | 'repeated' | 'once' {
  const quantifier = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/.exec(cursor.source.slice(cursor.at, cursor.at + 20))?.[0];
  if (quantifier === undefined) return 'once';
  cursor.at += quantifier.length;
  return /^(?:[?*]|\{0)/.test(quantifier) ? 'optional' : 'repeated';
}
