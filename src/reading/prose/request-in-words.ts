import { targetLength } from '../http/head-lines.ts';
import { requestFrom } from '../messages.ts';
import type { Target } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { readTarget, withoutPunctuation } from '../target.ts';

/**
 * A request in a sentence: `when I call GET /users/1/accounts on digital.garden-fi.com`, `a POST to https://…`, and
 * without its method `when calling /a/consumer/api/v0/users/me`, `a 403 on /a/consumer/api/v0/users/me`.
 */
export const requestInWordsRecognizer: Recognizer = {
  name: 'request-in-words',
  mayStandIn: (text) =>
    /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|(?:Get|Post|Put|Patch|Delete) http)|\b(?:[a-z]{2,12}|[45]\d\d) ["'`(]?(?:\/|[\w.-]{4,80}\/)/.test(
      text,
    ),
  recognize: (source, within) => {
    const text = source.text.slice(within.start, within.end);
    const pieces: Piece[] = [];
    let taken = 0;
    for (const { 0: whole, 1: written, 2: capitalized, index } of text.matchAll(calls)) {
      const method = written ?? capitalized?.toUpperCase();
      const from = index + whole.length;
      const length = targetLength(text.slice(from, from + longestTarget));
      const uri = withoutPunctuation(text.slice(from, from + length).replace(/\)[.,;:!?]{0,10}$/, ''));
      if (uri.length < 2 || from < taken) continue;
      taken = from + uri.length;
      const at = { start: within.start + from, end: within.start + from + uri.length };
      const span = method === undefined ? at : { start: within.start + index, end: at.end };
      const target = hosted(readTarget(uri, at), text.slice(from + uri.length, from + uri.length + 120));
      pieces.push({ kind: 'request', span, request: requestFrom({ span, source: 'prose', method, target }) });
    }
    return pieces;
  },
};

const longestTarget = 4000;

/** A method and, a few words on, the start of a URL or of a path. */
const behindMethod =
  /(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?:(?: request| call|ing)?(?: to| on| at| of| against| for)?:?| -> | => | ?\|)\s{1,3}["'`(]?(?=https?:\/\/|\/[\w{<$[])|(Get|Post|Put|Patch|Delete) (?=https?:\/\/)/;

/** A verb of calling, or the status that was the answer. */
const behindWords =
  /(?:call(?:ing|ed|s)?|hit(?:s|ting)?|request(?:s|ed|ing)?|fetch(?:es|ed|ing)?|access(?:es|ed|ing)?|query(?:ing)?|endpoint|route|path|url)(?: to| on| at| the| our| your| this| is| with){0,2}:? |[45]\d\d(?:'?s|ing)?(?: [A-Za-z]{3,12}){0,3} (?:on|for|from|at|with|against|to) (?:the |our )?/;

/** A path of two segments at least, outside of a machine's own folders; or a host without its scheme, and a path. */
const spoken =
  /["'`(]?(?=\/(?!(?:usr|etc|var|tmp|home|opt|bin|dev|Users|mnt|root)\/)[\w.~-]{1,60}\/[\w.~{-]|(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?::\d{1,5})?\/[\w.~{-])/;

/** In the middle of a sentence, a path that tells of an API by itself: `but /api/v1/users/1 gives forbidden`. */
const inPassing =
  /(?<=[a-z,;:] )["'`(]?(?=\/(?:[\w.~-]{1,40}\/){0,4}(?:api|v\d{1,2})\/[\w{][^\s"'`]{0,300}[^\s"'`/](?<!\.(?:[jt]sx?|mjs|py|rb|go|java|kt|cs|rs))["'`)]?(?:$|[.,;:?!)]{0,2}\s(?!\{)))/;

const calls = new RegExp(
  `(?<![\\w/-])(?:${behindMethod.source}|(?:${behindWords.source})${spoken.source}|${inPassing.source})`,
  'gm',
);

/** `on digital.garden-fi.com` behind a path names its host. */
function hosted(target: Target, behind: string): Target {
  if (target.host !== undefined) return target;
  const host =
    /^["'`)]{0,2} (?:on|at|against|from|with host|host:?|to) (?:host |our host )?["'`]?((?:[\w-]{1,63}\.){1,8}[a-z]{2,24})\b/i.exec(
      behind,
    )?.[1];
  if (host === undefined) return target;
  const read = readTarget(`//${host}`, target.span);
  return { ...target, uri: `https://${host}${target.uri}`, host: read.host };
}
