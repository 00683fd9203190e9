import type { Span } from '../../sealing/span.ts';
import type { Group } from '../content/literal.ts';
import { readGroup } from '../content/read-literal.ts';
import type { Request } from '../paste.ts';
import { readTarget } from '../target.ts';
import type { Declarations } from './declarations.ts';
import { joinUrl, resolveText } from './resolving.ts';

/** What makes a client of an app that is tested, or of its URL: supertest, chai-http. */
const makers = /^(?:request|supertest|st|chai\.request)$/;

const method = /^\s{0,200}\.(get|post|put|patch|delete|head|options)(\()/;

/** `request(app).post('/users')`: the method of the request is called on what the call gives back. */
export function readTestedApp(
  text: string,
  callee: string,
  made: Group,
  limit: number,
  declarations: Declarations,
): Request | undefined {
  if (!makers.test(callee)) return undefined;
  const called = method.exec(text.slice(made.span.end, Math.min(made.span.end + 220, limit)));
  const verb = called?.[1];
  if (called === null || verb === undefined) return undefined;
  const read = readGroup(text, made.span.end + called[0].length - 1, limit);
  const [first] = read?.literal.items ?? [];
  const path = first === undefined ? undefined : resolveText(first, declarations);
  if (read === undefined || path === undefined || !/^(?:\/|https?:|\$\{)/.test(path.text)) return undefined;
  const [host] = made.items;
  const base = host === undefined ? undefined : resolveText(host, declarations);
  const url = base !== undefined && /^https?:\/\//.test(base.text) ? joinUrl(base, path, path.span) : path;
  const span: Span = { start: made.span.start, end: read.end };
  return {
    span,
    source: 'supertest',
    method: verb.toUpperCase(),
    target: readTarget(url.text, url.span, url.open),
    fields: [],
    // Others may be set for all requests of an agent.
    fieldsShown: 'part',
    contentShown: 'whole',
  };
}
