import { knownNames, pairs, secretWords } from '../names/name-table.ts';
import type { SecretKind } from '../secret.ts';
import { isUnspeakable } from './unspeakable.ts';

/**
 * Whether a value that stands in a secret's place speaks about the secret instead: a message of a form, the label of a
 * field, where a manager of secrets keeps it.
 */
export function isRemark(value: string, kind: SecretKind): boolean {
  if (value.length > longestRemark) return false;
  if (value.includes('|') && validation.test(value)) return true;
  if (value.includes(' ')) return rule.test(value) || complaint.test(value) || isLabel(value) || isName(value, kind);
  if ((kind === 'cookie' || kind === 'session') && isCookieName(value)) return true;
  if (kind === 'secret' && (nameOfEntry.test(value) || (pathOfNames.test(value) && isSpeakable(value)))) return true;
  return storedAt.some((form) => form.test(value)) || isName(value, kind);
}

const longestRemark = 160;

/** What a form says of a field: `must be at least 8 characters long`. Four words or more, since a passphrase has few. */
const rule =
  /^(?:[a-z']{1,16} ){0,3}(?:must|should|cannot|can't|can’t|has to|needs to|is required) (?:[\w'’,-]{1,16} ){1,20}[\w'’-]{1,16}[.!]?$/i;

/** The same in fewer words, which start as no passphrase does: `is not valid`, `too short`, `does not match`. */
const complaint =
  /^(?:(?:the |your |new |this ){0,2}(?:passwords?|tokens?|sessions?|secrets?|codes?|pins?) )?(?:is|are|was|do not|don't|don’t|must|should|has|does|did|cannot|can't|can’t|needs|contains|too|already|may not|not (?:a|an|valid|found|set|allowed|null|blank|empty))(?: [a-z'’,-]{1,16}){1,12}[.!]?$/i;

/** What PHP's frameworks check a field by: `required|string|min:8|confirmed`. */
const validation =
  /^(?:required|nullable|sometimes|bail|present|filled|optional|trim|string|permit_empty)(?:\|[a-z_]{2,24}(?:(?::|\[)[\w,.\]]{1,40})?){1,10}$/;

/** Where a manager of secrets keeps one: `projects/1/secrets/api/versions/latest`, `op://vault/item/field`, an ARN. */
const storedAt: readonly RegExp[] = [
  /^projects\/[\w-]{1,60}(?:\/locations\/[\w-]{1,40})?\/secrets\/[\w-]{1,100}(?:\/versions\/\w{1,10})?$/,
  /^(?:op|vault|ssm|awssm|awsps|gsm|gcpsm|sm|akv|keyvault|kv|secret|secrets|env|file|doppler|bw|infisical|conjur):\/\/[\w./#@ -]{1,120}$/,
  /^(?:vault|ssm|secret|env|file|sm):(?:secret|kv|\/)[\w./#-]{0,120}$/,
  /^arn:aws[a-z-]{0,10}:[a-z0-9-]{2,30}:[\w:/.*+=@-]{1,120}$/,
  /^@Microsoft\.KeyVault\([\w=:/.;-]{1,140}\)$/,
];

/** `db-password`, as Google's `--secret` and Kubernetes call one. */
const nameOfEntry = /^[a-z]{2,16}(?:-[a-z]{2,16}){0,3}-(?:password|token|key|keys|credentials|creds|cert|auth)$/;

/** `prod/db/password`, as the managers of clouds call a secret. */
const pathOfNames = /^[a-z][a-z_-]{1,30}(?:\/[a-z][a-z_-]{1,30}){1,5}$/;

function isSpeakable(path: string): boolean {
  return path.split('/').every((name) => !isUnspeakable(name));
}

/** What a form asks for, in the words that stand before the name of a secret. */
const labelWords: ReadonlySet<string> = new Set(
  (
    'enter confirm repeat retype reenter new old current your choose create set show hide forgot reset change update verify ' +
    'copy save generate a the my again lost vergessen neues eingeben bestätigen wiederholen introduce introduzca tu su votre ton entrez saisissez olvidaste'
  ).split(' '),
);

/** `Confirm password`, `Enter your PIN`, `Forgot your password?`. */
function isLabel(value: string): boolean {
  const words = value
    .replace(/[?:*.!]$/, '')
    .toLowerCase()
    .split(' ');
  const others = words.filter((word) => !secretWords.has(plain(word)));
  return others.length > 0 && others.length === words.length - 1 && others.every((word) => labelWords.has(word));
}

/** `connect.sid`, `XSRF-TOKEN`, `myapp_session`: what a program calls its cookie. */
function isCookieName(value: string): boolean {
  if (!/^[A-Za-z_][A-Za-z_.-]{2,40}$/.test(value)) return false;
  const words = value.toLowerCase().split(/[-_.]/);
  return secretWords.has(words.at(-1) ?? '') || knownNames.has(words.join(''));
}

/** Without accents, as the names of secrets are kept. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

const shortestName = 6;

/** The name of this very kind of secret, in any language: `"password": "Passwort"`, `Clave secreta`. */
function isName(value: string, kind: SecretKind): boolean {
  if (value.length < shortestName || /\d/.test(value)) return false;
  const name = value
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .normalize('NFC')
    .toLowerCase();
  return (secretWords.get(name) ?? pairs.get(name) ?? knownNames.get(name)) === kind;
}
