import { isUnspaced } from '../characters.ts';
import { roleOf } from '../names/roles.ts';
import { type Scan, take } from '../scan.ts';
import { loose } from './ties.ts';

const codeWord = /(?:codes?|c[oó]digo|codice|kod|kodu|kodunuz|koden?|код|コード|代码)$/;
const sources: ReadonlySet<string> = new Set(['sms', 'authenticator']);

/** What a code is for that is sent to a person or shown to one: before the word, or as its beginning. */
const purpose =
  /(?<![\p{L}\p{N}])(?:one[- ]?time|verification|verify|sms|text|e?mail|2fa|mfa|2sv|(?:2|two)[- ](?:factor|step)|otp|totp|auth|authenticat(?:or|ion)|security|confirmation|log[- ]?in|sign[- ]?in|access|unlock|backup|recovery|reset|pairing|\d[- ]?digits?|pin|pass|bestätigungs|sicherheits|einmal|zugangs|freischalt|aktivierungs|verifizierungs|prüf|anmelde|verificatie|beveiligings|veiligheids|inlog|toegangs|engangs|engångs|verifierings|bekræftelses|bekreftelses|doğrulama|onay|güvenlik|giriş|одноразовый|проверочный)(?: (?:app|auth|login))?[ -]?$/iu;

const oneTime = /(?<![\p{L}\p{N}])(?:one[- ]?time|t?otp|2fa|mfa|sms)[ -]$/iu;

/** The same behind the word, as Romance and Slavic languages have it, and where it came from. */
const purposeBehind =
  /^ (?:(?:that |I |we |que |je |j['’]ai |got |get |received |reçu |recib[ií] ){0,4}(?:by|via|from|per|over|par|por|door) (?:the |an |my |le |el |die )?(?:sms|text|e-?mail|phone|whatsapp|authenticator)(?: app)?|(?:(?:de|di|d['’]|a|à|из|для|do) ?)?(?:la )?(?:v[eé]rific\p{L}{1,6}|s[eé]curit[eé]|seguridad|segurança|sicurezza|confirma\p{L}{2,5}|conferma|validation|connexion|acc[eèé]s\p{L}{0,3}|usage unique|authentification|autenticaci[oó]n|sms|otp|pin|2fa|mfa|подтверждения|смс|доступа|безопасности|проверки|входа|weryfikacyjny|potwierdzający|autoryzacyjny|dostępu|jednorazowy|verifikasi))(?![\p{L}\p{N}])/iu;

/** Whose code it is, or what a person does with one; a word may stand between. */
const owned =
  /(?<![\p{L}\p{N}])(?:my|your|our|his|her|their|mein|dein|ihr|unser|votre|mon|ton|notre|mi|tu|su|meu|teu|seu|il (?:mio|tuo|suo)|мой|ваш|твой|mój|twój|mijn|jouw|uw|(?:enter|type|input|text)(?:ed|d|s|ing)?(?: me| you)?(?: the| this| a)?)(?: [\p{L}.]{1,20})? $/iu;

/** What a code tells that opens nothing: before the word, or as its beginning. */
const report =
  /(?:error|err|fault|failure|status|https?|rest|exit|return|result|response|reason|reject\p{L}{0,4}|decline|zip|postal|post|country|area|dial\p{L}{0,4}|product|order|promo\p{L}{0,6}|coupon|discount|voucher|gift|bar|qr|source|lang\p{L}{0,5}|currency|sort|swift|bank|branch|routing|merchant|category|icd|colou?r|sql\p{L}{0,5}|state|event|message|op|byte|char\p{L}{0,6}|uni|ascii|machine|client|server|vendor|item|booking|tracking|tax|region|location|store|department|project|account|type|fehler|rückgabe|antwort|quell|länder|strich|hata|błędu|sample|test)[ -]?$/iu;

/** What a sentence says behind a code that was sent to somebody, or that somebody is to use. */
const sent =
  /^["'”’.,]{0,2} (?:(?:that|which|it|they|was|is|has|been|what|I|we|you|just|got|had|sent|received|came)\s){0,6}(?:texted|(?:by|via|per|over|in|from|through) (?:an? |the |my |your )?(?:sms|text|e?-?mail|phone|whatsapp|authenticator)|to (?:sign in|log ?in|verify|unlock|activate|confirm))(?![\p{L}\p{N}])/iu;

const digits = String.raw`(?:[A-Z]{1,2}-)?(?:\d{3}[ -]\d{3}|\d{4}[ -]\d{4}|\d{2}(?:[ -]\d{2}){2,3}|\d{4,8})`;

/** Neither the start of a longer number, a version or a date, nor a count of something. */
const number = new RegExp(
  String.raw`^${digits}(?![A-Za-z0-9_]|[.,:/-]\d|\s?(?:ms|s|secs?|seconds?|mins?|minutes?|hours?|hrs?|h|days?|digits?|char\w{0,7}|times|attempts?|retries|lines?|rows?|bytes|users?|requests?|years?|items?|Sekunden|Minuten|Stellen|%|€)(?![\p{L}\d]))`,
  'u',
);

/** Groups of characters, or capitals and digits, where the words before leave no doubt. */
const characters =
  /^(?!(?:sha|hmac|[hre]s|aes|rfc|iso|utf)-?\d)(?=(?:[a-z-]{0,24}\d){2})(?:[a-z0-9]{3,6}(?:-[a-z0-9]{3,6}){1,5}|[a-z0-9]{6,10})(?![^\s"'”’`)*\].,;:!?]|[.,:/-]\w)/i;

/** Marks and words between a code and what it is called. */
const tie =
  /^(?:['’]s value(?= ))?["'”’)\]*_`]{0,3}(?:[ \t]{0,4}(?:=>|[:=→#]|[-=]{1,2}>|[–—-](?= )|(?:is|was|are|ist|lautet|war|est|es|era|é|è|jest|to|adalah|это)(?=[ :])|[是为為はが는은이가]|\r?\n[ \t>]{0,8})){0,3}[ \t]{0,4}["'“‘`*_([]{0,2}/u;

const before = new RegExp(
  String.raw`(?:^|[\s"'“‘(:>*_])(${digits})["'”’)*_]{0,2},? (?:is|was|as|ist|est|es|é|è|als)(?: [\p{L}\p{N}’'.-]{1,20}){0,5} $`,
  'u',
);
const beforeSource = new RegExp(
  `(?:typed?|enter|entered|got|used?|using|received?|sent)(?: the)?(?: code)? (${digits})["'”’]?,? (?:from|in|by|via|per|through)(?: (?:the|my|an?|your))? $`,
  'iu',
);

/** `the SMS gateway`, which reports codes. */
const machine = /^[ -](?:gateway|api|provider|server|service|endpoint|module|backend)/i;

const reachBack = 80;
const reachOn = 200;

/** How sure a word is to be a code that opens something; `open`: what stands behind its value has to tell. */
type Sureness = 'sure' | 'likely' | 'open';

/**
 * A code that a person was sent, in words: `my OTP is 482913`, `the 6-digit code 991 203`, `482 913 is your verification
 * code`. Codes that report something are none. Returns where to read on.
 */
export function takeSpokenCode(scan: Scan, start: number, end: number): number | undefined {
  const { text } = scan;
  const word = text.slice(start, end);
  const back = text.slice(Math.max(0, start - reachBack), start);
  if (sources.has(word.toLowerCase()) && !machine.test(text.slice(end, end + 16)))
    takeBehind(scan, start, beforeSource.exec(back));
  const named = surenessOf(scan, word, back);
  if (named === undefined) return undefined;
  const behind = named === 'sure' ? 0 : (purposeBehind.exec(text.slice(end, end + reachOn))?.[0].length ?? 0);
  const sureness = behind > 0 ? 'sure' : named;
  if (sureness !== 'open' || sent.test(text.slice(end, end + reachOn))) takeBehind(scan, start, before.exec(back));
  return takeAhead(scan, end + behind, sureness, /^pin$/i.test(word));
}

function surenessOf(scan: Scan, word: string, back: string): Sureness | undefined {
  if (roleOf(scan, word, ':').secret === 'one-time code' || /^(?:m?TAN|(?:sms|push|chip)-?TAN)$/.test(word))
    return 'sure';
  const lower = word.toLowerCase();
  if (/^(?:token|password)$/.test(lower)) return oneTime.test(back) ? 'sure' : undefined;
  const ending = codeWord.exec(lower)?.[0];
  if (ending === undefined) return undefined;
  const phrase = back + word.slice(0, -ending.length);
  if (purpose.test(phrase)) return 'sure';
  if (ending !== lower || report.test(phrase)) return undefined;
  return owned.test(back) ? 'likely' : 'open';
}

/** A value that stands before the word at `start`. */
function takeBehind(scan: Scan, start: number, found: RegExpExecArray | null): void {
  const value = found?.[1];
  if (found === null || value === undefined) return;
  const at = start - found[0].length + found[0].indexOf(value);
  take(scan, at, at + value.length, 'one-time code');
}

function takeAhead(scan: Scan, at: number, sureness: Sureness, isPin: boolean): number | undefined {
  const { text } = scan;
  const rest = text.slice(at, at + reachOn);
  if (/^["']\s?[:=]/.test(rest)) return undefined;
  const tied = tie.exec(rest)?.[0] ?? '';
  if (tied === '' && !isUnspaced(text.charCodeAt(at - 1))) return undefined;
  const told = /[:=→#>–—-]|\p{L}|\n/u.test(tied);
  const after = rest.slice(tied.length);
  const value = number.exec(after)?.[0];
  const fits =
    sureness === 'sure' ||
    (sureness === 'likely' && (told || (value ?? '').length >= 6)) ||
    sent.test(after.slice(value?.length ?? 0));
  if (value !== undefined && fits) return takeAt(scan, at + tied.length, value);
  if (sureness !== 'sure') return undefined;
  const mixed = isPin ? undefined : characters.exec(after)?.[0];
  if (mixed !== undefined && (told || mixed.includes('-'))) return takeAt(scan, at + tied.length, mixed);
  const far = loose.exec(rest)?.[0] ?? '';
  const distant = far === '' ? undefined : number.exec(rest.slice(far.length))?.[0];
  return distant === undefined ? undefined : takeAt(scan, at + far.length, distant);
}

function takeAt(scan: Scan, at: number, value: string): number {
  take(scan, at, at + value.length, 'one-time code');
  return at + value.length;
}
