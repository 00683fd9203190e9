import type { Mended, Mender } from './mender.ts';

/** A message with fewer gaps is read as it stands: its parts may have been put apart by hand. */
const fewest = 3;

/**
 * Takes the empty line out that mail and word processors put below each line. Only where no two lines stand together and
 * a message's first line is followed by a field, which have no empty line between them.
 */
export const doubledLines: Mender = (text) => (messageBegins.test(text) ? closedGaps(text) : undefined);

/** The same for any text: what stands before each line may hide that it is a message. */
export const closedGaps: Mender = (text): Mended | undefined => {
  const kept: string[] = [];
  let empty = 0;
  let gaps = 0;
  for (const line of text.trim().split('\n')) {
    if (line.trim() === '') {
      empty += 1;
      continue;
    }
    if (kept.length > 0) {
      if (empty === 0) return undefined;
      gaps += 1;
      // Where an empty line stood there are three.
      for (let rest = Math.floor(empty / 2); rest > 0; rest -= 1) kept.push('');
    }
    kept.push(line);
    empty = 0;
  }
  if (gaps < fewest) return undefined;
  const note = 'I took out the empty lines below each line.';
  return { text: kept.join('\n'), mending: { kind: 'doubled-lines', note, count: gaps, suspect: false } };
};

/** A request line or a status line, an empty line, and a field; the head of a table and the rule below it. */
const messageBegins =
  /^(?:(?:[<>] |-{0,2}> )?[A-Z]{3,8} \S{1,4000}(?: HTTP\/\d(?:\.\d)?)?|(?:< )?HTTP\/\d(?:\.\d)? \d{3}[^\n]{0,100}|Request URL: \S{1,4000})[^\S\n]{0,20}\n[^\S\n]{0,20}\n(?:[<>] )?[A-Za-z][A-Za-z -]{0,40}: |^\|[^\n]{1,2000}\|\s{0,4}\n\n\|[-:| ]{3,2000}\|/m;
