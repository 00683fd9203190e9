import { isUnspeakable } from './unspeakable.ts';

/**
 * Whether a value stands in a secret's place and is none: `{ACCESS_TOKEN}`, `<api_key>`, `$TOKEN`, `YOUR_TOKEN`,
 * `xxxx`, `undefined`, nothing at all. It stays in the text, since it is often the very fault.
 */
export function isPlaceholder(value: string): boolean {
  if (isPlainlyValue(value)) return false;
  const trimmed = value.trim().replace(quotedVariable, '$2');
  if (trimmed.length > longestPlaceholder) return false;
  if (trimmed === '' || literals.has(trimmed.toLowerCase())) return true;
  if (
    isMasked(trimmed) ||
    isVariable(trimmed) ||
    isMemberOfCode(trimmed) ||
    isPrinted(trimmed) ||
    version.test(trimmed) ||
    generic.test(trimmed)
  )
    return true;
  if (isCutShort(trimmed)) return true;
  const encoded = encoding.exec(trimmed)?.[1];
  if (encoded !== undefined) return encoded.split(/[:,]/).every((part) => isWordy(part.trim()));
  if (isPair(trimmed)) return true;
  const inside = withinBrackets(trimmed) ?? encodedBrackets.exec(trimmed)?.[1];
  if (inside !== undefined)
    return (
      isPlaceholder(inside) || isWordy(inside) || isExpression(inside) || isMarker(trimmed) || foreignWords.test(inside)
    );
  if (isCutExpression(trimmed) || isLookup(trimmed)) return true;
  const marked = marks.exec(trimmed)?.[2];
  return marked === undefined ? isNamedPlaceholder(trimmed) : isPlaceholder(marked);
}

/** `'$TOKEN'`, where a script left its own quotes for it. */
const quotedVariable = /^(['"])(\$\{?\w{1,60}\}?)\1$/;

/** Three digits in a long word: what most secrets have, and no placeholder. */
function isPlainlyValue(value: string): boolean {
  if (value.length < 16 || !/^(?!your[-_ ])[A-Za-z0-9]/i.test(value)) return false;
  let digits = 0;
  for (let index = 0; index < value.length && digits < 3; index += 1) {
    const code = value.charCodeAt(index);
    if (code >= 49 && code <= 57) digits += 1;
    else if (code === 32 || code === 123 || code === 60 || code === 64) return false;
  }
  return digits >= 3;
}

/** The text between brackets that enclose all of `value`, however many there are; undefined where there are none. */
export function withinBrackets(value: string): string | undefined {
  let start = 0;
  let end = value.length;
  while (end - start >= 2 && brackets.get(value.charAt(start)) === value.charAt(end - 1)) {
    start += 1;
    end -= 1;
  }
  return start === 0 ? undefined : value.slice(start, end);
}

/** `%3Ctoken%3E`, `%7Btoken`, `&lt;token`: brackets as a URL and a page have them, whose last one may have ended the value. */
const encodedBrackets =
  /^(?:%(?:25){0,2}(?:3C|7B|5B)|&lt;)([A-Za-z][\w .-]{0,60})(?:%(?:25){0,2}(?:3E|7D|5D)|&gt;?)?$/i;

/** `<ВАШ_ТОКЕН>`, `{你的令牌}`: words of any language. */
const foreignWords = /^(?=[ -~]{0,60}[^ -~])[\p{L}\p{M}]{1,24}(?:[ _'’-][\p{L}\p{M}]{1,24}){0,8}$/u;

/** `${ID}:${SECRET}`, `<client_id>:<client_secret>`: Basic credentials that are put together of two. */
function isPair(value: string): boolean {
  const colon = value.indexOf(':', 2);
  if (colon < 0 || !/^[$<{[%]/.test(value) || !/^[$<{[%]/.test(value.slice(colon + 1))) return false;
  return isPlaceholder(value.slice(0, colon)) && isPlaceholder(value.slice(colon + 1));
}

/** `</s>`, `<|endoftext|>`: marks of a language model's text, which it calls tokens. */
function isMarker(value: string): boolean {
  return /^<(?:\/[a-z]{1,10}|\|[a-z_]{1,30}\|)>$/.test(value);
}

/** The same marks before a name and after it: `__TOKEN__`, `**redacted**`, `--REMOVED--`, `!TOKEN!`, `«token»`. */
const marks = /^(__?|\*{1,3}|-{1,3}|~{1,3}|!|#{1,3}|@{1,2}|\$|=+|«|≪|["'`])([A-Za-z][\w .-]{0,60})(?:\1|»|≫)$/;

/** What is left where somebody cut a value out: `eyJhbGciOi…`, `sk-...`, `abc...xyz`. A sentence may end at the last dot. */
function isCutShort(value: string): boolean {
  const dots = value.indexOf('..');
  const at = dots < 0 ? value.indexOf('…') : dots;
  return at >= 0 && (/^[\w.-]{1,11}(?:\.\.|…)$/.test(value) || /^[\w-]{1,6}(?:\.{3}|…)[\w-]{1,6}$/.test(value));
}

/** What a program prints of a thing that is no text: `System.String`, `com.acme.Token@5e9f23b4`, `<function get at 0x…>`. */
function isPrinted(value: string): boolean {
  return /^System\.[A-Z]\w{1,40}$|^(?:[a-z]\w{0,30}\.){1,6}[A-Z][\w$]{0,60}@[0-9a-f]{5,8}$|^<[A-Za-z][\w. ]{1,60} at 0x[0-9a-fA-F]{4,16}>$|^\[(?:object|Function:?|class|[BCL]@) ?\w{1,40}\]?$|^Promise \{|^\[PII of type\b/.test(
    value,
  );
}

/** A type with its parameters: `output<string>`, `Record<string, string>`. */
const generic =
  /^(?:[Oo]utput|Promise|Option(?:al)?|Maybe|Array|List|Set|Vec|Record|Result|Signal|Observable|Nullable)<[A-Za-z_][\w, |.<>]{0,40}>$/;

/** Of a package that is named after a secret: `"cookie": "^0.7.1"`, `"token": "workspace:*"`, `"secret": "file:../secret"`. */
const version =
  /^(?:(?:[~^]|[<>]=? ?)?v?\d{1,4}\.\d{1,4}(?:\.\d{1,6}(?:-[a-z]{1,10}[\w.]{0,10})?)?|(?:workspace|catalog):[\w.*^~]{0,20}|(?:file|link|portal):\.{0,2}\/[\w./@-]{1,80}|npm:@?[\w./-]{1,60}@[\w.^~-]{1,20})$/;

/** `base64(client_id:client_secret)`: what a page tells people to do. Its last bracket may have ended the value. */
const encoding = /^(?:base64|b64|btoa|urlencode)\w{0,12}\(([\w\s:,{}<>.-]{1,100})\)?$/i;

const longestPlaceholder = 120;

const brackets: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['<', '>'],
  ['[', ']'],
  ['(', ')'],
  ['%', '%'],
]);

const literals: ReadonlySet<string> = new Set(
  (
    'null undefined none nil nan true false empty missing n/a na - -- string str number int integer bool boolean any ' +
    'unknown redacted protected removed hidden masked filtered secret password token bearer basic required optional invalid ' +
    'expired void latest object buffer secretstr secretstring securestring uint8array bytearray arraybuffer ellipsis cookie key jwt credentials base64 tbd todo changeme fixme ... … |'
  ).split(' '),
);

/** `sk-proj-****1a2b`, `••••6789`, `xxxxxx6789`: what is left of one that a program shows in part. */
const shownInPart = /^[A-Za-z0-9]{0,4}(?:[-_][a-z]{2,8}){0,2}[-_]?(?:[*•●]{4,}|[xX]{4,}(?=\d|$))[ -]?\w{0,4}$/;

/** `xxxx`, `****`, `••••`, `XXXXXXXX-XXXX`, `xxx.yyy.zzz`, `000000`: one character again and again. */
function isMasked(value: string): boolean {
  if (shownInPart.test(value)) return true;
  const bare = value
    .replace(/^[A-Za-z]{2,12}(?:[-_][a-z]{2,8}){0,2}[-_](?=[xX*•]{3})/, '')
    .replace(/[-_. ]|={1,2}$/g, '');
  if (bare === '' || /^([a-z])\1+\.([a-z])\2+\.([a-z])\3+$/i.test(value)) return true;
  const first = bare.charAt(0);
  if (!'xX*•●#?0…·█▇■▓▒░'.includes(first)) return false;
  for (let index = 1; index < bare.length; index += 1) {
    if (bare.charAt(index) !== first) return false;
  }
  return first !== '0' || bare.length >= 6;
}

/** A variable of a shell, a template or a program, whose value does not show. */
function isVariable(value: string): boolean {
  const first = value.charAt(0);
  if (first === '$')
    return /^\$(?:[A-Za-z_][\w:.]*(?:\[-?\d{1,3}\])?|\{[^{}]*\}|\([^()]*\)?|\{\{[^{}]*\}\}|\[[A-Za-z][\w .-]{0,40}\])$/.test(
      value,
    );
  if (first === '%') return /^%[A-Za-z_]\w*%$|^%[sdv@]$/.test(value);
  if (first === '#') return /^#\{[^{}]*\}$/.test(value);
  if (first === '\\') return /^\\\([\w.?!]{1,60}\)$/.test(value);
  if (first === '<') return /^<(?:%[^%]*%|\?(?:=|php) ?[^?]*\?)>$/.test(value);
  if (first === '{')
    return /^\{\d{0,2}\}$/.test(value) || (/^\{\{[^{}]*\}\}$/.test(value) && isReference(value.slice(2, -2)));
  // Power Automate's `@{variables('token')}`, Data Factory's `@concat('Bearer ', …)`.
  if (first === '@' && /^@(?:\{[^{}]{1,110}\}|[a-z]{2,20}\([^{}]{1,100}\)[\w.?[\]']{0,40})$/.test(value))
    return value.split(/[^A-Za-z0-9]+/).every(isWord);
  return value === '@-' || (/^[:@][a-z_]+$/.test(value) && (first === ':' || isSubject(value.slice(1))));
}

/** What programs call the objects that hold what they were given. */
const objects =
  /^(?:req|request|ctx|context|config|settings|options|props|state|store|session|this|self|event|process\.env|import\.meta\.env)\??\.(?=[A-Za-z_])/;

/** `req.headers.authorization`, `request.headers.get(`: code where a value would stand, whole or up to its quotation mark. */
function isMemberOfCode(value: string): boolean {
  if (!objects.test(value) || !/^[A-Za-z_.?!]{1,100}(?:\(['"]?[\w-]{0,40}['"]?\)?)?$/.test(value)) return false;
  return value.split(/[^A-Za-z0-9]+/).every(isWord);
}

/** `os.environ["TOKEN"]`, `System.getenv("TOKEN")`, `secrets.TOKEN`: where a program is to look, written in the place of a value. */
const lookups =
  /^(?:os\.environ(?:\.get)?|os\.getenv|getenv|System\.(?:getenv|getProperty)|ENV(?:\.fetch)?|process\.env|secrets|vars|env|Deno\.env\.get|\$env)(?:[[(]\\{0,2}["'][A-Za-z][\w.-]{0,60}\\{0,2}["'][\])]|[.:][A-Za-z]\w{0,60})$/;

function isLookup(value: string): boolean {
  return lookups.test(value) && value.split(/[^A-Za-z0-9]+/).every(isWord);
}

/** `{{$json.token}}`, `{{.Values.token}}`, `{{1.token}}`, `{{ _.token }}`, `{{ token | hash('sha512') }}`: how tools name what they fill in. */
function isReference(value: string): boolean {
  return (
    isWordy(value) ||
    isWordy(
      value
        .trim()
        .replace(filters, '')
        .replace(/^(?:\d{1,3}\.|\$?\.|\$|_\.)/, ''),
    )
  );
}

/** What Jinja puts a value through. A default would be a value of its own. */
const filters = /(?: ?\| ?(?!d(?:efault)?\b)[a-z_]{2,30}(?:\(['"]?\w{0,12}['"]?\))?){1,5}$/;

/** `tokens['id_token']`, `os.environ["TOKEN"]`, `get_token()`: what a program fills into a text, written between braces. */
const expression =
  /^(?:await )?\$?[A-Za-z_]\w{0,40}(?:\??\.[A-Za-z_]\w{0,40}){0,6}(?:\[(?:'[\w-]{1,40}'|"[\w-]{1,40}"|\w{1,40})\]|\([\w.'", ]{0,60}\))[\w.[\]()'"!?: -]{0,60}$/;

function isExpression(value: string): boolean {
  return expression.test(value) && value.split(/[^A-Za-z0-9]+/).every(isWord);
}

/** The same where the text ends at a quotation mark of its own: `{tokens[`, `${tokens[`. */
function isCutExpression(value: string): boolean {
  return /^[#$@]?\{\$?[A-Za-z_][\w.]{0,60}[[(]$/.test(value) && value.split(/[^A-Za-z0-9]+/).every(isWord);
}

/** Words that a person or a page puts where a value belongs. */
const fillWords: ReadonlySet<string> = new Set(
  (
    'your my our here insert replace enter paste put add change fill example placeholder goes todo changeme some the actual ' +
    'real valid'
  ).split(' '),
);

/** Words that say that a value was taken out, whatever stands beside them. */
const takenOut: ReadonlySet<string> = new Set(
  'redacted removed masked filtered omitted scrubbed sanitized stripped'.split(' '),
);

/** `yourpassword`, `INSERTTOKENHERE`: the same without anything between the words. */
const runTogether =
  /^(?:your|insert|enter|paste|put)(?:access|api|auth|client|refresh|bearer)?(?:token|key|secret|password|code|jwt)(?:here)?$/i;

/** What the words around them are about. */
const subjectWords: ReadonlySet<string> = new Set(
  (
    'oauth oauth2 token key secret password code jwt access refresh identity id client api auth authorization bearer verifier ' +
    'assertion session cookie credentials username user pass passwd pwd private value app header payload signature ' +
    'demo sample dummy test ' +
    // Words that a value is called by, and whose it is, in other languages.
    'a an from step jeton cle clave chave chiave schlussel passwort contrasena senha segredo secreto segreto wachtwoord ' +
    'tu su seu sua votre ton dein ihr tuo vostro jouw uw hier aqui ici'
  ).split(' '),
);

function isSubject(word: string): boolean {
  return subjectWords.has(word);
}

/** `ВАШ_ТОКЕН`, `VOTRE_CLÉ`: words in capitals, of which one has a letter that no token is made of. */
const foreignCapitals = /^(?=[A-Z_]{0,40}[^A-Z_])\p{Lu}{2,20}(?:_\p{Lu}{2,20}){1,4}$/u;

/** `your-256-bit-secret`, `YOUR_32_CHAR_KEY`. */
const measured = /^your((?:[-_ ](?:\d{1,4}|[a-z]{1,12})){1,5})$/i;

function isNamedPlaceholder(value: string): boolean {
  if (foreignCapitals.test(value)) return true;
  if (value.length < 5) return false;
  const measure = measured.exec(value)?.[1];
  if (measure !== undefined && isSubject(wordsOf(measure).at(-1) ?? '')) return true;
  if (!isWordy(value)) return false;
  const words = wordsOf(value);
  if (words.length < 2) return runTogether.test(value);
  if (words.some((word) => takenOut.has(word))) return true;
  const known = words.filter((word) => fillWords.has(word) || subjectWords.has(word)).length;
  return known >= 2 || (known === 1 && fillWords.has(words[0] ?? ''));
}

function wordsOf(value: string): readonly string[] {
  return value
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Made of words, as a name is and a token is not: `ACCESS TOKEN`, `your-api-key`, `accessToken2`. */
export function isWordy(value: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9 _.:'/-]*$/.test(value)) return false;
  return value.split(/[^A-Za-z0-9]+/).every(isWord);
}

const longestWord = 20;

function isWord(word: string): boolean {
  if (word.length > longestWord || (word.length >= 12 && isUnspeakable(word))) return false;
  return /^(?:[A-Z]{0,20}|[a-z]{0,20}|[A-Z]?[a-z]{1,20}(?:[A-Z]{1,4}[a-z]{1,20}){0,3}[A-Z]{0,3})\d{0,2}$/.test(word);
}
