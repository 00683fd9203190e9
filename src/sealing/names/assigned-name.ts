import { isWordCode } from '../characters.ts';

/** The name on the left of a separator, and how it stands there. */
export interface AssignedName {
  readonly name: string;
  readonly start: number;
  /** The quote that closes right before the separator: `"password": …`. */
  readonly quoted: boolean;
  /** The quote that opens right before the name and is still open: `-H "X-Api-Key: …"`. */
  readonly within: string | undefined;
  /** Nothing but blanks and a few marks stand before it on its line. */
  readonly startsLine: boolean;
  /** Blanks stand between the name and the separator. */
  readonly spaced: boolean;
  /** `?`, `&` or `#` stands before it. */
  readonly inQuery: boolean;
}

const longestName = 80;

/** Where the name before a separator stands. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
}

/** Finds the name that ends before `at`. Undefined where none stands there. */
export function nameSpanBefore(text: string, at: number): NameSpan | undefined {
  const end = beforeVisibility(text, beforeClosers(text, beforeSpaces(text, at)));
  let start = end;
  while (start > 0 && end - start < longestName && isNameCode(text.charCodeAt(start - 1))) start -= 1;
  start = afterEscape(text, start, end);
  while (start < end && isOpeningMark(text.charCodeAt(start))) start += 1;
  if (text.charCodeAt(start - 1) === 45 && text.charCodeAt(at) === 61) start = afterDefine(text, start, end);
  return start >= end ? undefined : { start, end };
}

/** `["password":protected]=>`, `[password:App\\Config:private] =>`, as PHP dumps the members of an object. */
function beforeVisibility(text: string, end: number): number {
  if (text.charCodeAt(end) !== 93 || !visibility.test(text.slice(end - 10, end))) return end;
  return (
    end -
    (/["']?(?::"?[\w\\]{1,80}"?)?:(?:private|protected)$/.exec(text.slice(Math.max(0, end - 100), end))?.[0].length ??
      0)
  );
}

const visibility = /:(?:private|protected)$/;

function beforeSpaces(text: string, at: number): number {
  let end = at;
  while (at - end < 8 && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end -= 1;
  return end;
}

function isOpeningMark(code: number): boolean {
  return code === 45 || code === 46;
}

/** The name that stands at `span`, before the separator at `at`, with the words that belong to it. */
export function readName(text: string, { start, end }: NameSpan, at: number): AssignedName {
  const closed = beforeSpaces(text, at);
  const last = text.charAt(closed - 1);
  const quoted = closed !== end && last !== ']' && last !== '*';
  const attribute = text.charCodeAt(at) === 61 && closed === at;
  const from = quoted && text.charAt(start - 1) !== ' ' ? start : phraseStart(text, start, end, attribute);
  const before = text.charAt(start - 1);
  const within = !quoted && (before === '"' || before === "'" || before === '`') ? before : undefined;
  return {
    name: text.slice(from, end),
    start: from,
    quoted: closed !== end && last !== '*',
    within,
    startsLine: startsLine(text, from),
    spaced: closed < at,
    inQuery: before === '?' || before === '&' || before === '#' || /%(?:26|3F)$/i.test(text.slice(start - 3, start)),
  };
}

/** Letters, digits, `_ - . $`. */
function isNameCode(code: number): boolean {
  return code < 128 ? nameCodes[code] === 1 : isWordCode(code);
}

const nameCodes = new Uint8Array(128);
for (let code = 0; code < 128; code += 1)
  nameCodes[code] = isWordCode(code) || code === 45 || code === 46 || code === 36 ? 1 : 0;

/** What may end a closing mark: a quote, a bracket, `;` of a reference, the last digit of an escape. */
const closerCodes = new Uint8Array(128);
for (const char of '"\'`\\]*^;>27Dd') closerCodes[char.charCodeAt(0)] = 1;

/** The length of the closing mark that ends before `end`; 0 where there is none. */
function closerLength(text: string, end: number, code: number): number {
  switch (code) {
    case 59:
      return /&(?:quot|apos|#34|#39);$/.exec(text.slice(Math.max(0, end - 6), end))?.[0].length ?? 0;
    case 93:
      return text.charCodeAt(end - 2) === 91 ? 2 : 1;
    case 62:
      return text.charCodeAt(end - 2) === 62 ? 2 : 0;
    case 50:
    case 55:
    case 68:
    case 100: {
      if (text.charCodeAt(end - 3) !== 37 && text.charCodeAt(end - 6) !== 92 && text.charCodeAt(end - 5) !== 37)
        return 0;
      return /(?:\\u002[27]|%(?:25)?(?:22|27|5D))$/i.exec(text.slice(Math.max(0, end - 6), end))?.[0].length ?? 0;
    }
    default:
      return 1;
  }
}

/** Steps over closing quotes and brackets: `"password"`, `\"password\"`, `user[password]`, `%22password%22`. */
function beforeClosers(text: string, at: number): number {
  let end = at;
  while (at - end < 12) {
    const code = text.charCodeAt(end - 1);
    if (code < 128 ? closerCodes[code] === 0 : code !== 0x201d && code !== 0x2019) break;
    const length = closerLength(text, end, code);
    if (length === 0) break;
    end -= length;
  }
  return end;
}

/** A name that follows an escape in a string has the escape's last letters in front: `\nAuthorization`, `%22token`. */
function afterEscape(text: string, start: number, end: number): number {
  const before = text.charAt(start - 1);
  if (before === '\\' && /[nrt]/.test(text.charAt(start))) return start + 1;
  if (before === '\\' && /^u00[0-9A-Fa-f]{2}/.test(text.slice(start, end))) return start + 5;
  if (before === '%') {
    const escapes = /^(?:25){0,2}[0-9A-Fa-f]{2}/.exec(text.slice(start, end))?.[0].length ?? 0;
    return start + escapes;
  }
  return start;
}

/** `-Dapi.key=…` and `-PapiKey=…`, as Java and Gradle take them. */
function afterDefine(text: string, start: number, end: number): number {
  return /^[DP][a-z][a-z0-9]{0,30}[A-Z._]/.test(text.slice(start, end)) ? start + 1 : start;
}

/** Words that are a name together with the word before them: `client secret`, `API key`, `invalid token`. */
const lastWords: ReadonlySet<string> = new Set(
  (
    'secret key token code password verifier assertion id number cookie signature passphrase name date ' +
    'passe ordine accès acceso acesso secreta secrète privada privée api доступа ключ sleutel klíč nyckel nøgle nøkkel avain kulcs anahtarı 키 キー ' +
    'birth nacimiento naissance nascita nascimento ' +
    'khẩu المرور السر عبور sécurité vérification confirmation verificación seguridad verificação segurança verifica sicurezza'
  ).split(' '),
);

const longestWord = 16;

/** Whether the word may be the last of a name of two. */
export function endsPhrase(word: string): boolean {
  return lastWords.has(word.toLowerCase());
}

/** What stands before the last word of a name in other languages: `mot de passe`, `jeton d’accès`, `clave secreta`. */
const foreignPhrase =
  /(?:mật |كلمة |رمز |code de |c[oó]digo de |codice di |date of |fecha de |date de |data di |data de |mot de |токен |секретный |приватный |закрытый |ключ |parola d['’]|jeton d['’]|token de |(?:clave|chave|llave|chiave|klucz) (?:(?:de|da|della) (?:la )?|d['’]|di |dell['’])?|cl[eé] (?:de (?:l['’])?|d['’])?|geheime )$/i;

function phraseStart(text: string, start: number, end: number, attribute: boolean): number {
  if (!endsPhrase(text.slice(start, end))) return start;
  const blank = text.charAt(start - 1);
  if (blank !== ' ' && blank !== "'" && blank !== '’') return start;
  const foreign = foreignPhrase.exec(text.slice(Math.max(0, start - 16), start))?.[0].length;
  if (foreign !== undefined) return start - foreign;
  if (blank !== ' ' || attribute) return start;
  let from = start - 1;
  while (from > 0 && start - from <= longestWord && /[A-Za-z]/.test(text.charAt(from - 1))) from -= 1;
  return from === start - 1 ? start : from;
}

/** What may stand before a name that starts its line: `> `, `< `, `- `, `* `, `+ `, `export `, `$env:`. */
const lineOpeners: ReadonlySet<string> = new Set(['export', 'set', 'ENV', 'env', 'ARG', 'setx', 'declare', 'SET']);

function startsLine(text: string, start: number): boolean {
  let index = start;
  for (let steps = 0; steps < 40; steps += 1) {
    const char = text.charAt(index - 1);
    if (char === '' || char === '\n') return true;
    if (text.charAt(index - 2) === '\\' && (char === 'n' || char === 'r')) return true;
    if (!' \t>*<-+|•'.includes(char)) break;
    index -= 1;
  }
  const wordEnd = index;
  while (index > 0 && wordEnd - index < 10 && /[A-Za-z]/.test(text.charAt(index - 1))) index -= 1;
  const before = text.charAt(index - 1);
  return (before === '' || before === '\n') && lineOpeners.has(text.slice(index, wordEnd));
}
