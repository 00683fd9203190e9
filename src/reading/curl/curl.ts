import type { Span } from '../../sealing/span.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { fillingWithin } from '../shell/filled-command.ts';
import { findPrograms, mostWasted } from '../shell/find-programs.ts';
import { commandReaderFor } from '../shell/read-command.ts';
import { type Setting, scriptWithin } from '../shell/settings.ts';
import { callsOf, type Wrapped, wrappedIn, wrappersWithin } from '../shell/wrappers.ts';
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
    const namingAt = namingsWithin(reader);
    let places: readonly Place[] = findPrograms(text, within, curlProgram);
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index];
      if (place === undefined || place.start < taken) continue;
      const { start, end, wrapped } = place;
      const naming = wrapped === undefined ? namingAt(start, end) : undefined;
      if (naming !== undefined) {
        places = withCalls(places, naming);
        taken = naming.wrapped.command.end;
        pieces.push({ kind: 'setting', span: { start, end: taken } });
        continue;
      }
      const command = readCurl(reader, start, end, taken, wrapped);
      if (command.requests.length === 0) {
        wasted += command.span.end - start;
        if (wasted > mostWasted(within)) break;
        continue;
      }
      pieces.push(...piecesOf(command));
      if (command.written !== undefined) pieces.push(command.written);
      for (const setting of command.settings) settings.add(setting);
      taken = command.written?.span.end ?? command.span.end;
      script.pass(taken);
    }
    const explained = [...settings].filter(isExplained);
    return withSettings(
      pieces,
      explained.map(({ span }) => span),
    );
  },
};

/** Where a command is called: by the name of the program, or by one that the script gave to a command. */
interface Place extends Span {
  readonly wrapped?: Wrapped;
}

interface Naming {
  readonly wrapped: Wrapped;
  /** Where it is called by its name. */
  readonly calls: readonly Span[];
}

/** Tells whether the command between two offsets, asked for in order, is one that is called by a name further down. */
function namingsWithin({ text, within, script, readCommand }: CurlReader) {
  const wrapperAt = wrappersWithin(text, within);
  return (start: number, end: number): Naming | undefined => {
    const wrapper = wrapperAt(start);
    const wrapped = wrapper && wrappedIn(wrapper, text, readCommand(text, start, end), script.above(start));
    if (wrapped === undefined) return undefined;
    const calls = callsOf(wrapped, text, within);
    return calls.length === 0 ? undefined : { wrapped, calls };
  };
}

/** A name that was given to another command before means the later one from there on. */
function withCalls(places: readonly Place[], { wrapped, calls }: Naming): readonly Place[] {
  const starts = new Set(calls.map(({ start }) => start));
  const others = places.filter(({ start }) => !starts.has(start));
  const all = [...others, ...calls.map((call): Place => ({ ...call, wrapped }))];
  return all.sort((one, other) => one.start - other.start);
}

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
