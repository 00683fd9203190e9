/**
 * The character that a reference of HTML or XML stands for (HTML Standard, section 13.5; XML 1.0, section 4.6); a blank
 * that does not break is a blank.
 *
 * @param name what stands between `&` and `;`, in any case: `amp`, `#39`, `#x27`. Undefined for a name that is not among
 * those that commands, JSON and markup need, and for a number that is no character.
 */
export function referenced(name: string): string | undefined {
  if (!name.startsWith('#')) return names.get(name.toLowerCase());
  const isHex = name.charAt(1) === 'x' || name.charAt(1) === 'X';
  const point = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

const names: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['sol', '/'],
  ['equals', '='],
  ['colon', ':'],
  ['lbrace', '{'],
  ['rbrace', '}'],
  ['lcub', '{'],
  ['rcub', '}'],
]);

/** A text with its references read as what they stand for; those that are not known stay. */
export function withCharacters(text: string): string {
  return text.replace(/&(#?\w{1,8});/g, (reference, name: string) => referenced(name) ?? reference);
}
