import { knownNames, pairs, secretWords } from './name-table.ts';
import { personalNames } from './personal-names.ts';

/** Letters beyond ASCII of the words that names are told by, in scripts other than Latin. */
const ofTables: ReadonlySet<number> = new Set(
  [knownNames, secretWords, pairs, personalNames].flatMap((table) =>
    [...table.keys()].flatMap((name) =>
      Array.from({ length: name.length }, (_, index) => name.charCodeAt(index)).filter((code) => code > 127),
    ),
  ),
);

/**
 * Whether a name may be written with this letter (a UTF-16 code unit) where it means a secret: one of a language of
 * Europe, in capitals too, or of a word that is known. Most characters beyond ASCII are none, which spares what is no text.
 */
export function isForeignLetter(code: number): boolean {
  if (code < 192) return false;
  if (code < 384 || (code >= 0x0300 && code <= 0x036f)) return true;
  return ofTables.has(code) || ofTables.has(code + 32) || ofTables.has(code + 80);
}

export function hasForeignLetter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (isForeignLetter(text.charCodeAt(index))) return true;
  return false;
}
