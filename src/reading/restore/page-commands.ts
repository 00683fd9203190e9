import { withCharacters } from '../../sealing/readings/character-references.ts';
import { stretchMender } from './mender.ts';

const opening =
  /<(?:code|pre|span|div|p|li|td|b|strong|kbd)(?: [^<>\n]{0,300})?>[ \t]{0,8}(?:[$%#>] )?(?:curl|wget)(?=[ <])/gi;

const note = 'I took the tags of a page out of a command, and read `&amp;` and the like as what they stand for.';

/**
 * A command in the source of a page: the tags that colour it and that make its lines, and what stands for the characters
 * that a page's source cannot have. Only where a tag stands right before the program, and more within the command: a
 * page that came as an answer keeps its tags.
 */
export const pageCommands = stretchMender(
  { kind: 'page-markup', note, suspect: false },
  opening,
  (text) => (found, start) => {
    const behind = start + found[0].length;
    const end = endOfCode(text, behind);
    const written = text.slice(behind, end);
    const read = withoutMarkup(written);
    if (read === written || !argument.test(read)) return undefined;
    return { start, end, text: `\n${found[0].replace(tags, '')}${read}` };
  },
);

/** What stands behind a program that is called rather than spoken of. */
const argument = /^[ \t]{1,8}(?:[-\u2010-\u2015\u2212]{1,2}[A-Za-z]|["'$\u2018-\u201e]|https?:|[\w-]{1,60}[.:]\w)/;

/** How far a command may go. */
const longest = 20_000;

/** Where the block that shows the code ends, or the paragraph. */
function endOfCode(text: string, start: number): number {
  const within = text.slice(start, start + longest);
  const found = /<\/(?:pre|code)>|\n[ \t]*\n/i.exec(within)?.index ?? within.length;
  return start + found;
}

/** Blocks are lines. A line that ends without a backslash, where each is a block of its own, goes on below all the same. */
function withoutMarkup(written: string): string {
  const lines = written
    .replace(/<br ?\/?>\n?|<\/(?:div|p|li|tr)>\s{0,40}(?=<(?:div|p|li|tr)\b)/gi, '\n')
    .replace(tags, '');
  return withCharacters(lines);
}

const tags = /<\/?(?:span|div|p|li|td|tr|b|i|u|em|strong|font|mark|code|a|kbd)(?: [^<>\n]{0,300})?>/gi;
