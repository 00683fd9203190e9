import { errorRecognizer } from './error-recognizer.ts';

/**
 * Errors of openid-client (5 and 6), oauth4webapi, passport and its OAuth strategies, MSAL, simple-oauth2, and of the
 * samples that build on them. `OPError` is what the server said; `RPError` is what the client would not take.
 */
export const openidClientErrorsRecognizer = errorRecognizer({
  tool: 'openid-client',
  hint: /AuthError: |ServerError: |ClientConfigurationError|OPError|RPError|ResponseBodyError|AuthorizationResponseError|ClientError|OAUTH_|State parameter|did not find expected authorization|Missing code|Invalid state|state mismatch|nonce mismatch|TokenError|AuthorizationError|InternalOAuthError|verify authorization request state|checks\.state|must be passed|WWWAuthenticate|Missing state|JWT/,
  patterns: [
    {
      pattern:
        /(?:OP|RP)Error: expected (?<expected>\d{3})[^,]{0,40}, got: (?<status>[1-5]\d\d)(?: (?<reason>[A-Za-z][\w' -]{1,60}))?/,
      kind: 'client',
    },
    { pattern: /OPError: (?<error>[\w.-]{1,80}) \((?<description>[^\n]{1,1000}?)\)\s*$/, kind: 'client' },
    { pattern: /OPError: (?<error>[a-z_]{3,80})\s*$/, kind: 'client' },
    {
      pattern:
        /\b(?:TokenError|AuthorizationError): (?<error>[a-z]{2,40}(?:_[a-z]{2,40}){1,5})(?::? \(?(?<description>[^\n()]{1,1000})\)?)?\s*$/,
      kind: 'client',
      tool: 'passport',
    },
    {
      pattern:
        /\b(?:ServerError|InteractionRequiredAuthError): (?<error>[a-z]{2,40}(?:_[a-z]{2,40}){1,5})(?::? (?<description>[^\n]{1,1000}))?/,
      kind: 'client',
      tool: 'msal',
    },
    {
      pattern:
        /\b(?:ClientAuthError|BrowserAuthError|ClientConfigurationError): (?<code>[a-z]{2,40}(?:_[a-z]{2,40}){1,7})/,
      kind: 'client',
      tool: 'msal',
    },
    { pattern: /(?<code>RPError): /, kind: 'client' },
    { pattern: /(?<code>OPError): /, kind: 'client' },
    { pattern: /(?<code>InternalOAuthError): /, kind: 'client', tool: 'passport' },
    { pattern: /\b(?<code>TokenError|AuthorizationError): /, kind: 'client', tool: 'passport' },
    {
      pattern: /(?<code>ResponseBodyError|AuthorizationResponseError|WWWAuthenticateChallengeError): /,
      kind: 'client',
    },
    { pattern: /\b(?<code>OAUTH_[A-Z_]{4,60})\b/, kind: 'client' },
    { pattern: /(?<!exceptions\.)\b(?:ClientError|OperationProcessingError): /, kind: 'client', code: 'ClientError' },
    { pattern: /State parameter not found in store/i, kind: 'client', code: 'state', tool: 'client' },
    { pattern: /Unable to verify authorization request state/i, kind: 'client', code: 'state', tool: 'passport' },
    { pattern: /did not find expected authorization request details in session/, kind: 'client', code: 'state' },
    {
      pattern: /\bMissing (?:code or state|code|state)\b/i,
      kind: 'client',
      code: 'Missing code or state',
      tool: 'client',
    },
    {
      pattern: /\b(?:Invalid state|state mismatch|nonce mismatch|state does not match)\b/i,
      kind: 'client',
      code: 'state',
      tool: 'client',
    },
    { pattern: /unexpected JWT (?:alg|"alg")[^\n]{0,200}/, kind: 'client', code: 'JWT alg' },
    {
      pattern:
        /(?<code>JsonWebTokenError|TokenExpiredError|NotBeforeError|JWTExpired|JWSSignatureVerificationFailed|JWTClaimValidationFailed|JOSEError\w*|JWSInvalid|JWTInvalid): /,
      kind: 'client',
      tool: 'jwt',
    },
  ],
});
