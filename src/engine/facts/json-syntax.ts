/** The first place where a text stops being JSON (RFC 8259). */
export interface JsonFault {
  /** In UTF-16 code units. */
  readonly offset: number;
  /** `a comma before a closing bracket`, for people. */
  readonly what: string;
}

/** A label stands for a number that was sealed. */
const token =
  /\s*(?:(?<open>[{[])|(?<close>[}\]])|(?<comma>,)|(?<colon>:)|(?<string>"(?:[^"\\\n]|\\.)*")|(?<scalar>-?\d[\d.eE+-]*|true\b|false\b|null\b|‹[^›\n]{1,40}›)|(?<other>\S))/gsy;

type Expected = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end';

/** Reads a text token by token, and no further than the first fault. Undefined where the text is JSON. */
export function jsonFault(text: string): JsonFault | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let done = false;
  for (const match of text.matchAll(new RegExp(token))) {
    const groups = match.groups ?? {};
    const offset = match.index + match[0].length - match[0].trimStart().length;
    if (done) return { offset, what: 'something after the end' };
    const fault = faultOf(groups, expected, open);
    if (fault !== undefined) return { offset, what: fault };
    expected = nextExpected(groups, expected, open);
    done = open.length === 0 && expected === 'comma or end';
  }
  if (text.trim() === '' || done) return undefined;
  return {
    offset: text.length,
    what: open.length === 0 ? 'no value' : `no ${open.at(-1) === '{' ? '}' : ']'} at the end`,
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

function faultOf(groups: Groups, expected: Expected, open: readonly string[]): string | undefined {
  const { other, close, string, comma, colon } = groups;
  if (other !== undefined) return otherFault(other);
  if (close !== undefined) return closeFault(close, expected, open.at(-1) ?? '');
  if (comma !== undefined) return expected === 'comma or end' ? undefined : 'a comma too many';
  if (colon !== undefined) return expected === 'colon' ? undefined : 'a colon out of place';
  return valueFault(string !== undefined, expected);
}

function closeFault(close: string, expected: Expected, opened: string): string | undefined {
  if (closing[opened] !== close) return `a ${close} that closes nothing`;
  if (expected === 'value or end' || expected === 'name or end' || expected === 'comma or end') return undefined;
  const follows = expected === 'name' || (expected === 'value' && opened === '[');
  return follows ? 'a comma before a closing bracket' : 'no value before this';
}

function valueFault(isString: boolean, expected: Expected): string | undefined {
  if (expected === 'comma or end') return 'no comma before this';
  if (expected === 'colon') return 'no colon before this';
  const wantsName = expected === 'name' || expected === 'name or end';
  return wantsName && !isString ? 'a name without double quotation marks' : undefined;
}

function otherFault(other: string): string {
  if (other === '"') return 'a string that does not end on its line';
  if (other === "'") return 'a single quotation mark';
  if (/[“”„‘’]/.test(other)) return 'a curly quotation mark';
  if (other === '/' || other === '#') return 'a comment';
  return `an unexpected ${other}`;
}

function nextExpected(groups: Groups, expected: Expected, open: string[]): Expected {
  if (groups.open !== undefined) {
    open.push(groups.open);
    return groups.open === '{' ? 'name or end' : 'value or end';
  }
  if (groups.close !== undefined) {
    open.pop();
    return 'comma or end';
  }
  if (groups.comma !== undefined) return open.at(-1) === '{' ? 'name' : 'value';
  if (groups.colon !== undefined) return 'value';
  return expected === 'name' || expected === 'name or end' ? 'colon' : 'comma or end';
}
