import type { Span } from '../../sealing/span.ts';
import { readQuoted } from '../content/quoted.ts';
import type { DeclarationsAt } from './declarations.ts';
import type { PlacedStep } from './placed-steps.ts';
import { resolveText } from './resolving.ts';

/** What Flurl adds to strings: a URL is one, or the variable that holds it, right before such a call. */
const chained = String.raw`(?=\s{0,200}\.(?:AppendPathSegments?|SetQueryParams?|With(?:OAuthBearerToken|BasicAuth|Headers?|Timeout|Cookies?)|AllowHttpStatus|AllowAnyHttpStatus|(?:Get|Post|Put|Patch|Delete|Head)(?:Json|String|UrlEncoded|Stream|Bytes)?Async)\b)`;
const start = new RegExp(String.raw`(?<![\w"$.])(?:\$?"https?:\/\/[^"\n]{1,300}"|[A-Za-z_]\w{0,60})${chained}`, 'g');

/** How many are read. */
const most = 200;

/** The URLs that C#'s Flurl starts its calls with. */
export function flurlStarts(text: string, within: Span, declarationsAt: DeclarationsAt): readonly PlacedStep[] {
  const shown = text.slice(within.start, within.end);
  if (!mayStand.test(shown)) return [];
  return [...shown.matchAll(start)].slice(0, most).flatMap(({ 0: written, index }): readonly PlacedStep[] => {
    const at = within.start + index;
    const span = { start: at, end: at + written.length };
    const quoted = readQuoted(text, at, span.end);
    const declarations = declarationsAt(at);
    const url =
      quoted === undefined
        ? resolveText({ kind: 'word', span, text: written }, declarations)
        : resolveText({ kind: 'text', span, parts: quoted.parts, closed: true }, declarations);
    const isUrl = url !== undefined && (/^https?:\/\//.test(url.text) || /ur[il]|base|endpoint|host/i.test(written));
    return isUrl ? [{ step: { kind: 'url', url, isGetByDefault: true }, ...span }] : [];
  });
}

/** Flurl's own words, for a client of .NET has some of the same methods. */
const mayStand =
  /\.(?:AppendPathSegments?|SetQueryParams?|WithOAuthBearerToken|GetJsonAsync|Post(?:Json|UrlEncoded|String)Async|PutJsonAsync|PatchJsonAsync|ReceiveJson)\b|" ?\.With(?:Headers?|BasicAuth)\(/;
