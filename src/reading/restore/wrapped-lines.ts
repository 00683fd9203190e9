import { startsAlike } from '../../sealing/readings/starts-alike.ts';
import { optionByLetter, optionByName } from '../curl/options.ts';
import { joiningMender } from './mender.ts';

/** What is wrapped at all: a command, a field with a token, and a URL with parameters. */
const opening =
  /(?:^|[\s$`'"(/])(?:curl|wget|https?|xh)(?:\.exe)? |\beyJ[\w-]{20}|\bBearer [\w.-]{20}|https?:\/\/[^\s?]{1,300}\?\S{8}/;

/**
 * Joins the lines that a terminal cut a command or a token into: all but the last are as long as the terminal is wide,
 * and at least one is cut where nobody breaks a line. Blanks at the end of a line, which are lost when it is copied,
 * come back.
 */
export const wrappedLines = joiningMender(
  {
    kind: 'wrapped-lines',
    note: 'I joined lines that a terminal or an editor had wrapped. If the line breaks are in your script, they are the problem.',
    suspect: true,
  },
  opening,
  endOfFull,
  wholeLine,
);

/** No terminal is narrower. */
const narrowest = 40;

/** The end of the lines that are as long as the line at `index`, and of the one below them. */
function endOfFull(lines: readonly string[], index: number): number {
  const first = lines[index] ?? '';
  const width = widthOf(lines, index);
  if (width < narrowest || !opening.test(first)) return index + 1;
  let end = index;
  while (end + 1 < lines.length && goesOn(lines[end] ?? '', lines[end + 1] ?? '', width)) end += 1;
  return end + 1;
}

/** The first line may have lost a blank at its end. */
function widthOf(lines: readonly string[], index: number): number {
  const first = lines[index]?.length ?? 0;
  return lines[index + 1]?.length === first + 1 ? first + 1 : first;
}

/** Another command, a prompt and an answer are no rest of a command. */
function goesOn(line: string, next: string, width: number): boolean {
  if (line.length !== width && line.length !== width - 1) return false;
  return (
    !isContinued(line, next) && !startsAlike(line, next) && next !== '' && next.length <= width && !other.test(next)
  );
}

/** The sign of a shell at the end of a line; a backslash before a quote may have been cut off from it. */
function isContinued(line: string, next: string): boolean {
  return /[\\^`]$/.test(line) && !(/\S\\$/.test(line) && /^["\\]/.test(next));
}

const other = /^(?:[$%#>+*<] |--\d|(?:sudo |time )?(?:curl|wget)(?:\.exe)? |HTTP\/\d|[{[<]|curl: )/;

/** The line that these are, if one of them is cut where nobody breaks a line. */
function wholeLine(lines: readonly string[]): string | undefined {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const scan: Scan = { quote: '', inString: false };
  const parts: string[] = [];
  let isCut = false;
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined) {
      isCut ||= isUnnatural(before, line, scan, lines.length > 2);
      if (isApart(before, line, width, scan)) parts.push(' ');
    }
    parts.push(line);
    scanLine(scan, line);
  }
  return isCut ? parts.join('') : undefined;
}

/** What is open at the end of a line: a shell's quote, and in single quotes a string of JSON. */
interface Scan {
  quote: '' | '"' | "'";
  inString: boolean;
}

function scanLine(scan: Scan, line: string): void {
  for (const { 0: found } of line.matchAll(/\\?["']/g)) {
    if (found.length === 2 && scan.quote !== "'") continue;
    const quote = found.endsWith('"') ? '"' : "'";
    if (scan.quote === '') scan.quote = quote;
    else if (scan.quote === quote) {
      scan.quote = '';
      scan.inString = false;
    } else if (scan.quote === "'" && found === '"') scan.inString = !scan.inString;
  }
}

/** Widths that terminals, mail programs and editors have. */
export const terminalWidths: ReadonlySet<number> = new Set([
  60, 64, 70, 72, 74, 76, 78, 79, 80, 90, 96, 98, 99, 100, 110, 119, 120, 130, 132, 140, 150, 160, 180, 200,
]);

/** Whether a line is cut where nobody breaks one: within a word, a string of JSON or an option, or before its value. */
function isUnnatural(line: string, next: string, { quote, inString }: Scan, isLong: boolean): boolean {
  if (quote === '') {
    if (isSplitOption(line, next) || endsInOption(line)) return true;
    if (!isLong && !terminalWidths.has(line.length) && !/[&=?%/]$/.test(line)) return false;
    // What `-w` prints stands right below the command.
    if (/ (?:-[A-Za-z]{0,6}w|--write-out) /.test(line)) return false;
    if (isSplitWord(line, next)) return true;
    return (
      /(?:\S{24}|https?:\S{0,23})$/.test(line) &&
      /^(?:[\w.~%&=+/?,-]|:(?=\/\/|\w+\.))+['"]?(?:\s*$|\s+(?:--?[A-Za-z]|["'\\|>]))/.test(next) &&
      !/^[\w-]+(?: [\w-]+)*$/.test(next)
    );
  }
  // Two lines of any length: behind a sign that a sentence has, it was broken at a blank.
  if (inString) return isLong || terminalWidths.has(line.length) || !/[,.;!?]$/.test(line);
  return !isWritten(line, next) && (isLong || terminalWidths.has(line.length));
}

/** Where people break lines themselves: between the members of JSON or markup, and before what is indented. */
function isWritten(line: string, next: string): boolean {
  return /[{[(,}\])>][ \t]*$/.test(line) || /^[ \t]*[}\])"{[<]|^[ \t]{2}/.test(next);
}

/** `grant_type=p` above `assword "https://…"`: a bare word that is no URL is no argument of its own. */
function isSplitWord(line: string, next: string): boolean {
  return /[\w=&%/.-]$/.test(line) && /^(?!https?:)[\w~%&=+?,;@-]{1,200}['"]?\s+(?:--?[A-Za-z]|["']?https?:)/.test(next);
}

/** `--data-ra` above `w`, `--data` above `-raw`: both together are the option. */
function isSplitOption(line: string, next: string): boolean {
  const tail = withHyphens(/(?:^|\s)([-\u2010-\u2015\u2212]{1,2}[a-z0-9.-]{0,40})$/.exec(line)?.[1]);
  const head = /^[\w.-]{0,40}(?=\s|$)/.exec(next)?.[0] ?? '';
  if (tail === undefined) return false;
  if (tail === '-') return /^-?[A-Za-z]/.test(next);
  return tail.startsWith('--') && (!isOption(tail) || head.startsWith('-')) && isOption(tail + head);
}

/** A long dash before the name of an option was two hyphens. */
function withHyphens(written: string | undefined): string | undefined {
  return written?.replace(/^[\u2010-\u2015\u2212]{1,2}/, '--');
}

function isOption(name: string): boolean {
  return optionByName(name.replace(/^--/, ''))?.abbreviated === false;
}

/** An option whose value is missing. */
function endsInOption(line: string): boolean {
  const tail = /(?:^|\s)[-\u2010-\u2015\u2212]{1,2}([A-Za-z][a-z0-9.-]{0,40}) ?$/.exec(line)?.[1] ?? '';
  const option = tail.length === 1 ? optionByLetter(tail) : optionByName(tail)?.option;
  return option?.takesValue === true;
}

/** Whether a blank stood between two lines, which was lost at the end of the first. */
function isApart(line: string, next: string, width: number, { quote }: Scan): boolean {
  if (/\s$/.test(line) || /^\s/.test(next) || (quote === '' && isSplitOption(line, next))) return false;
  if (line.length < width) return true;
  return quote === '' && (/^[-\u2010-\u2015\u2212]{1,2}[A-Za-z]/.test(next) || endsInOption(line));
}
