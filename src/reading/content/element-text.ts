import { withCharacters } from '../../sealing/readings/character-references.ts';

/** How much of an element's text is worth telling, in UTF-16 code units. */
const longestText = 300;

/** Titles, headings and codes stand early; what is behind so much is not looked at. */
const longestHead = 100_000;

/** The text of an element, and where its content stands. */
export interface ElementText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The text of the first element of that name, without the markup in it. Undefined where there is none or no text. */
export function elementText(text: string, name: string): ElementText | undefined {
  const head = text.slice(0, longestHead);
  const opening = new RegExp(
    `<(?:\\w{1,20}:)?${name}(?:\\s[^<>"']{0,200}(?:"[^"]{0,300}"[^<>"']{0,200}|'[^']{0,300}'[^<>"']{0,200}){0,6})?>`,
    'i',
  ).exec(head);
  if (opening === null) return undefined;
  const start = opening.index + opening[0].length;
  const rest = head.slice(start, start + 4 * longestText);
  const closing = new RegExp(`</(?:\\w{1,20}:)?${name}\\s?>`, 'i').exec(rest);
  const raw = closing === null ? rest : rest.slice(0, closing.index);
  const shown = plainText(raw);
  return shown === '' ? undefined : { text: shown, start, end: start + raw.length };
}

/** Without the markup in it, on one line. */
export function plainText(markup: string): string {
  return withCharacters(markup.replace(/<[^<>]{0,1000}>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText);
}
