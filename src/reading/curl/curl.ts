import type { Piece, Recognizer } from '../recognizer.ts';
import { fillingWithin } from '../shell/filled-command.ts';
import { findPrograms, mostWasted } from '../shell/find-programs.ts';
import { commandReaderFor } from '../shell/read-command.ts';
import { type Setting, scriptWithin } from '../shell/settings.ts';
import { withSettings } from '../with-settings.ts';
import { type CurlCommand, type CurlReader, readCurl } from './curl-command.ts';

/**
 * A `curl` command in any shell, wherever it stands: behind a prompt, `sudo` or a pipe, in a sentence, in backquotes.
 * Words behind it that no curl command has are not its arguments: `curl https://… gives me 401`.
 */
export const curlRecognizer: Recognizer = {
  name: 'curl',
  mayStandIn: (text) => /curl(?:\.exe|:[\w.-]{1,40})?["'^]?[ \t\n\\`^,)\]]/i.test(text),
  recognize: ({ text }, within) => {
    const script = scriptWithin(text, within);
    const readCommand = commandReaderFor(within);
    const reader: CurlReader = { text, within, script, fill: fillingWithin(text, within), readCommand };
    const pieces: Piece[] = [];
    const settings = new Set<Setting>();
    let taken = within.start;
    let wasted = 0;
    for (const { start, end } of findPrograms(text, within, curlProgram)) {
      if (start < taken) continue;
      const command = readCurl(reader, start, end, taken);
      if (command.requests.length === 0) {
        wasted += command.span.end - start;
        if (wasted > mostWasted(within)) break;
        continue;
      }
      pieces.push(...piecesOf(command));
      for (const setting of command.settings) settings.add(setting);
      taken = command.span.end;
      script.pass(taken);
    }
    const explained = [...settings].filter(isExplained);
    return withSettings(
      pieces,
      explained.map(({ span }) => span),
    );
  },
};

/** With the tag of an image as well: `docker run curlimages/curl:8.10.1 -s …`. */
const curlProgram =
  /curl(?:\.exe|(?<=\/curl):[\w.-]{1,40})?(?:["']?(?=[ \t\n\\`^])|(?=["'](?:,|\]\s{0,200}args:|\)\s{0,200}\.args?\()))/gi;

/** The first piece covers the command; further requests of the same command cover nothing more. */
function piecesOf({ requests, span, secrets, mendings }: CurlCommand): readonly Piece[] {
  return requests.map((request, index) =>
    index > 0
      ? { kind: 'request', span: { start: span.end, end: span.end }, request }
      : { kind: 'request', span, request, secrets, mendings },
  );
}

/** What would else be taken for a request or an answer of its own: a URL, JSON. */
function isExplained({ words }: Setting): boolean {
  return words.some(({ text }) => /:\/\/|[{\n]/.test(text));
}
