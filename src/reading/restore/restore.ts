import type { Mending } from '../paste.ts';
import { codeFences } from './code-fences.ts';
import { continuationPrompts } from './continuation-prompts.ts';
import { curlyQuotes } from './curly-quotes.ts';
import { emoji } from './emoji.ts';
import { emoticons } from './emoticons.ts';
import { escapedQuotes } from './escaped-quotes.ts';
import { htmlEntities } from './html-entities.ts';
import { invisibleCharacters } from './invisible-characters.ts';
import { lineBreaks } from './line-breaks.ts';
import { lineNumbers } from './line-numbers.ts';
import { logPrefixes } from './log-prefixes.ts';
import { longDashes } from './long-dashes.ts';
import type { Mender } from './mender.ts';
import { quotePrefixes } from './quote-prefixes.ts';
import { slackEscapes } from './slack-escapes.ts';
import { slackLinks } from './slack-links.ts';
import { terminalColours } from './terminal-colours.ts';
import { wideSpaces } from './wide-spaces.ts';
import { wrappedLines } from './wrapped-lines.ts';

export interface Restored {
  readonly text: string;
  readonly mendings: readonly Mending[];
}

/** In this order: what was done last on the way here is undone first. */
const menders: readonly Mender[] = [
  lineBreaks,
  terminalColours,
  slackLinks,
  slackEscapes,
  emoticons,
  emoji,
  htmlEntities,
  invisibleCharacters,
  wideSpaces,
  continuationPrompts,
  quotePrefixes,
  codeFences,
  lineNumbers,
  logPrefixes,
  curlyQuotes,
  longDashes,
  escapedQuotes,
  wrappedLines,
];

/** Undoes what the way here did to a text, and tells what it undid. A text that nothing was done to stays as it is. */
export function restore(input: string): Restored {
  let text = input;
  const mendings: Mending[] = [];
  for (const mender of menders) {
    const mended = mender(text);
    if (mended === undefined) continue;
    text = mended.text;
    if (mended.mending !== undefined) mendings.push(mended.mending);
  }
  return { text, mendings };
}
