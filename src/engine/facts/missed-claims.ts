import type { Pack } from '../../packs/pack.ts';
import type { Paste } from '../../reading/paste.ts';
import type { Span } from '../../sealing/span.ts';
import type { View } from '../fact.ts';
import { lastPart, mentionsIn } from './identifiers.ts';
import type { Proven } from './known.ts';
import { oncePer } from './once.ts';

/** How people say that something did not come back, wherever they say it. */
const absence = String.raw`\bundefined\b|\bmissing\b|\babsent\b|\bempty\b|\bnowhere\b|\bomitted\b|\bleft out\b|\bnot (?:there|present|returned|included|in|come|coming|appear|show|see|get|getting)\b|\bwithout\b|\bfehl(?:t|en)\b|\bfaltan?\b|\bmanque\b`;

/** The same on a line that names a claim, where less says it. */
const missing = new RegExp(
  String.raw`${absence}|\bnull\b|\bnone\b|\b(?:do|does|did|is|was|are|can|could)(?:n['’]t| not| never)\b|\bno longer\b|\bnever\b|\bno\s|\bnicht\b|\bkeine?n?\b`,
  'i',
);

/** The same, said anywhere in a text. There `null` and `none` count only as what a program printed: `=> None`. */
const missingAnywhere = new RegExp(
  String.raw`${absence}|\bnicht (?:da|dabei|enthalten|vorhanden|zurück|drin)\b|\bno (?:aparecen?|vienen?|llegan?|está|incluye)\b|\bn'est pas\b|\bno such\b|\b(?:do|does|did|is|are)(?:n['’]t| not| never)\b|\bnever (?:comes?|came|gets?|got|arrives?|appears?|shows?|there|present|included|returned|filled|set)\b|\b(?:has|have|with|returns?|gives?|contains?|shows?|gets?) no\b|(?:[=#>]|//)\s{0,8}(?:null|none|nil)\s{0,8}$|^[^"'{}\n]{1,80}:\s{1,8}(?:null|none|nil)\s{0,8}$`,
  'im',
);

/** Where the words of a paste say that something did not come back. */
export function absenceIn(text: string): Span | undefined {
  const found = missingAnywhere.exec(text);
  return found === null ? undefined : { start: found.index, end: found.index + found[0].length };
}

/** Without one of these words nothing tells that a name is meant as a claim. */
const aboutClaims = /\bclaims?\b|\bid[ _-]?tokens?\b|\bidentity[ _-]tokens?\b|\buser[ _-]?info\b|\/me\b/i;

/** Words of every day that are claims too say nothing by themselves. */
const everyday = new Set(['sub', 'iss', 'acr', 'sid', 'name']);

/** They say something where the same line speaks of a token or of claims. */
const halfEveryday = new Set(['email', 'address', 'picture', 'nickname']);

/** More of them in one text are a list that somebody pasted. */
const mostSpoken = 50;

/** Lines longer than this are data, not somebody's words. */
const longestLine = 400;

interface Names {
  readonly real: ReadonlyMap<string, string>;
  readonly pattern: RegExp;
}

/** A claim's last part says enough where it is no word of every day: `customer_identifier`, `birthdate`. */
const spokenNames = oncePer((pack: Pack): Names | undefined => {
  const real = new Map(
    pack.claims.flatMap(({ name }) => {
      const part = lastPart(name);
      const says = halfEveryday.has(part) || /^[a-z][a-z0-9]*_|^[a-z]{8,}$/.test(part);
      return says && !everyday.has(part) ? [[part, name] as const] : [];
    }),
  );
  if (real.size === 0) return undefined;
  const spoken = [...real.keys()].map((name) => name.replaceAll('_', '[ _-]'));
  return { real, pattern: new RegExp(`(?<![\\w/.])(?:${spoken.join('|')})(?![\\w/])`, 'gi') };
});

/** Claims that the paste's own words say did not come back, by their whole names. */
export function missedClaims(view: View): readonly Proven[] {
  const { text } = view.paste;
  return [...mentionsIn(view, 'claims'), ...spokenIn(view.pack)(view.paste)].filter(({ span }) =>
    missing.test(lineAround(text, span.start)),
  );
}

const spokenIn = oncePer((pack: Pack) => oncePer((paste: Paste) => findSpoken(paste.text, spokenNames(pack))));

function findSpoken(text: string, names: Names | undefined): readonly Proven[] {
  if (names === undefined || !aboutClaims.test(text)) return [];
  return [...text.matchAll(names.pattern)]
    .slice(0, mostSpoken)
    .map((match) => ({ match, name: match[0].toLowerCase().replace(/[ -]/g, '_') }))
    .filter(({ match, name }) => !halfEveryday.has(name) || aboutClaims.test(lineAround(text, match.index)))
    .filter(({ match }) => !isListedAsScope(text, match.index))
    .map(({ match, name }) => ({
      value: names.real.get(name) ?? name,
      span: { start: match.index, end: match.index + match[0].length },
    }));
}

/** `scope=openid profile email`: in such a list it is the scope of that name. */
function isListedAsScope(text: string, at: number): boolean {
  return /\bscopes?\b["'`]?\s{0,3}(?:[=:]|are|is|was|were)\s{0,3}["'`[]?[^\n.;!?]{0,300}$/i.test(
    text.slice(Math.max(0, at - longestLine), at),
  );
}

function lineAround(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(start, end === -1 ? text.length : end);
  return line.length > longestLine ? '' : line;
}
