import type { Assigned } from './assigned.ts';
import { addressBefore, isReportOf } from './reports.ts';

/**
 * Whether what stands at `after`, behind the name of a secret and its separator, is no value of it, since the place is
 * one of another kind: the checksum of a secret, a selector of a style sheet, a token of a text.
 */
export function holdsNone(text: string, { named, separator, kind }: Assigned, after: number): boolean {
  const { name, start, inQuery, quoted } = named;
  // `checksum/secret: …` of a pod.
  if (text.charCodeAt(start - 1) === 47)
    return /\b(?:checksum|hash|sha256|digest)\/$/.test(text.slice(Math.max(0, start - 12), start));
  // `${JWT_SECRET:?missing}`: what a shell says where the variable is not set.
  if (text.startsWith('${', start - 2) && text.startsWith(':?', start + name.length)) return true;
  if (kind === 'session' && inQuery && isReportOf(addressBefore(text, start), name, '')) return true;
  // `sig1=("@method" "@path")`: what a signature is of (RFC 9421, section 4.1).
  if (kind === 'signature' && /^\((?:["')]|$)/.test(text.slice(after, after + 2))) return true;
  if (kind === 'token' && isOfText(text, start, after)) return true;
  if (separator !== ':') return false;
  // `["password":"App\\Config":private]=>`, where PHP shows the class between the name and its value.
  if (/^(?:"?[\w\\]{1,80}"?:)?(?:private|protected)\]/.test(text.slice(after, after + 100))) return true;
  const rest = text.slice(after, after + 80);
  return quoted ? named.spaced && attribute.test(rest) : selector.test(rest) || tag.test(rest);
}

/** `.session:hover {`, `#password:focus,`: a class or an element in one of its states. */
const selector =
  /^:?(?:hover|focus|active|visited|checked|disabled|enabled|empty|invalid|valid|required|before|after|placeholder|is|not|has|where|first|last|nth|only)(?:-[a-z-]{2,20})?(?:\([^()\n]{0,40}\))?(?:(?=[{.[:>+~, ])[^{};"'=\n]{0,50}\{|,[ \t]{0,4}\r?\n)/;

/** `type="password" :placeholder="…"`, as Vue binds an attribute. */
const attribute = /^[a-z][\w.-]{0,40}=["']/;

/** `Password: !Ref DbPassword`, `password: !secret db_password`: where YAML is to take it from. */
const tag =
  /^ {1,8}!(?:(?:Ref|GetAtt|ImportValue|Sub|Join|Select|FindInMap|If)\b|(?:secret|env|env_var|reference|include|vault|ssm|sops) [A-Za-z][\w./:#-]{0,60}\s|vault(?: \|)?[ \t]{0,4}(?:\r?\n|$))/;

/** What is told of the tokens of a text, by a language model or a search engine, right before one or right behind it. */
const ofText =
  /["'\s,{[](?:logprobs?|start_offset|token_ids?|input_ids|token_str|lemma_?|token["']?\s{0,3}:\s{0,3}\d{1,6}[,}])(?:["']?\s{0,3}[:=]|(?<=[,}]))/;

const nearest = 100;

/** `{"token": " hello", "logprob": -0.1}`, `token=walks lemma=walk`. */
function isOfText(text: string, start: number, after: number): boolean {
  const behind = text.slice(after, after + nearest);
  const before = text.slice(Math.max(0, start - nearest), start);
  const close = behind.indexOf('}');
  const open = before.lastIndexOf('{');
  return ofText.test(close < 0 ? behind : behind.slice(0, close)) || (open >= 0 && ofText.test(before.slice(open)));
}

/**
 * `id_token: { "sub": "…", "aud": "…" }`: a token that somebody decoded; `cookie: { secure: true }`: how a server is to
 * set its cookie. Each member has a name that says what it is.
 */
const membersOfOwn =
  /^\{\s{0,40}["']?(?:sub|aud|iss|exp|iat|nbf|jti|azp|client_id|scope|scp|acr|amr|auth_time|at_hash|nonce|sid|alg|kid|typ|secure|httpOnly|maxAge|sameSite|signed|file|external|environment|valueFrom|secretKeyRef|\$ref)["']?\s{0,4}:/;

/** Whether an object starts at `at` whose members say themselves what they are. */
export function hasMembersOfOwn(text: string, at: number): boolean {
  return membersOfOwn.test(text.slice(at, at + 80));
}

/** `--secret-string '{"user":"bob","password":"…"}'`, `"SecretString":"{\\"user\\":…`, of which each member has its name. */
const namedMembers = /^\{\s{0,8}\\{0,7}"[\s\S]{0,400}(?:pass|pwd|secret|token|key)\w{0,20}\\{0,7}"\s{0,4}:/i;

/**
 * `?sv=2022-11-02&ss=b&sig=…`, a shared access signature of Azure; `(AWS_KEY_ID='…' …)`, as Snowflake's SQL has them;
 * `exp=…~acl=/*~hmac=…`, Akamai's tokens.
 */
const namedParameters =
  /^\??(?:[a-z]{1,8}=[^&\s"']{0,300}&){1,15}sig=|^\(\s{0,8}[A-Z_]{4,40}\s?=\s?'|^(?:[a-z]{1,8}=[^~&\s"']{0,300}~){1,8}hmac=/;

/** Whether JSON or a query starts at `at` whose members say which of them is secret. */
export function hasNamedMembers(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (first === 123) return namedMembers.test(text.slice(at, at + 500));
  return (
    (first === 40 || first === 63 || (first >= 97 && first <= 122)) && namedParameters.test(text.slice(at, at + 1_000))
  );
}
