import type { Mending } from '../paste.ts';
import { capitalLetters } from './capital-letters.ts';
import { codeFences } from './code-fences.ts';
import { codeMarks } from './code-marks.ts';
import { codeSpans } from './code-spans.ts';
import { continuationPrompts } from './continuation-prompts.ts';
import { curlyQuotes } from './curly-quotes.ts';
import { closedGaps, doubledLines } from './doubled-lines.ts';
import { emoji } from './emoji.ts';
import { emoticons } from './emoticons.ts';
import { emphasis } from './emphasis.ts';
import { escapedAmpersands } from './escaped-ampersands.ts';
import { escapedMessages } from './escaped-messages.ts';
import { escapedQuotes } from './escaped-quotes.ts';
import { fullWidth } from './full-width.ts';
import { guardedLinks } from './guarded-links.ts';
import { guillemets } from './guillemets.ts';
import { hardBreaks } from './hard-breaks.ts';
import { htmlEntities } from './html-entities.ts';
import { invisibleCharacters } from './invisible-characters.ts';
import { joinedMessages } from './joined-messages.ts';
import { jsonString } from './json-string.ts';
import { lineBars } from './line-bars.ts';
import { lineBreaks } from './line-breaks.ts';
import { lineNumbers } from './line-numbers.ts';
import { listMarks } from './list-marks.ts';
import { logPrefixes } from './log-prefixes.ts';
import { longDashes } from './long-dashes.ts';
import { markdownEscapes } from './markdown-escapes.ts';
import type { Mender } from './mender.ts';
import { misreadCharacters } from './misread-characters.ts';
import { packetDumps } from './packet-dumps.ts';
import { pageCommands } from './page-commands.ts';
import { pageMarkup } from './page-markup.ts';
import { progressMeters } from './progress-meters.ts';
import { quotePrefixes } from './quote-prefixes.ts';
import { quotedPrintable } from './quoted-printable.ts';
import { repeatedLinks } from './repeated-links.ts';
import { slackEscapes } from './slack-escapes.ts';
import { slackLinks } from './slack-links.ts';
import { streamLogs } from './stream-logs.ts';
import { terminalColours } from './terminal-colours.ts';
import { traceMarks } from './trace-marks.ts';
import { wideSpaces } from './wide-spaces.ts';
import { wrappedJson } from './wrapped-json.ts';
import { wrappedLines } from './wrapped-lines.ts';
import { wrappedMessages } from './wrapped-messages.ts';

export interface Restored {
  readonly text: string;
  readonly mendings: readonly Mending[];
}

/**
 * What a chat, a page and a terminal did to characters, in this order: what was done last on the way here first. Links
 * are taken apart once more where a page's source or Slack had them escaped.
 */
const ofCharacters: readonly Mender[] = [
  lineBreaks,
  traceMarks,
  progressMeters,
  capitalLetters,
  quotedPrintable,
  terminalColours,
  packetDumps,
  streamLogs,
  joinedMessages,
  guardedLinks,
  repeatedLinks,
  slackLinks,
  slackEscapes,
  repeatedLinks,
  emoticons,
  emoji,
  codeMarks,
  pageCommands,
  pageMarkup,
  htmlEntities,
  slackLinks,
  invisibleCharacters,
  wideSpaces,
  fullWidth,
  misreadCharacters,
  wrappedJson,
  jsonString,
  escapedMessages,
  escapedAmpersands,
  escapedQuotes,
  markdownEscapes,
];

/** What stands before each line. One may stand before another, in any order. */
const ofLineStarts: readonly Mender[] = [
  continuationPrompts,
  quotePrefixes,
  lineBars,
  listMarks,
  codeFences,
  codeSpans,
  emphasis,
  lineNumbers,
  logPrefixes,
];

/** Lines are put together before what stands in them grows longer. */
const ofCommands: readonly Mender[] = [
  hardBreaks,
  doubledLines,
  guillemets,
  curlyQuotes,
  wrappedLines,
  wrappedMessages,
  longDashes,
];

/** Undoes what the way here did to a text, and tells what it undid. A text that nothing was done to stays as it is. */
export function restore(input: string): Restored {
  const characters = mendedBy(ofCharacters, { text: input, mendings: [] });
  return mendedBy(ofCommands, withoutLineStarts(characters));
}

/** Where an empty line stands below each line, what is before the lines shows only once those are out. */
function withoutLineStarts(before: Restored): Restored {
  const closed = mendedBy([closedGaps], before);
  const tried = closed.text === before.text ? closed : mendedBy(ofLineStarts, closed);
  const lines = tried.text === closed.text ? mendedBy(ofLineStarts, before) : tried;
  return lines.text === before.text ? lines : mendedBy(ofLineStarts, lines);
}

function mendedBy(menders: readonly Mender[], before: Restored): Restored {
  let text = before.text;
  const mendings = new Map(before.mendings.map((mending) => [mending.kind, mending]));
  for (const mender of menders) {
    const mended = mender(text);
    if (mended === undefined) continue;
    text = mended.text;
    const { mending } = mended;
    if (mending === undefined) continue;
    mendings.set(mending.kind, { ...mending, count: mending.count + (mendings.get(mending.kind)?.count ?? 0) });
  }
  return { text, mendings: [...mendings.values()] };
}
