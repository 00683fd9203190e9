import type { Group } from '../content/literal.ts';
import type { Content, Field, Pair } from '../paste.ts';
import type { Declarations } from './declarations.ts';
import type { Resolved } from './resolving.ts';

export type UrlPart = 'scheme' | 'host' | 'port' | 'path';

/** What one call or assignment tells of the request that code builds. */
export type BuilderStep =
  /** Where relative references are under: `.baseUrl("…")`. */
  | { readonly kind: 'base'; readonly url: Resolved }
  | {
      readonly kind: 'url';
      readonly url: Resolved;
      readonly method?: string;
      /** Without a method and without content it is a GET. */
      readonly isGetByDefault?: boolean;
      readonly content?: Content;
      readonly fields?: readonly Field[];
    }
  | { readonly kind: 'fields'; readonly fields: readonly Field[] }
  /** What a client sends with every request: C#'s `DefaultRequestHeaders`. */
  | { readonly kind: 'defaults'; readonly fields: readonly Field[] }
  | { readonly kind: 'query'; readonly query: readonly Pair[] }
  /** More of the path: `.AppendPathSegment("users")`. */
  | { readonly kind: 'path'; readonly path: Resolved }
  /** A part of the URL that an object is given by its name: Swift's `components.host = "…"`, C#'s `builder.Path = "…"`. */
  | { readonly kind: 'url-part'; readonly part: UrlPart; readonly value: Resolved }
  /** What stands in the URL for a name in braces: `.AddUrlSegment("id", 17)`. */
  | { readonly kind: 'segment'; readonly name: string; readonly value: Resolved }
  /** What a GET has in its query and any other request in a form: RestSharp's `AddParameter`, Unirest's `field`. */
  | { readonly kind: 'parameters'; readonly parameters: readonly Pair[] }
  | { readonly kind: 'method'; readonly method: string; readonly content?: Content }
  | {
      readonly kind: 'content';
      readonly content: Content;
      /** Written to a stream, which may be another's: no GET has it. */
      readonly isWritten?: boolean;
    };

/** Reads a call, or an assignment as a call with its value; undefined where it tells nothing. */
export type ReadStep = (
  callee: string,
  call: Group,
  declarations: Declarations,
) => BuilderStep | readonly BuilderStep[] | undefined;
