/** What stands between a word that names a secret and its value, where no plain separator does. Bounded, and cannot backtrack. */

/** A number, a remark or dots before the separator: `API key #2: …`, `password (prod) = …`, `API key .....: …`. */
export const qualified =
  /^(?:(?: v| #| no\. ?| )\d{1,2}| ?[([][\p{L}\d .,#'’-]{1,40}[)\]]|[ \t]{0,8}[.…·]{2,40})[ \t]{0,4}[:=] ?|^[ \t]{0,8}(?:[.·]{4,40}|…{2,40})(?:[ \t]{1,4}|(?=["'\w]))/u;

/** What a page says before it shows a secret once: `token created. Copy it now, you won't see it again: …`. */
export const shownOnce =
  /^ (?:(?:was|has been|is) )?(?:successfully )?(?:created|generated|issued)[.!:,]? (?:please )?(?:copy|save|store|keep|note)\b[^:\n]{1,100}:\s{1,8}/i;

/** What a sentence turns to: what follows is no longer about the secret. */
const turns =
  'and|but|or|und|oder|aber|pero|mais|because|since|when|where|while|if|so|whose|ids?|requests?|trace|correlation|errors?|' +
  'messages?|response|endpoints?|ur[li]s?|link|host|domain|types?|name|scopes?|expir[ey]s?|expired|expires_in|hash|sha\\d*|checksum|' +
  'fingerprint|digest|version|commit|etag|status|date|time|length|size|issuer|audience|claims?|subject|kid|jti|iss|aud|sub|exp|iat|' +
  'alg|algorithm|method|format|policy|strategy|limit|count|lifetime|ttl|age|usage|kind|class|mode|requestid|traceid|clientid|userid|accountid|correlationid|number|field|challenge|nonce|state|build|public';

/**
 * A few words and then a tie: `the token I am using is …`, `das Passwort für bob lautet …`, `the key has the value …`. A name in
 * quotes behind a comma is the next member of code: `'X-Api-Key': apiKey, 'X-Other': …`.
 */
export const loose = new RegExp(
  String.raw`^(?!, ?["'][^"'\n]{1,60}["'] ?:)[*_]{0,2}(?:,? (?![\w.-]{0,24}(?<![A-Za-z])(?:${turns})(?![A-Za-z]))(?:\([\p{L}\p{N}@_-]{1,24}\)|["'“‘][^"'“”‘’\n]{1,40}["'”’]|(?:[\p{L}\p{N}@'’_-]|\.(?=\S)){1,24})){1,10}(?: ?:(?=\s)|:? ?[=→](?= )| ->| \((?=\S)|(?<= (?:is|are|was|ist|lautet|war|es|est|c['’]est|é|è|er|är|je|jest|este|value|equals|reads|this|that)),?:?(?= ))[ \t]{0,4}(?!\()`,
  'iu',
);

/** Somebody asks for it on the line before, and the answer is nothing else: `what's the token?`, and below `Bob: …`. */
export const answered = new RegExp(
  String.raw`^[^\n]{0,60}(?:[?.!:][ \t]{0,4}(?:\r?\n){1,2}|[ \t]{0,4}\r?\n(?=[<[]))(?:[^\n]{1,40}\d{1,2}:\d\d[^\n]{0,12}\r?\n)?(?:\[[\d: APM]{4,12}\] ?)?(?:(?:<[\w .]{1,24}>|(?!(?:[\w.]{1,24} )?(?:${turns})\b)\w[\w.]{0,24}(?: \w[\w.]{0,24})?:) )?(?:(?:sure|ok|okay|yes|here|here it is|it's|it is)[,:]? )?(?=\S{12,4000}[ \t]{0,4}(?:\r?\n|$))`,
  'i',
);
