import { longestName, mayEndName, type Parameter, parameterNamed } from './parameter-names.ts';

/** A parameter's name in a text: `clientID`, `BANNO_CLIENT_ID`, `client id`. */
export interface Label {
  readonly parameter: Parameter;
  readonly start: number;
  readonly end: number;
  /** Spelt as programs spell it, in one word. */
  readonly oneWord: boolean;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The names of parameters in `text`, from left to right, of names in names the longest. */
export function findLabels(text: string): Label[] {
  const labels: Label[] = [];
  let recent: Word[] = [];
  for (const { 0: word, index } of text.matchAll(/[A-Za-z][A-Za-z0-9_.\u00c0-\u024f-]*/g)) {
    if (word.length > 120) {
      recent = [];
      continue;
    }
    const trimmed = word.replace(/[.-]+$/, '');
    recent = [...recent.slice(1 - longestName), { text: trimmed, start: index, end: index + trimmed.length }];
    const label = mayEndName(trimmed) ? labelAt(text, recent) : undefined;
    if (label === undefined) continue;
    while ((labels.at(-1)?.start ?? -1) >= label.start) labels.pop();
    labels.push(label);
  }
  return labels;
}

/** The longest name that ends with the last of `words`, which stand in a row. */
function labelAt(text: string, words: readonly Word[]): Label | undefined {
  const last = words.at(-1);
  if (last === undefined) return undefined;
  for (let count = Math.min(longestName, words.length); count > 1; count -= 1) {
    const first = words[words.length - count];
    if (first === undefined || !standInARow(text, words.slice(-count))) continue;
    const parameter = parameterNamed(text.slice(first.start, last.end));
    if (parameter !== undefined) return { parameter, start: first.start, end: last.end, oneWord: false };
  }
  return labelInWord(last);
}

function standInARow(text: string, words: readonly Word[]): boolean {
  return words.every((word, index) => {
    const before = words[index - 1];
    return before === undefined || text.slice(before.end, word.start) === ' ';
  });
}

/** The word, or the end of it behind a prefix: `client_id` of `BANNO_CLIENT_ID` and of `spring.oauth2.client_id`. */
function labelInWord({ text, start, end }: Word): Label | undefined {
  const whole = parameterNamed(text);
  if (whole !== undefined) return { parameter: whole, start, end, oneWord: true };
  const parts = text.split(/[_.-]/);
  for (let count = Math.min(longestName, parts.length - 1); count > 1; count -= 1) {
    const suffix = parts.slice(-count).join('_');
    const parameter = parameterNamed(suffix);
    if (parameter !== undefined) return { parameter, start: end - suffix.length, end, oneWord: true };
  }
  const lastPart = parts.at(-1) ?? '';
  const camel = parts.length > 1 ? parameterNamed(lastPart) : undefined;
  return camel === undefined || !/[a-z][A-Z]/.test(lastPart)
    ? undefined
    : { parameter: camel, start: end - lastPart.length, end, oneWord: true };
}
