import { knownNames, pairs, secretWords } from '../names/name-table.ts';
import type { SecretKind } from '../secret.ts';
import { isUnspeakable } from './unspeakable.ts';
import { hasOnlyWords } from './wordy.ts';

/**
 * Whether a value that stands in a secret's place speaks about the secret instead: a message of a form, the label of a
 * field, where a manager of secrets keeps it.
 */
export function isRemark(value: string, kind: SecretKind): boolean {
  if (value.length > longestRemark) return false;
  if (eastAsian.test(value)) return true;
  if (value.includes('|') && validation.test(value)) return true;
  if (value.includes(' '))
    return rule.test(value) || complaint.test(value) || isLabel(value) || isName(value, kind) || fetched.test(value);
  if (kind !== 'password' && labelNouns.has(plain(value.toLowerCase()))) return true;
  if ((kind === 'cookie' || kind === 'session') && isCookieName(value)) return true;
  if (kind === 'secret' && (nameOfEntry.test(value) || (pathOfNames.test(value) && isSpeakable(value)))) return true;
  return storedAt.some((form) => form.test(value)) || isEntryOf(value) || isName(value, kind);
}

const longestRemark = 160;

/** A label or a sentence in Chinese, Japanese or Korean, in which no secret is written. */
const eastAsian =
  /^(?=\D{0,12}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー、。！？：・（）\s]{2,}$/u;

/** What a form says of a field: `must be at least 8 characters long`. Four words or more, since a passphrase has few. */
const rule =
  /^(?:[a-z']{1,16} ){0,3}(?:must|should|cannot|can't|can’t|has to|needs to|is required) (?:[\w'’,-]{1,16} ){1,20}[\w'’-]{1,16}[.!]?$/i;

/** The same in fewer words, which start as no passphrase does: `is not valid`, `too short`, `does not match`. */
const complaint =
  /^(?:(?:the |your |new |this ){0,2}(?:passwords?|tokens?|sessions?|secrets?|codes?|pins?) )?(?:is|are|was|do not|don't|don’t|must|should|has|does|did|cannot|can't|can’t|needs|contains|too|already|may not|not (?:a|an))(?: [a-z'’,-]{1,16}){1,12}[.!]?$|^not (?:valid|found|set|allowed|null|blank|empty|active|known|given|supported|recogni[sz]ed|enough)(?: [a-z'’,-]{1,16}){0,12}[.!]?$/i;

/** What PHP's frameworks check a field by: `required|string|min:8|confirmed`. */
const validation =
  /^(?:required|nullable|sometimes|bail|present|filled|optional|trim|string|permit_empty)(?:\|[a-z_]{2,24}(?:(?::|\[)[\w,.\]]{1,40})?){1,10}$/;

/** Where a manager of secrets keeps one: `projects/1/secrets/api/versions/latest`, `op://vault/item/field`, an ARN. */
const storedAt: readonly RegExp[] = [
  /^projects\/[\w-]{1,60}(?:\/locations\/[\w-]{1,40})?\/secrets\/[\w-]{1,100}(?:\/versions\/\w{1,10})?$/,
  /^(?:ref\+[a-z\d]{2,20}|op|vault|ssm|awssm|awsps|aws-sm|gsm|gcpsm|gcpsecret|sm|akv|azurekv|azkv|keyvault|kv|secret|secrets|env|file|doppler|bw|bitwarden|infisical|conjur|keyring|keychain|keeper|sops|pass|gopass|chamber|berglas):\/\/[\w./#@ -]{1,120}$/,
  /^(?:vault|ssm|secret|env|file|sm):(?:secret|kv|\/)[\w./#-]{0,120}$/,
  /^arn:aws[a-z-]{0,10}:[a-z0-9-]{2,30}:[\w:/.*+=@-]{1,120}$/,
  /^@[\w.~/-]{1,80}\.(?:txt|pem|key|json|jwt)$|^@?\/(?:var\/)?run\/secrets\/[\w./-]{1,80}$/,
  /^@Microsoft\.KeyVault\([\w=:/.;-]{1,140}\)$/,
];

/** `keyring:service/name`, `gcp:secretmanager:projects/p/secrets/db`: a manager and words alone. */
const entryOfManager =
  /^(?:keyring|keychain|aws-?sm|akv|azurekv|gcp|gsm|sops|bw|gopass|lastpass|doppler|infisical|conjur|vault|ssm|env|file|exec|cmd)(?:[:/#][A-Za-z_][\w.-]{0,40}){1,8}$/;

function isEntryOf(value: string): boolean {
  return entryOfManager.test(value) && hasOnlyWords(value) && !isUnspeakable(value);
}

/** `pass show db/prod`, `op read op://vault/item/field`: the command that fetches one, between backticks. */
const fetched =
  /^(?:(?:pass|gopass) show|op read|vault (?:kv get|read)|lpass show|bw get|security find-\w{1,20}-password|aws (?:ssm|secretsmanager)|gcloud (?:auth|secrets)|az (?:account|keyvault)|kubectl (?:get|create) \w{1,20}|gh auth|heroku \w{1,12}:\w{1,12})(?: [\w./:=@'"$-]{1,80}){0,8}$/;

/** `db-password`, as Google's `--secret` and Kubernetes call one. */
const nameOfEntry =
  /^[a-z]{2,16}(?:-[a-z]{2,16}){0,3}-(?:password|secrets?|token|key|keys|credentials|creds|cert|auth|tls)$/;

/** `prod/db/password`, as the managers of clouds call a secret. */
const pathOfNames = /^[a-z][a-z_-]{1,30}(?:\/[a-z][a-z_-]{1,30}){1,5}$/;

function isSpeakable(path: string): boolean {
  return path.split('/').every((name) => !isUnspeakable(name));
}

/** What a form asks for, in the words that stand before the name of a secret. */
const labelWords: ReadonlySet<string> = new Set(
  (
    'enter confirm repeat retype reenter new old current your choose create set show hide forgot reset change update verify ' +
    'copy save generate a the my again lost provide paste add type forgotten for of to and or with in is one time access client api user account admin ' +
    'shared personal private temporary expired invalid required optional ' +
    'vergessen neues neuer neuen altes aktuelles aktuellen eingeben bestätigen wiederholen ändern anzeigen zurücksetzen ihr ihre ihren dein deinen das der die ' +
    'geheimer geheimes abgelaufen ungültig persönlicher temporäres ' +
    'introduce introduzca ingrese ingresa escribe escriba tu su la el de del nueva nuevo actual antigua antiguo confirmar confirme confirma cambiar mostrar ' +
    'olvidaste olvidé compartida compartido restablecer repetir repita secreta secreto acceso sesión usuario caducada inválida ' +
    'votre ton entrez saisissez mot du le les un une des nouveau nouvel ancien actuel confirmer confirmez confirmation changer afficher oublié ' +
    'réinitialiser répéter secrète partagé accès expirée invalide utilisateur ' +
    'inserisci nuova nuovo attuale vecchia conferma cambia mostra dimenticata reimposta ripeti tua tuo della di accesso segreta condiviso scaduta utente ' +
    'digite insira nova atual antiga alterar esqueceu esqueci redefinir repita sua seu da do acesso secreta expirada ' +
    'введите забыли новый старый текущий ваш подтвердите повторите сменить изменить неверный пароля ' +
    'voer vul uw je jouw het in nieuw nieuwe huidig huidige oude bevestig wijzig toon vergeten herhaal'
  ).split(' '),
);

/** What a form calls a secret, beside the words that name one before its value. */
const labelNouns: ReadonlySet<string> = new Set(
  (
    'passe contrasena clave chave chiave cle sleutel schlussel kennworter passworter passwords sitzung sesion session sessione sessao sessie ' +
    'zugriffstoken zugriffsschlussel zugangstoken anmeldetoken jeton jetons token tokens toegangstoken pin code codigo codice cookies signature firma ' +
    'unterschrift assinatura handtekening einmalcode einmalpasswort sicherheitscode bestatigungscode key keys geheimnis secret secrets'
  ).split(' '),
);

function isLabelNoun(word: string): boolean {
  return secretWords.has(word) || labelNouns.has(word);
}

/** `Confirm password`, `Enter your PIN`, `Forgot your password?`. */
function isLabel(value: string): boolean {
  const words = value
    .replace(/[?:*.!]$/, '')
    .toLowerCase()
    .split(' ');
  const others = words.filter((word) => !isLabelNoun(plain(word)));
  return others.length < words.length && others.every((word) => labelWords.has(word));
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
const shortestCapitalized = 5;

/** The name of this very kind of secret, in any language: `"password": "Passwort"`, `Clave secreta`. */
function isName(value: string, kind: SecretKind): boolean {
  const shortest = /^\p{Lu}\p{Ll}/u.test(value) ? shortestCapitalized : shortestName;
  if (value.length < shortest || /\d/.test(value)) return false;
  const name = value
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .normalize('NFC')
    .toLowerCase();
  return (secretWords.get(name) ?? pairs.get(name) ?? knownNames.get(name)) === kind;
}
