import { hasOnlyWords, wordsOf } from './wordy.ts';

/**
 * Whether a value is code that would get the secret, written where the secret belongs: the program sent the code, or shows
 * it, and the secret does not stand there.
 */
export function isCodeInPlace(value: string): boolean {
  const code = value.replace(fallback, '');
  return isMember(code) || isLookup(code) || isChain(code);
}

/** `process.env.TOKEN ?? ''`, `env.TOKEN || null`. */
const fallback = / ?(?:\?\?|\|\|) ?(?:''|""|null|undefined)$/;

/** What programs call the objects that hold what they were given. */
const objects =
  /^(?:req|request|ctx|context|config|settings|options|props|state|store|session|this|self|event|process\.env|import\.meta\.env)\??\.(?=[A-Za-z_])/;

/** `req.headers.authorization`, `request.headers.get(`: whole, or up to its quotation mark. */
function isMember(code: string): boolean {
  return objects.test(code) && /^[A-Za-z_.?!]{1,100}(?:\(['"]?[\w-]{0,40}['"]?\)?)?$/.test(code) && hasOnlyWords(code);
}

/** `secrets.TOKEN`, `$env:TOKEN`: where a program is to look. */
const lookups = /^(?:ENV|Bun\.env|secrets|vars|env|\$env)[.:][A-Za-z]\w{0,60}$/;

function isLookup(code: string): boolean {
  return lookups.test(code) && hasOnlyWords(code);
}

/** A name, its members, what is read from them by a string, and calls with a name or a string and no default but an empty one. */
const chain =
  /^(?:await |\$)?[A-Za-z_]\w{0,40}!?(?:(?:\??\.|::|->)[A-Za-z_]\w{0,40}|\[\\{0,2}["'][\w.:-]{1,60}\\{0,2}["']\]|\((?:\\{0,2}["'][\w.:/-]{1,60}\\{0,2}["']|[A-Za-z_][\w.]{0,60})?(?:, ?(?:\\{0,2}["']{2}|\\"\\"|None|null|nil|undefined))?\)){1,8}!?$/;

/** Words of a name by which a program gets at what it keeps elsewhere. */
const getters: ReadonlySet<string> = new Set(
  (
    'get getenv fetch read load env environ environment config configuration settings secrets credentials request req response ' +
    'res header headers session storage store state token tokens auth this self event vault keychain'
  ).split(' '),
);

/** `os.environ["TOKEN"]`, `getToken()`, `$config['api_key']`, `localStorage.getItem("token")`, `$this->token`. */
function isChain(code: string): boolean {
  if (!/[([]|->|::/.test(code) || !chain.test(code)) return false;
  return hasOnlyWords(code) && wordsOf(code).some((word) => getters.has(word));
}

/** `tokens['id_token']`, `os.environ["TOKEN"]`, `get_token()`: what a program fills into a text, written between braces. */
const expression =
  /^(?:await )?\$?[A-Za-z_]\w{0,40}(?:\??\.[A-Za-z_]\w{0,40}){0,6}(?:\[(?:'[\w-]{1,40}'|"[\w-]{1,40}"|\w{1,40})\]|\([\w.'", ]{0,60}\))[\w.[\]()'"!?: -]{0,60}$/;

/** Whether what stands between braces is code that is filled in. */
export function isFilledIn(inside: string): boolean {
  return expression.test(inside) && hasOnlyWords(inside);
}

/** The same where the text ends at a quotation mark of its own: `{tokens[`, `${tokens[`. */
export function isCutExpression(value: string): boolean {
  return /^[#$@]?\{\$?[A-Za-z_][\w.]{0,60}[[(]$/.test(value) && hasOnlyWords(value);
}

/** `System.String`, `com.acme.Token@5e9f23b4`, `<function get at 0x…>`, `function () {`: what a program prints of a thing that is no text. */
const printed: readonly RegExp[] = [
  /^System(?:\.[A-Z]\w{1,40}){1,5}(?:`\d\[[\w.,`[\]]{1,80}\])?$/,
  /^(?:[a-z]\w{0,30}\.){1,6}[A-Z][\w$]{0,60}@[0-9a-f]{5,8}$/,
  /^<[A-Za-z][\w. ]{1,60} (?:at 0x[0-9a-fA-F]{1,16}|of <[\w. ]{1,80}>)>$/,
  /^\[(?:object|Function:?|class|[BCL]@) ?\w{1,40}\]?$/,
  /^Promise \{/,
  /^\[PII of type\b/,
  /^(?:async )?function ?\w{0,30} ?\([\w, ]{0,40}\) ?\{|^\(\w{0,20}\) ?=> /,
];

export function isPrinted(value: string): boolean {
  return printed.some((form) => form.test(value));
}
