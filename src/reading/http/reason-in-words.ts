import type { StatedStatus } from './stated-status.ts';

/** Reason phrases that people say without the number, some in other words than the registry has. */
const phrases: readonly (readonly [status: number, phrase: string])[] = [
  [400, 'bad request'],
  [401, 'unauthori[sz]ed|not authori[sz]ed|un-?authenticated'],
  [403, 'forbidden'],
  [404, 'not found'],
  [405, 'method not allowed'],
  [406, 'not acceptable'],
  [409, 'conflict'],
  [413, 'payload too large|request entity too large'],
  [415, 'unsupported media type'],
  [422, 'unprocessable (?:entity|content)'],
  [429, 'too many requests'],
  [500, 'internal server errors?'],
  [502, 'bad gateway'],
  [503, 'service (?:temporarily )?unavailable'],
  [504, 'gateway time-?out'],
];

const statusOf: readonly (readonly [RegExp, number])[] = phrases.map(([status, phrase]) => [
  new RegExp(`^(?:${phrase})$`, 'i'),
  status,
]);

const filler =
  '(?:an?|the|this|that|me|us|back|it|is|just|only|always|still|now|then|also|as|with|to|of|http|status|errors?|error message|message|response|code|reason|saying|says?|constantly|repeatedly|randomly|sometimes|suddenly|intermittent|some|lots of|:)';

/**
 * A verb of getting an answer, and the phrase: `getting forbidden`, `it says bad request`, `Seeing Internal Server
 * Error`. A noun behind the phrase makes it something else: `unauthorized users`.
 */
const said = new RegExp(
  `\\b(?:g[eo]t(?:s|ting)?|receiv(?:e|es|ed|ing)|return(?:s|ed|ing)?|respond(?:s|ed|ing)?|repl(?:y|ies|ied)|answer(?:s|ed|ing)?|see(?:s|ing)?|saw|sa(?:ys|id|ying)|fail(?:s|ed|ing)?|throw(?:s|ing)?|threw|gives?|gave|giving|reject(?:s|ed|ing)?|shows?|error(?:s|ed)?|response|status|message)(?: ${filler}){0,4}\\s{0,2}[:=-]{0,2}\\s{0,2}["'\`“]?(${phrases.map(([, phrase]) => phrase).join('|')})(?=["'\`”]|[\\s]*[.,;:!?)]|\\s*$|\\s+(?:errors?|responses?|status|exception|when|whenever|while|on|from|for|with|and|but|since|after|if|in|at|back|again|every|each|even|although|though|despite|because|as|using|trying|this|all|now|today|yesterday|always|message|page|whatever|no matter)\\b)`,
  'gi',
);

/** Before the verb: what a sentence denies, expects or asks about is not what happened. */
const denied =
  /\b(?:not|never|no longer|without|instead of|rather than|should(?:n['’]?t| not)?|supposed to|used to|(?:do|does|did|wo|ca)n['’]?t|expect(?:ed|s|ing)?(?: to)?|if|would|could)(?: \w{1,20}){0,2}\s{0,2}$/i;

/**
 * The statuses that `text` tells by their reason alone, from left to right; `start` is where it stands in the source.
 * `span` is the phrase.
 */
export function findReasonsInWords(text: string, start: number): readonly StatedStatus[] {
  return [...text.matchAll(said)].flatMap(({ 0: whole, 1: reason = '', index }) => {
    const status = statusOf.find(([pattern]) => pattern.test(reason))?.[1];
    if (status === undefined || denied.test(text.slice(Math.max(0, index - 60), index))) return [];
    const from = start + index + whole.length - reason.length;
    return [{ status, reason, span: { start: from, end: from + reason.length } }];
  });
}
