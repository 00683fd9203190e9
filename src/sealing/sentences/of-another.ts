import type { Noun } from './noun-value.ts';

/** What a token, a session or a request is told by: `jti`, `request id`. */
const told =
  /\b(?:jti|kid|sub|subject|iss|issuer|aud|audience|azp|exp|iat|nbf|expiry|scopes?|hash|md5(?:sum)?|sha-?\d{1,3}(?:sum)?|digest|thumbprint|fingerprint|checksum|version|user|client|owner|name|type|uuid|trace|(?:request|correlation|trace|error|event|incident|operation|activity|transaction|support|log|key|client|user|account) id) (?:of|in|inside|from|for) (?:(?:the|my|our|this|that|your|a|an) (?:\w{1,12} )?)?$/i;

const tie =
  /^(?: (?:header|payload|body|file|call|request|response|endpoint|exchange|refresh|reset)){0,2} ?(?:is|was|are|ist|est|es|[:=])[ :]/;

/** `the jti of the token is …`: what follows belongs to the word before. */
export function isOfAnother(text: string, start: number, rest: string): boolean {
  return tie.test(rest) && told.test(text.slice(Math.max(0, start - 60), start));
}

/** `unable to find a signing key that matches: …`, `no signing key for kid …`. */
const lookedFor =
  /\b(?:find|found|match|matches|matching|locate|resolve|select|no|which|unknown|missing) (?:(?:a|an|the|any|suitable|matching|public) ){0,3}$/i;

const notThere =
  /^:? ["'`]?[\w-]{6,80}["'`]?,? (?:(?:is|was|could|does|did) )?(?:not|missing|unknown|absent|expired|rotated|retired|revoked)\b/i;

/** What follows a signing key that somebody looks for: its id (RFC 7517, section 4.5), not the key. */
export function isLookedFor(text: string, { name, start }: Noun, rest: string): boolean {
  if (!/(?:sign(?:ing|ature)|verification|verifying|public)[ _-]?key$/i.test(name)) return false;
  return notThere.test(rest) || lookedFor.test(text.slice(Math.max(0, start - 40), start));
}
