import { isCodeInPlace, isCutExpression, isFilledIn, isPrinted } from './code-in-place.ts';
import { isCutShort, isHeadOfJwt, isMasked, withoutRemark } from './shown-in-part.ts';
import { hasOnlyWords, isWordy, wordsOf } from './wordy.ts';

/**
 * Whether a value stands in a secret's place and is none: `{ACCESS_TOKEN}`, `<api_key>`, `$TOKEN`, `YOUR_TOKEN`,
 * `xxxx`, `undefined`, nothing at all. It stays in the text, since it is often the very fault.
 */
export function isPlaceholder(value: string): boolean {
  if (isHeadOfJwt(value)) return true;
  if (isPlainlyValue(value)) return false;
  const trimmed = withoutRemark(value.trim())
    .replace(quotedVariable, '$2')
    .replace(/^\\{1,3}(?=\$)/, '');
  if (trimmed.length > longestPlaceholder) return false;
  if (trimmed === '' || literals.has(trimmed.toLowerCase())) return true;
  if (
    isMasked(trimmed) ||
    isVariable(trimmed) ||
    isCodeInPlace(trimmed) ||
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
      isPlaceholder(inside) || isWordy(inside) || isFilledIn(inside) || isMarker(trimmed) || foreignWords.test(inside)
    );
  if (isCutExpression(trimmed)) return true;
  const held = (wrapper.exec(trimmed) ?? withScheme.exec(trimmed))?.[1];
  if (held !== undefined) return isPlaceholder(held);
  if (isHalfBracketed(trimmed)) return true;
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

/** `{TOKEN`, `TOKEN>`, `${TOKEN`, `%TOKEN`: a bracket was lost, which a person must see. */
function isHalfBracketed(value: string): boolean {
  const [, dollar, opened, closed] =
    /^(\$)?(?:[{<[(%]{1,2} ?([A-Za-z][\w.-]{1,60})|([A-Za-z][\w.-]{1,60}) ?[}>\])%]{1,2})$/.exec(value) ?? [];
  const inside = opened ?? closed;
  return inside !== undefined && (isPlaceholder(inside) || (dollar !== undefined && isWordy(inside)));
}

/** `%3Ctoken%3E`, `%24%7BTOKEN%7D`, `%7Btoken`, `&lt;token`: brackets as a URL and a page have them, whose last one may have ended the value. */
const encodedBrackets =
  /^(?:(?:%(?:25){0,2}24)?%(?:25){0,2}(?:3C|7B|5B)|&lt;)([A-Za-z][\w .-]{0,60})(?:%(?:25){0,2}(?:3E|7D|5D)|&gt;?)?$/i;

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
const marks = /^(__?|\*{1,3}|-{1,3}|~{1,3}|!|#{1,3}|@{1,2}|\|{1,2}|\$|=+|«|≪|["'`])([A-Za-z][\w .-]{0,60})(?:\1|»|≫)$/;

/** A type with its parameters: `output<string>`, `Record<string, string>`. */
const generic =
  /^(?:[Oo]utput|Promise|Option(?:al)?|Maybe|Array|List|Set|Vec|Record|Result|Signal|Observable|Nullable)<[A-Za-z_][\w, |.<>]{0,40}>$/;

/** Of a package that is named after a secret: `"cookie": "^0.7.1"`, `"token": "workspace:*"`, `"secret": "file:../secret"`. */
const version =
  /^(?:(?:[~^]|[<>]=? ?)?v?\d{1,4}\.\d{1,4}(?:\.\d{1,6}(?:-[a-z]{1,10}[\w.]{0,10})?)?|(?:workspace|catalog):[\w.*^~]{0,20}|(?:file|link|portal):\.{0,2}\/[\w./@-]{1,80}|npm:@?[\w./-]{1,60}@[\w.^~-]{1,20})$/;

/** `base64(client_id:client_secret)`: what a page tells people to do. Its last bracket may have ended the value. */
const encoding =
  /^(?:base64|b64|btoa|urlencode)\w{0,12}\((?:\\{0,2}["'])?([\w\s:,{}<>.-]{1,100}?)(?:\\{0,2}["'])?\)?$/i;

/** `Some("…")`, `Optional(nil)`, `SecretStr('**********')`: what a program prints around a value that it hides or has not. */
const wrapper =
  /^(?:Optional|Some|Just|Secret\w{0,12}|Sensitive|Redacted|Password|Token|Value)\(["']?([^()"']{0,80})["']?\)$/;

/** `Bearer {token}`, where only the token belongs. */
const withScheme = /^["'`]?(?:Bearer|Basic|Token|JWT|Api-?Key)[: ] ?([^\s"'`][^"'`]{0,100})["'`]?$/i;

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
    'unknown redacted protected removed hidden masked filtered secret password pass passwd pwd token bearer basic required optional invalid ' +
    'expired void latest object buffer secretstr secretstring securestring uint8array bytearray arraybuffer ellipsis cookie key jwt credentials base64 tbd todo changeme replaceme setme fixme placeholder snip snipped stripped omitted elided ' +
    'truncated withheld scrubbed censored nsnull \\n ... … |'
  ).split(' '),
);

/** A variable of a shell, a template or a program, whose value does not show. */
function isVariable(value: string): boolean {
  const first = value.charAt(0);
  if (first === '$')
    return /^\${1,2}(?:\d|[A-Za-z_][\w:.]*(?:\[-?\d{1,3}\])?|\{[^{}]*\}|\([^()]*\)?|\{\{[^{}]*\}\}|\[[A-Za-z][\w .-]{0,40}\])$/.test(
      value,
    );
  if (first === '%')
    return /^%[A-Za-z_]\w*%$|^%(?:\d\$)?[sdv@]$|^%(?:\(\w{1,60}\)s|<\w{1,60}>s|\{[\w.]{1,60}\})$/.test(value);
  if (first === '#') return /^#\{[^{}]*\}$/.test(value);
  if (first === '!')
    return /^!(?:\{[\w.]{1,60}\}|(?:secret|vault|env|ENV)(?: [A-Za-z$][\w.${}:/-]{0,80})?)$/.test(value);
  if (first === '\\') return /^\\\([\w.?!]{1,60}\)$/.test(value);
  if (first === '<') return /^<(?:%[^%]*%|\?(?:=|php) ?[^?]*\?)>$/.test(value);
  if (first === '{')
    return (
      /^\{\d{0,2}\}$|^\{%[^%]{1,110}%\}$|^\{% ?raw ?%\}\{\{[\w. ]{1,60}\}\}\{%/.test(value) ||
      (/^\{\{[^{}]*\}\}$/.test(value) && isReference(value.slice(2, -2)))
    );
  // Power Automate's `@{variables('token')}`, Data Factory's `@concat('Bearer ', …)`.
  if (first === '@' && /^@(?:\{[^{}]{1,110}\}|[a-z]{2,20}\([^{}]{1,100}\)[\w.?[\]']{0,40})$/.test(value))
    return hasOnlyWords(value);
  return value === '@-' || (/^[:@][a-z_]+$/.test(value) && (first === ':' || isSubject(value.slice(1))));
}

/** `{{$json.token}}`, `{{.Values.token}}`, `{{1.token}}`, `{{ _.token }}`, `{{ token | hash('sha512') }}`: how tools name what they fill in. */
function isReference(value: string): boolean {
  return (
    isWordy(value) ||
    isWordy(
      value
        .replace(/^[-~]?\s|\s[-~]?$/g, '')
        .trim()
        .replace(filters, '')
        .replace(/^(?:\d{1,3}\.|\$?\.|\$|_\.)/, ''),
    )
  );
}

/** What Jinja and Helm put a value through. A default would be a value of its own, unless it is empty. */
const filters =
  /(?: ?\| ?(?:d(?:efault)?(?: ""| ''|\((?:""|'')?\))|(?!d(?:efault)?\b)[a-z_\d]{2,30}(?:\(['"]?\w{0,12}['"]?\))?)){1,5}$/;

/** Words that a person or a page puts where a value belongs. */
const fillWords: ReadonlySet<string> = new Set(
  (
    'your my our here insert replace enter paste put add change fill example placeholder goes todo changeme some the actual ' +
    'real valid set same'
  ).split(' '),
);

/** Words that say that a value was taken out, whatever stands beside them. */
const takenOut: ReadonlySet<string> = new Set(
  'redacted removed masked filtered omitted scrubbed sanitized stripped'.split(' '),
);

/** `yourpassword`, `INSERTTOKENHERE`, `mytoken`: the same without anything between the words. */
const runTogether =
  /^(?:(?:your|insert|enter|paste|put)(?:access|api|auth|client|refresh|bearer)?(?:token|key|secret|password|code|jwt)(?:here)?|(?:my|the|some)(?:access|api|auth|refresh|bearer)?(?:token|key|jwt)|(?:access|api|auth|refresh|bearer)?(?:token|key)(?:value|(?:goes)?here))$/i;

/** What the words around them are about. */
const subjectWords: ReadonlySet<string> = new Set(
  (
    'oauth oauth2 token key secret password code jwt access refresh identity id client api auth authorization bearer verifier ' +
    'assertion session cookie credentials username user pass passwd pwd private value app header payload signature ' +
    'demo sample dummy test invalid placeholder me ' +
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
