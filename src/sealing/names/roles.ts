import type { NameRole, Scan, Separator } from '../scan.ts';
import { endsPhrase } from './assigned-name.ts';
import {
  idOfSecret,
  isParameterName,
  kindOfAmbiguousName,
  kindOfName,
  kindOfPersonalName,
  mayNameKey,
} from './names.ts';
import { isKeyType, isNameMember } from './pointing-names.ts';

/** A text with more names than this is no text, and a table of all of them would take longer than the names do. */
const mostKept = 10_000;

/** What a name says of the value beside it. Worked out once for each name of a text. */
export function roleOf(
  scan: Pick<Scan, 'roles' | 'personalData'> & Partial<Scan>,
  name: string,
  separator: Separator,
): NameRole {
  const known = scan.roles.get(name);
  if (known !== undefined) return known;
  const secret =
    kindOfName(name, isFieldOfKey(name) ? 'field' : separator === ':' ? 'json' : 'assignment') ??
    (scan.hasRoleId === true && idOfSecret.test(name) ? 'secret' : undefined);
  const listed = secret === undefined && /s$/i.test(name) ? kindOfName(name.slice(0, -1), 'json') : undefined;
  const personal = scan.personalData ? kindOfPersonalName(name) : undefined;
  const ambiguous = scan.personalData ? kindOfAmbiguousName(name) : undefined;
  const short = name.length <= 12 ? name.toLowerCase() : '';
  const told =
    secret !== undefined ||
    listed !== undefined ||
    (personal ?? ambiguous) !== undefined ||
    endsPhrase(name) ||
    typeWords.has(name);
  const key = secret === undefined && mayNameKey(name);
  const role = {
    secret,
    listed,
    personal,
    key,
    ambiguous,
    short,
    plain: !told && !key && !isKeyType(name) && !isParameterName(short) && !isNameMember(short),
  };
  if (scan.roles.size < mostKept) scan.roles.set(name, role);
  return role;
}

/** `Fastly-Key`, `x-acme-key`, `KC-API-SIGN`: the way fields are written. */
function isFieldOfKey(name: string): boolean {
  return /^(?:[Xx]-|[A-Z][A-Za-z0-9]{0,20}-)(?:[\w-]{0,40}-)?(?:[Kk]ey|KEY|[Pp]at|PAT|[Ss]ign|SIGN|[Aa]uth|AUTH|[Ss]id)$/.test(
    name,
  );
}

/** Types that stand between a name and its value: `apiKey: string = '…'`, `var apiToken string = "…"`. */
const typeWords: ReadonlySet<string> = new Set(
  'string String str Str char text Text bytes SecureString NSString CharSequence const any Any object'.split(' '),
);

export function isTypeWord(name: string): boolean {
  return typeWords.has(name);
}
