import type { JwtFacts, SealedSecret } from '../sealing/secret.ts';
import type { Span } from '../sealing/span.ts';

/**
 * What a person gave, restored (what Slack, a terminal or a word processor did to it is undone) and sealed (no secret
 * in any string of it). Every span points into `text`.
 */
export interface Paste {
  readonly text: string;
  readonly exchanges: readonly Exchange[];
  /** Values that the paste names outside of an exchange: in prose, configuration or code. */
  readonly named: readonly NamedValue[];
  readonly secrets: readonly SealedSecret[];
  /** Tokens that are shown decoded, and so hold no secret. */
  readonly decoded: readonly DecodedToken[];
  readonly mendings: readonly Mending[];
  /** How much of `text` stands behind the limit and was sealed, but not looked at, in UTF-16 code units. */
  readonly unread: number;
}

/** The claims of a token that a request may carry, as a person shows them. */
export interface DecodedToken {
  readonly facts: JwtFacts;
  readonly span: Span;
}

/** One HTTP exchange as far as it shows. */
export interface Exchange {
  readonly request?: Request;
  readonly response?: Response;
  readonly failure?: Failure;
  /** What an authorization server tells the redirect URI, in the target or in the `Location` of the response. */
  readonly redirectError?: ReportedError;
}

/**
 * How much of a part the paste shows. Of a part shown `whole`, what does not stand there was not sent; of a part shown
 * in `part`, nothing is known of the rest.
 */
export type Showing = 'whole' | 'part';

export interface Request {
  readonly span: Span;
  /** What wrote it down: `curl`, `http` (a message), `fetch`, `python-requests`, `url`, `prose`, … */
  readonly source: string;
  /** RFC 9110, section 9. As sent, so a curl with `-d` says POST. Missing where the paste does not tell. */
  readonly method?: string;
  readonly target?: Target;
  readonly fields: readonly Field[];
  readonly fieldsShown: Showing;
  readonly content?: Content;
  /** Whether the paste would show content if there were any. */
  readonly contentShown: Showing;
}

/** The target URI (RFC 9110, section 7.1), read tolerantly: a host may be a placeholder. Parts keep their encoding. */
export interface Target {
  readonly span: Span;
  /** As a whole, as it was sent. A relative reference where the paste shows no host. */
  readonly uri: string;
  readonly scheme?: string;
  /** Lower case, without the port. */
  readonly host?: string;
  readonly port?: number;
  /** Empty where there is none. */
  readonly path: string;
  readonly query: readonly Pair[];
  readonly fragment: readonly Pair[];
  /** Shell variables and substitutions in it, whose value the paste does not show. */
  readonly open?: readonly string[];
}

/** A header or trailer field (RFC 9110, section 5), in the order in which it stands. */
export interface Field {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  /** Shell variables, template variables and substitutions in the value, which the paste does not show: `$TOKEN`. */
  readonly open?: readonly string[];
}

/** A name and a value, percent-decoded, of a query, a form or a fragment. */
export interface Pair {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  readonly open?: readonly string[];
}

export interface Response {
  readonly span: Span;
  /** RFC 9110, section 15. */
  readonly status?: number;
  readonly reason?: string;
  /** `shown`: the paste holds the response. `stated`: somebody or some program says so, which is weaker evidence. */
  readonly statusBasis: 'shown' | 'stated';
  readonly fields: readonly Field[];
  readonly fieldsShown: Showing;
  readonly content?: Content;
}

export interface Content {
  readonly span: Span;
  /** As it was sent or received, as far as the paste shows; decoded from chunks, not from its media type. */
  readonly text: string;
  readonly data: ContentData;
  /** What the content reports, if it reports an error in a form that is known. */
  readonly error?: ReportedError;
  readonly open?: readonly string[];
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What the content is, judged by its media type and its look. */
export type ContentData =
  | { readonly kind: 'json'; readonly value: Json /** Read up to where it was cut off. */; readonly cut: boolean }
  | { readonly kind: 'form'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'multipart'; readonly parts: readonly Pair[] }
  | { readonly kind: 'html'; readonly title?: string; readonly heading?: string }
  | { readonly kind: 'xml' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'text' }
  | { readonly kind: 'empty' };

/**
 * An error report in content, a redirect's query or a client's exception.
 * `oauth`: RFC 6749, section 5.2 and 4.1.2.1. `problem`: RFC 9457. `json`: a code or message under a usual name
 * (`errorCode`, `code`, `message`, `messages`, …). `xml`: the same in XML, SOAP faults included. `html`: what an error
 * page says in its heading or title. `grpc`: a status of gRPC. `challenge`: `WWW-Authenticate` (RFC 6750, section 3).
 */
export interface ReportedError {
  readonly format: 'oauth' | 'problem' | 'json' | 'xml' | 'html' | 'grpc' | 'challenge';
  readonly code?: string;
  readonly description?: string;
  /** RFC 9457 `type`, or a `type` member in another JSON error. */
  readonly type?: string;
  readonly span: Span;
}

/** Why there is no response at all, or none that the client took. */
export interface Failure {
  readonly span: Span;
  /** `curl`, `node`, `python-requests`, `openid-client`, `browser`, … */
  readonly tool: string;
  /** The tool's own: `6`, `ENOTFOUND`, `CERT_HAS_EXPIRED`, `NameResolutionError`. */
  readonly code: string;
  readonly message: string;
  readonly kind: FailureKind;
  /** The host that the message names, as it stands there. */
  readonly host?: string;
}

export type FailureKind =
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'reset'
  | 'url'
  | 'redirects'
  | 'cors'
  | 'protocol'
  | 'client'
  | 'other';

/**
 * A value that a person, a configuration or a program names. `name` is the snake_case parameter name of OAuth and
 * OpenID Connect where there is one (`client_id`, `redirect_uri`, `scope`, `claims`, `issuer`,
 * `authorization_endpoint`, `token_endpoint`, `state`, `base_url`), or `x-request-id`, `date`, `error`,
 * `error_description`.
 */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  /** `registered`: said to be configured at the server. `sent`: said, or shown, to be what the client uses. */
  readonly role: 'sent' | 'registered';
}

/** Something that was done to the text on its way here, and was undone. Told, since it is often the very cause. */
export interface Mending {
  readonly kind: string;
  /** A sentence for the person: `I read curly quotes as straight ones. If they are in your script, they are the problem.` */
  readonly note: string;
  /** How often. */
  readonly count: number;
  /** Whether the damage may stand in the person's own command, rather than come from the way here. */
  readonly suspect: boolean;
}
