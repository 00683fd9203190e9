import { personalKinds, type SecretKind } from '../secret.ts';
import { isPlaceholder } from './placeholder.ts';
import { isRemark } from './remarks.ts';
import { isUnspeakable } from './unspeakable.ts';
import { isWordy } from './wordy.ts';

/**
 * Words of the protocols and of programs that stand where a secret could and are none: what went wrong, what kind of
 * thing is meant, which claim or scope is asked for. They are what an answer is made of.
 */
const terms: ReadonlySet<string> = new Set(
  // OAuth 2.0 and its extensions: errors (RFC 6749, 6750, 7009, 7591, 8628, 8693, 8707, 9126, 9396, 9449, 9470; OpenID
  // Connect Core, section 3.1.2.6, and CIBA).
  (
    'invalid_request invalid_client invalid_grant unauthorized_client unsupported_grant_type invalid_scope access_denied ' +
    'unsupported_response_type server_error temporarily_unavailable invalid_token insufficient_scope ' +
    'unsupported_token_type invalid_redirect_uri invalid_client_metadata invalid_software_statement ' +
    'unapproved_software_statement authorization_pending slow_down expired_token invalid_target invalid_request_uri ' +
    'invalid_request_object request_not_supported request_uri_not_supported registration_not_supported ' +
    'interaction_required login_required account_selection_required consent_required session_not_found ' +
    'session_expired invalid_dpop_proof use_dpop_nonce insufficient_user_authentication invalid_authorization_details ' +
    'unmet_authentication_requirements expired_login_hint_token unknown_user_id missing_user_code invalid_user_code ' +
    'invalid_binding_message transaction_failed ' +
    // Grant types, response types and modes, ways to authenticate, types of tokens, ways of a challenge.
    'authorization_code refresh_token client_credentials implicit password device_code code token id_token none ' +
    'query fragment form_post jwt client_secret_basic client_secret_post client_secret_jwt private_key_jwt ' +
    'tls_client_auth self_signed_tls_client_auth bearer basic digest negotiate mac dpop n_a s256 plain oauth oauth1 ' +
    'oauth2 openid openidconnect oidc saml saml2 apikey api_key http header cookie body login consent select_account ' +
    'access_token refresh page popup touch wap pairwise public ' +
    // Scopes and claims of OpenID Connect (Core, sections 5.1 and 5.4; sections 2 and 3.1.3.6).
    'openid profile email address phone offline_access iss sub aud exp nbf iat jti acr amr azp auth_time nonce at_hash ' +
    'c_hash s_hash sid name given_name family_name middle_name nickname preferred_username picture website ' +
    'email_verified gender birthdate zoneinfo locale phone_number phone_number_verified updated_at street_address ' +
    'locality region postal_code country formatted ' +
    // Algorithms (RFC 7518, section 3.1; RFC 8037).
    'hs256 hs384 hs512 rs256 rs384 rs512 es256 es384 es512 ps256 ps384 ps512 eddsa ed25519 hmac-sha1 rsa-sha1 plaintext ' +
    'hmac-sha256 rsa-sha256 sha256 sha512 ssh-rsa ssh-ed25519 ecdsa-sha2-nistp256 rsa-sha2-256 rsa-sha2-512 ' +
    // What fetch and cookies may be told.
    'include omit same-origin cors no-cors strict lax ' +
    // States, and remarks on a value that is not shown.
    'active inactive enabled disabled on off yes no ok valid verified unverified expired revoked pending closed open ' +
    'opened started ended created updated deleted found unset set default auto manual success successful failed failure ' +
    'error denied issued minted cached obtained acquired fetched stale reused consumed granted accepted rejected allowed forbidden blocked locked unlocked wrong incorrect mismatch malformed ' +
    'good bad absent present provided supplied sent received refreshed rotated changed unchanged unspecified ' +
    'unauthenticated authenticated unauthorized authorized anonymous internal external logged_in logged_out terminated ' +
    'timeout timed_out not_found enrolled unenrolled configured registered alpha beta preview stable deprecated experimental legacy partial gradual always never read write trace debug info warn warning fatal works working worked broken ignored rejects passes passing ' +
    // Units of a lifetime.
    'seconds minutes hours days weeks ' +
    // Which version of a secret AWS means.
    'awscurrent awsprevious awspending ' +
    // Types, and what a form calls the field.
    'text number date datetime uuid uuidv4 uuidv7 guid ulid nanoid ksuid snowflake uri url json xml array list map null bytes binary opaque secure strong weak ' +
    'confidential sensitive write_only writeonly read_only readonly userinfo usernamepassword username'
  ).split(' '),
);

/** What an error is called: `INVALID_SESSION_ID`, `tokenExpired`, `SignatureDoesNotMatch`, `jwt-malformed`. */
const fault =
  /^(?:(?:invalid|missing|expired|unknown|unsupported|unauthori[sz]ed|bad|malformed|revoked|incorrect|wrong|insufficient|no|not|err|error)(?:[_-][a-z]{1,16}){1,5}|(?:[a-z]{1,16}[_-]){1,5}(?:required|expired|invalid|missing|mismatch|failed|failure|error|denied|revoked|malformed|unavailable|exceeded|reused|compromised|too[_-](?:short|long|weak|common|old|many)|not[_-]found|not[_-]valid|not[_-]allowed|not[_-]match))$/;

const faultInHumps =
  /^(?:(?:Invalid|Missing|Expired|Unknown|Unsupported|Unauthorized|Bad|Malformed|Revoked|Incorrect|Wrong|No|Not)(?:[A-Z][a-z]{1,16}|[A-Z]{2,4}){1,5}|(?:[A-Za-z][a-z]{1,16})(?:[A-Z][a-z]{0,16}){0,4}(?:Required|Expired|Invalid|Missing|Mismatch|Failed|Failure|Error|Exception|Denied|Revoked|Malformed|Too(?:Short|Long|Weak|Common|Old|Many)|NotFound|NotValid|NotMatch))$/;

const longestTerm = 80;

/** Whether a value that stands in a secret's place is a word of the protocol, which says what is wrong. */
function isTerm(value: string): boolean {
  if (value.length > longestTerm || !isLetterCode(value.charCodeAt(0))) return false;
  const lower = value.toLowerCase();
  if (terms.has(lower) || (lower.includes('-') && terms.has(lower.replaceAll('-', '_')))) return true;
  if (value.startsWith('urn:ietf:params:')) return !value.includes(':request_uri:');
  return (fault.test(lower) && (lower === value || value.toUpperCase() === value)) || faultInHumps.test(value);
}

function isLetterCode(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** What people call a thing that is none, where it could not be the password of somebody. */
const dummies: ReadonlySet<string> = new Set('foo bar baz foobar test demo example sample dummy fake mock'.split(' '));

/** Kinds whose values people make up. */
const chosenKinds: ReadonlySet<SecretKind> = new Set<SecretKind>([
  'password',
  'credentials',
  'secret',
  'cookie',
  'session',
  'one-time code',
]);

/**
 * What is no secret where another value would be: Twilio's `sid` of a thing, the `Sid` of a policy, a word, the
 * address of a contract, a currency, where Cosmos goes on. */
const harmless: ReadonlyMap<SecretKind, RegExp> = new Map<SecretKind, RegExp>([
  [
    'session',
    /^(?:[A-Z]{2}[0-9a-f]{32}|(?:Stmt|Statement|VisualEditor)\d{1,16}|(?:Allow|Deny|Enable|Enforce|Require|Grant|Permit|Restrict|Prevent)(?:[A-Z][a-z]{1,20}|[A-Z]{2,5}){1,8}\d{0,4})$/,
  ],
  ['signature', /^\p{Lu}?\p{Ll}{1,15}$/u],
  [
    'token',
    /^(?:0x[0-9a-f]{1,12}|0x[0-9a-fA-F]{40}|#[0-9a-fA-F]{3,8}|[A-Z]{2,5}|(?:ERC|BEP|TRC)-?\d{2,4}|[+-]RID:~[\w+/=#:.~-]{1,200})$/,
  ],
  // What a program reads them from, and a sentence.
  [
    'cookie',
    /^(?:(?:req|request|res|response|ctx|context|event|document|headers|config|options|this|self)(?:[?!]?\.[A-Za-z]{1,24}){1,4}|\p{L}{1,16}(?: \p{L}{1,16}){1,8}[.?!]?)$/u,
  ],
]);

/** Whether what stands in a secret's place opens no door: a placeholder, a word of the protocol, a remark about it. */
export function isNoSecret(value: string, kind: SecretKind): boolean {
  if (kind === 'one-time code' && isNoCode(value)) return true;
  if (harmless.get(kind)?.test(value) === true || moment.test(value)) return true;
  if (kind !== 'password' && !/[\p{L}\p{N}]/u.test(value)) return true;
  if ((kind === 'phone number' || kind === 'birth date') && isDigits(value)) return false;
  if (isPlaceholder(value)) return true;
  if (personalKinds.has(kind)) return kind === 'personal name' && isRemark(value, kind);
  if (kind !== 'cookie' && /^\d{1,2}$|^\d{1,3}%$/.test(value)) return true;
  if (kind !== 'password' && kind !== 'one-time code' && quantity.test(value)) return true;
  if (kind !== 'password' && kind !== 'credentials' && constant.test(value)) return true;
  return address.test(value) || isTerm(value) || isRemark(value, kind) || isMadeUp(value, kind);
}

/** A date with its time, as programs write one (ISO 8601). */
const moment = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?$/;

/** A number with its unit: `30m`, `12px`, `1.5rem`, `PT1H`. */
const quantity =
  /^(?:-?(?:\d{1,5}(?:\.\d{1,3})?|\.\d{1,3}) ?(?:px|r?em|v[hw]|deg|fr|ms|s|sec|min|m|h|d|days?|hours?|minutes?|seconds?|[KMG]i?B)|\d{1,5} (?:second|minute|hour|day|week|month|year)s?(?: (?:ago|left|old))?|\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?|PT?(?:\d{1,6}[YMWDHS]T?){1,5})$/;

/** `SESSION_NOT_ACTIVE`: what a program calls a state, in three words or more. */
const constant = /^[A-Z]{2,16}(?:_[A-Z]{2,16}){2,6}$/;

/** Where something is: `#add-password` in a page, `/en/auth` on a server, `jjwt:0.9.0` among libraries. */
const address =
  /^[#.][a-z]{2,20}(?:-[a-z]{2,20}){1,6}$|^(?:\/[a-z]{2,20}(?:-[a-z]{2,20}){0,6}){2,8}$|^[a-z][\w-]{0,40}:\d{1,4}(?:\.\d{1,6}){1,3}(?:[.-][A-Za-z]\w{0,12})?$/;

/** A number or a date, which could be taken for a mask or a version. */
function isDigits(value: string): boolean {
  return /^(?:\D{0,12}\d){6}/.test(value) && /[1-9]/.test(value);
}

/** What is too short or is a sentence: `4 digits expected`. */
function isNoCode(value: string): boolean {
  return (
    /^(?:\d{1,2}|[A-Za-z]{1,5})$/.test(value) ||
    (value.includes(' ') && !/\d{3}/.test(value) && /\p{Ll}{4}/u.test(value))
  );
}

/** `foo`, `test`, or several words, of which no token is made. */
function isMadeUp(value: string, kind: SecretKind): boolean {
  if (kind !== 'session' && chosenKinds.has(kind)) return false;
  if (words.test(value) && !value.split(' ').some((word) => word.length >= 12 && isUnspeakable(word))) return true;
  return kind !== 'session' && (dummies.has(value.toLowerCase()) || (value.includes(' ') && isWordy(value)));
}

/** Words of any language, as people read them. */
const words = /^[¡¿«"]?\p{L}[\p{L}\p{M}'’-]{0,30}(?:[,:]? \p{L}[\p{L}\p{M}'’-]{0,30}){1,20}[.!?»"…]{0,2}$/u;
