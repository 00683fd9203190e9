import type { Span } from '../../sealing/span.ts';
import { formOf } from '../content/form-content.ts';
import { requestFrom } from '../messages.ts';
import type { Content, Field, Pair } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { readTarget, withQuery } from '../target.ts';
import { withSettings } from '../with-settings.ts';
import type { BuilderStep, UrlPart } from './builder-step.ts';
import { mayBuild } from './builder-steps.ts';
import { readDeclarations } from './declarations.ts';
import { flurlStarts } from './flurl.ts';
import { stepsIn } from './placed-steps.ts';
import { joinUrl, type Resolved } from './resolving.ts';

/**
 * A request that code builds call by call: Java's HttpRequest and HttpURLConnection, OkHttp, Spring, Go's net/http, C#'s
 * HttpClient, Ruby's Net::HTTP, Swift's URLRequest, Rust's reqwest, a browser's XMLHttpRequest. A call that names a URL
 * starts one; calls that tell its method, a header field or its content, before it or behind it, add to it. Other code
 * may add fields, so they are shown in part.
 */
export const buildersRecognizer: Recognizer = {
  name: 'builders',
  mayStandIn: mayBuild,
  recognize: ({ text }, within) => {
    const declarationsAt = readDeclarations(text, within);
    const built: Building[] = [];
    let early = nothing;
    let parts: UrlParts = {};
    const settings: Span[] = [];
    const steps = [...flurlStarts(text, within, declarationsAt), ...stepsIn(text, within, declarationsAt)].sort(
      (one, other) => one.start - other.start,
    );
    // An interface of Retrofit stands before the client that is given its base.
    let client: Client = {
      base: steps.flatMap(({ step }) => (step.kind === 'base' ? [step.url] : []))[0],
      defaults: [],
    };
    for (const { step: first, start, end } of steps) {
      if (first.kind === 'url-part') {
        parts = { ...parts, [first.part]: first.value };
        settings.push({ start, end });
        continue;
      }
      const told = madeOf(parts, first);
      const current = built.at(-1);
      const ofClient = clientWith(client, told, text, start, end);
      if (ofClient !== undefined) {
        client = ofClient;
        // A request that is made before may be sent after.
        const isOfCurrent = current !== undefined && told.kind === 'fields';
        if (isOfCurrent) built[built.length - 1] = { ...withStep(current, told, start), end };
        else settings.push({ start, end });
        continue;
      }
      const { base } = client;
      const step = asUrl(told, current, early, base);
      if (step.kind === 'url' && isRelative(step.url) && base === undefined) continue;
      const isNext = step.kind === 'url' ? !restates(current, step.url) : startsNext(current, step);
      if (step.kind === 'url' && isNext) {
        built.push({ ...startedWith(step, early, base, start, end), defaults: client.defaults });
        early = nothing;
      } else if (current === undefined || isNext) {
        early = withStep(early, step, start);
      } else {
        built[built.length - 1] = { ...withStep(current, step, start), end };
      }
    }
    if (built.length === 0) return [];
    return withSettings(built.map(pieceOf), settings);
  },
};

type Segment = BuilderStep & { kind: 'segment' };

/** What is told of a request so far. */
interface Told {
  readonly start: number;
  readonly method?: string;
  readonly fields: readonly Field[];
  readonly query: readonly Pair[];
  readonly parameters: readonly Pair[];
  readonly segments: readonly Segment[];
  readonly url?: Resolved;
  readonly content?: Content;
}

const nothing: Told = { start: Number.POSITIVE_INFINITY, fields: [], query: [], parameters: [], segments: [] };

interface Building extends Told {
  readonly url: Resolved;
  readonly isGetByDefault: boolean;
  /** The fields that the client sends with each of its requests. */
  readonly defaults: readonly Field[];
  readonly end: number;
}

/** What the snippet tells of the client that its requests are made with. */
interface Client {
  readonly base: Resolved | undefined;
  readonly defaults: readonly Field[];
  /** Where the call ends that made it, in which a function may add fields. */
  readonly madeTo?: number;
}

/** The client with what a step tells of it; undefined where that is of a request. */
function clientWith(client: Client, step: BuilderStep, text: string, start: number, end: number): Client | undefined {
  const { base, defaults, madeTo = start } = client;
  if (step.kind === 'base') {
    const url = base !== undefined && isRelative(step.url) ? joinUrl(base, step.url, step.url.span) : step.url;
    return { base: url, defaults, madeTo: end };
  }
  const isDefault = step.kind === 'fields' && (start < madeTo || setsDefault(text, start));
  return isDefault || step.kind === 'defaults' ? { ...client, defaults: [...defaults, ...step.fields] } : undefined;
}

/** What C# and Spring add to a client is sent with each of its requests. */
function setsDefault(text: string, start: number): boolean {
  return (
    /DefaultRequest(?:Headers)?(?:\.\w{1,20})?(?: = new )?$/.test(text.slice(Math.max(0, start - 60), start)) ||
    /^\.(?:defaultHeader|AddDefaultHeader)/.test(text.slice(start, start + 20))
  );
}

/** A path where only a base is known, as Spring's `uriBuilder.path(…)` and REST-assured's steps have it. */
function asUrl(step: BuilderStep, current: Building | undefined, early: Told, base: Resolved | undefined): BuilderStep {
  const isFirst = base !== undefined && (current === undefined || early !== nothing);
  return step.kind === 'path' && isFirst ? { kind: 'url', url: step.path } : step;
}

/** The URL of a variable that was given to the request: `uri = URI('…')`, then `Post.new(uri)`. */
function restates(current: Building | undefined, url: Resolved): boolean {
  return current !== undefined && current.method === undefined && (isMade(url) || current.url.text === url.text);
}

function isMade({ text }: Resolved): boolean {
  return /^\$\{\w{1,60}\.(?:[uU]rl|[uU]ri|toUri\w{0,8}\(\)|ToString\(\))\}$/.test(text);
}

type UrlParts = { readonly [part in UrlPart]?: Resolved };

/** The URL of an object that was given its parts before: `URLRequest(url: components.url!)`. */
function madeOf({ scheme, host, port, path }: UrlParts, step: BuilderStep): BuilderStep {
  if (step.kind !== 'url' || host === undefined || !isMade(step.url)) return step;
  const origin = `${scheme?.text ?? 'https'}://${host.text}${port === undefined ? '' : `:${port.text}`}`;
  const base = { text: origin, open: [scheme, host, port].flatMap((part) => part?.open ?? []), span: step.url.span };
  return { ...step, url: path === undefined ? base : joinUrl(base, path, step.url.span) };
}

/** A second method, as `.post()` before its `.uri(…)`, is of the next request. */
function startsNext(current: Building | undefined, step: BuilderStep): boolean {
  return step.kind === 'method' && current?.method !== undefined;
}

function startedWith(
  step: BuilderStep & { kind: 'url' },
  early: Told,
  base: Resolved | undefined,
  start: number,
  end: number,
): Omit<Building, 'defaults'> {
  const url = base === undefined ? step.url : joinUrl(base, step.url, step.url.span);
  const told = withStep({ ...early, start: Math.min(early.start, start) }, step, start);
  return { ...told, url, isGetByDefault: step.isGetByDefault === true, end };
}

/** A field that the request sets itself counts before its client's. */
function withDefaults(defaults: readonly Field[], own: readonly Field[]): readonly Field[] {
  const names = new Set(own.map(({ name }) => name.toLowerCase()));
  return [...defaults.filter(({ name }) => !names.has(name.toLowerCase())), ...own];
}

function isRelative({ text }: Resolved): boolean {
  return !/^(?:https?:\/\/|callout:|\$)/.test(text);
}

function withStep<Before extends Told>(before: Before, step: BuilderStep, at: number): Before {
  const start = Math.min(before.start, at);
  switch (step.kind) {
    case 'base':
    case 'defaults':
    case 'url-part':
      return before;
    case 'url':
    case 'method': {
      const method = step.kind === 'method' || before.method === undefined ? step.method : before.method;
      const fields = step.kind === 'url' ? (step.fields ?? []) : [];
      return {
        ...before,
        start,
        fields: [...before.fields, ...fields],
        method,
        content: step.content ?? before.content,
      };
    }
    case 'fields':
      return { ...before, start, fields: [...before.fields, ...step.fields] };
    case 'query':
      return { ...before, start, query: [...before.query, ...step.query] };
    case 'segment':
      return { ...before, start, segments: [...before.segments, step] };
    case 'parameters':
      return { ...before, start, parameters: [...before.parameters, ...step.parameters] };
    case 'path':
      return before.url === undefined
        ? before
        : { ...before, start, url: joinUrl(before.url, step.path, step.path.span) };
    case 'content':
      if (step.isWritten === true && before.method === 'GET') return before;
      return { ...before, start, content: step.content };
  }
}

function withSegment(url: Resolved, { name, value }: Segment): Resolved {
  const text = url.text.replace(`{${name}}`, () => value.text);
  return { ...url, text, open: [...url.open, ...value.open] };
}

/** An object that is sent as a form, since its media type says so. */
function asDeclared(content: Content | undefined, fields: readonly Field[]): Content | undefined {
  const type = fields.find(({ name }) => name.toLowerCase() === 'content-type')?.value ?? '';
  if (content?.data.kind !== 'json' || !/x-www-form-urlencoded/i.test(type)) return content;
  const { value } = content.data;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return content;
  const pairs = Object.entries(value).map(([name, member]) => ({ name, value: String(member), span: content.span }));
  return formOf(pairs, content.span);
}

function pieceOf(building: Building): Piece {
  const { start, method: told, isGetByDefault, fields: own, end } = building;
  const fields = withDefaults(building.defaults, own);
  const url = building.segments.reduce(withSegment, building.url);
  const sendsForm = told !== undefined && /^P/.test(told) && building.content === undefined;
  const form = sendsForm && building.parameters.length > 0 ? formOf(building.parameters, { start, end }) : undefined;
  const content = asDeclared(building.content ?? form, fields);
  const query = sendsForm ? building.query : [...building.query, ...building.parameters];
  const method = told ?? (isGetByDefault && content === undefined ? 'GET' : undefined);
  const places = [...own.map(({ span }) => span), ...(content === undefined ? [] : [content.span])];
  const span = { start: Math.min(start, ...places.map((place) => place.start)), end };
  const isPlain = url.span.end - url.span.start === url.text.length + 2;
  const place: Span = isPlain ? { start: url.span.start + 1, end: url.span.end - 1 } : url.span;
  const target = readTarget(url.text, place, url.open);
  const request = requestFrom({ span, source: 'code', method, target: withQuery(target, query), fields, content });
  return { kind: 'request', span, request };
}
