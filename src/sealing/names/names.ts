import type { SecretKind } from '../secret.ts';
import { hasForeignLetter, isForeignLetter } from './foreign-letters.ts';
import {
  aboutSecrets,
  countedWords,
  endings,
  knownNames,
  pairs,
  parameterNames,
  plainKeys,
  publicNames,
  secretWords,
} from './name-table.ts';
import { namingWords } from './naming-words.ts';
import { ambiguousNames, personalEndings, personalNames } from './personal-names.ts';
import { tailsOf } from './tails.ts';

/** Where a name stands. A `code` is an authorization code in a callback's query, an error code in JSON. */
export type Place = 'field' | 'query' | 'form' | 'json' | 'cookie' | 'assignment';

/**
 * The kind of secret that a value under this name is, whatever the value looks like; undefined where the name does
 * not say so. The name may be written in any case and style: `clientSecret`, `CLIENT-SECRET`, `user[password]`.
 * Personal data is not told here: see `kindOfPersonalName`.
 */
export function kindOfName(written: string, place: Place): SecretKind | undefined {
  const name = written.replace(environment, '');
  if (name.endsWith('PAT') && /(?:^|[._])PAT$/.test(name)) return 'access token';
  if (name.length > longestName || (place !== 'cookie' && !mayTell(name))) return undefined;
  const words = wordsOf(name);
  if (words.length === 0) return undefined;
  if (name === '_auth') return 'credentials';
  const whole = words.join('');
  if (isNoSecretsName(name, words, whole)) return undefined;
  const known = knownNames.get(whole) ?? (place === 'cookie' ? 'cookie' : undefined);
  if (known !== undefined) return known;
  if (place === 'query' || place === 'form') {
    const parameter = parameterNames.get(whole);
    if (parameter !== undefined) return parameter;
  }
  const kind = kindOfWords(words);
  return (
    kind ??
    (place === 'field' && !plainKeys.has(words.at(-2) ?? '') ? kindsOfFields.get(words.at(-1) ?? '') : undefined)
  );
}

/** Where code finds the variables of its environment. */
const environment = /^(?:process|import\.meta|Deno)\.env\./;

/** `PasswordEncoder.java`, as stack traces have it before the number of a line. */
const sourceFile =
  /\.(?:java|kts?|scala|groovy|rb|py|php|go|rs|cs|fs|vb|swift|dart|exs?|erl|clj|cpp|cc|hpp|[cm]?[jt]sx?|vue|svelte)$/;

function isNoSecretsName(name: string, words: readonly string[], whole: string): boolean {
  if (publicNames.has(whole) || (words[0] === 'x' && publicNames.has(whole.slice(1)))) return true;
  if (words[0] === 'existing' && words[1] === 'secret') return true;
  if (idOfSecret.test(name)) return true;
  return sourceFile.test(name) || whole.includes('ratelimit') || whole.includes('quota');
}

/** `Secret ID`, by which Azure's portal tells one secret from another. Where roles are, see `roleOf`: Vault's is a secret. */
export const idOfSecret = /^(?:\w{1,16} )?secret id$/i;

/** Last words that make a field's name a secret's: `Fastly-Key`, `X-Acme-Pat`, `CB-ACCESS-SIGN`. */
const kindsOfFields: ReadonlyMap<string, SecretKind> = new Map<string, SecretKind>([
  ['key', 'API key'],
  ['pat', 'access token'],
  ['sign', 'signature'],
  ['auth', 'token'],
  ['sid', 'session'],
]);

/** Personal data that stands under this name, in OpenID Connect's claims (Core, section 5.1) and usual variants. */
export function kindOfPersonalName(name: string): SecretKind | undefined {
  if (name.length > longestName || (/[^\0-\u00bf]/.test(name) && !hasForeignLetter(name))) return undefined;
  const words = wordsOf(lastSegment(name));
  const whole = personalNames.get(words.join(''));
  if (whole !== undefined || words.length < 2) return whole;
  for (let from = 1; from < words.length; from += 1) {
    const rest = words.slice(from).join('');
    if (from < words.length - 1 || personalEndings.has(rest)) {
      const kind = personalNames.get(rest);
      if (kind !== undefined) return kind;
    }
  }
  return undefined;
}

/** Personal data that stands under this name where others of its sort stand beside it: `name`, `line1`. */
export function kindOfAmbiguousName(name: string): SecretKind | undefined {
  return name.length > longestAmbiguous ? undefined : ambiguousNames.get(name.toLowerCase().replace(/[-_]/g, ''));
}

const longestAmbiguous = 14;

/** Whether what stands under this name is meant for everyone who helps: client ids, trace ids, addresses of servers. */
export function isPublicName(name: string): boolean {
  if (name.length > longestName) return false;
  return publicNames.has(wordsOf(name).join(''));
}

/** Whether this name, in lower case, is one that is a secret's as a parameter alone. */
export function isParameterName(name: string): boolean {
  return parameterNames.has(name);
}

/** An access key, a secret key, a consumer key, an application's secret: `OVH_AS`, `HUAWEICLOUD_SK`. */
const initials = /^(?:ak|sk|q-ak)$|_(?:AK|SK|CK|AS)$/;

/** Last words of a name that say nothing without the value, even alone: OpenWeather's key is its `appid`. */
const provenAlone: ReadonlySet<string> = new Set(['authentication', 'salt', 'sign', 'crumb', 'appid']);

/**
 * Whether a name ends like the name of a key and is none that is known: `STRIPE_KEY`, `registryAuth`, `API-Sign`. Its
 * value has to tell what it is, since indexes, caches and tables have keys too.
 */
export function mayNameKey(name: string): boolean {
  if (initials.test(name)) return true;
  if (name.length > longestName || !/(?:key|auth|authentication|salt|sign|crumb|appid)$/i.test(name)) return false;
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (provenAlone.has(last)) return true;
  if (words.length < 2 || publicNames.has(words.join(''))) return false;
  return last === 'auth' || (last === 'key' && !plainKeys.has(words.at(-2) ?? ''));
}

const { mayEndApart } = tailsOf([...namingWords, ...kindsOfFields.keys()]);

/** A cheap look at most names: whether three letters that end the name of a secret stand in it. */
function mayTell(name: string): boolean {
  if (name.length < 3) return isForeignLetter(name.charCodeAt(0)) || shortNames.has(name.toLowerCase());
  for (let end = 3; end <= name.length; end += 1) if (mayEndApart(name, end)) return true;
  return /[\s\u007f-\u00bf]/.test(name) || hasForeignLetter(name);
}

const shortNames: ReadonlySet<string> = new Set(['pw', 'mp']);

const longestName = 80;

function lastSegment(name: string): string {
  const slash = name.lastIndexOf('/');
  return slash < 0 ? name : name.slice(slash + 1);
}

/** `stripeSecretKey2` to `stripe secret key2`, `user[password]` to `user password`. */
function wordsOf(name: string): readonly string[] {
  const lower = name.toLowerCase();
  if (lower.length !== name.length) return foreignWords(name);
  const words: string[] = [];
  let start = -1;
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    if (code > 127) return foreignWords(name);
    const upper = code >= 65 && code <= 90;
    if (!upper && !(code >= 97 && code <= 122) && !(code >= 48 && code <= 57)) {
      if (start >= 0) words.push(lower.slice(start, index));
      start = -1;
    } else if (start < 0) start = index;
    else if (upper && startsWord(name, index)) {
      words.push(lower.slice(start, index));
      start = index;
    }
  }
  if (start >= 0) words.push(lower.slice(start));
  return words;
}

/** A capital after a small letter or a digit, or before a small letter: `clientSecret`, `APIKey`. */
function startsWord(name: string, index: number): boolean {
  const before = name.charCodeAt(index - 1);
  if (before < 65 || before > 90) return true;
  const after = name.charCodeAt(index + 1);
  return after >= 97 && after <= 122;
}

/** `Contraseña` to `contrasena`; scripts without capitals stay as they are. */
function foreignWords(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function kindOfWords(words: readonly string[]): SecretKind | undefined {
  const last = words.at(-1) ?? '';
  const together = pairs.get((words.at(-2) ?? '') + last);
  if (together !== undefined) return together;
  if (aboutSecrets.has(last)) return undefined;
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const word = (words[index] ?? '').replace(/\d{1,2}$|(?<=..)[是为為はが는은이가]$/, '');
    const before = words[index - 1] ?? '';
    const pair = pairs.get(before + word) ?? pairs.get(word);
    if (pair !== undefined) return pair;
    const kind = secretWords.get(word) ?? endingOf(word);
    if (kind !== undefined && !countedWords.has(before)) return kind;
  }
  return undefined;
}

/** `dbpassword`, `authtoken`: two words run together. */
function endingOf(word: string): SecretKind | undefined {
  for (const [ending, kind] of word.charCodeAt(word.length - 1) < 128 ? endings : unspacedEndings) {
    if (word.length > ending.length && word.endsWith(ending)) return kind;
  }
  return undefined;
}

/** Scripts that put no blank between words: `访问令牌`, `アクセストークン`. */
const unspacedEndings = [...secretWords].filter(([word]) =>
  /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u.test(word),
);
