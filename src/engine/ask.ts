import type { ApiPattern, Pack, Rule } from '../packs/pack.ts';
import type { Exchange, Paste, Request } from '../reading/paste.ts';
import { evaluate, type Facts } from './condition.ts';
import type { Ask } from './diagnosis.ts';
import { messageOf } from './facts/oauth-message.ts';
import { apiOf } from './facts/urls.ts';

/** Field values that hold a label or a placeholder are copied with a name to fill in. */
const sealed = /‹([^›]*?) \d+›/g;

/**
 * The one thing to paste next: what the rule that is told first says would settle it, unless it is there, else the part
 * of the exchange that the paste does not show. Undefined where nothing would tell more.
 */
export function askNext(first: Rule | undefined, views: readonly Facts[], paste: Paste, pack: Pack): Ask | undefined {
  if (first?.ask !== undefined) {
    if (!isThere(first, views)) return { say: 'paste', what: first.ask };
    if (first.certainty !== 'possible') return undefined;
  }
  if (first?.certainty === 'sure' || (first === undefined && paste.text.trim() === '')) return undefined;
  const shown = paste.exchanges.filter((exchange) => !isAside(exchange, pack));
  const exchange = shown.findLast(wentWrong) ?? shown.at(-1);
  if (exchange === undefined) return first === undefined ? { say: 'pasteAll' } : undefined;
  if (messageOf(exchange) === 'callback') {
    return { say: 'pasteAuthorizationUrl' };
  }
  // What a request has wrong in itself needs no answer to be seen.
  const isPlain = first?.certainty === 'likely' && exchange.response?.status === undefined;
  return isPlain ? undefined : forTheRest(exchange, pack);
}

/** Whether the paste shows already what the rule asks for. */
function isThere({ askUnless }: Rule, views: readonly Facts[]): boolean {
  return askUnless !== undefined && views.some((facts) => evaluate(askUnless, facts).state === 'holds');
}

/** A link to a page, which nobody calls. */
function isAside(exchange: Exchange, pack: Pack): boolean {
  const { request, response, failure } = exchange;
  const isBare = request?.source === 'url' && response === undefined && failure === undefined;
  return isBare && roleOf(request, pack) === undefined && messageOf(exchange) === undefined;
}

function roleOf({ target }: Request, pack: Pack): ApiPattern['role'] | undefined {
  return target === undefined ? undefined : apiOf(target, pack.apis)?.role;
}

function wentWrong({ response, failure }: Exchange): boolean {
  return failure !== undefined || (response?.status ?? 0) >= 400;
}

function forTheRest({ request, response, failure }: Exchange, pack: Pack): Ask | undefined {
  if (failure !== undefined && response === undefined) {
    return request === undefined ? { say: 'pasteRequestUrl' } : undefined;
  }
  if (request?.target?.host === undefined) {
    return { say: 'pasteRequest' };
  }
  if (response?.status === undefined || response.fieldsShown === 'part') {
    return {
      say: 'pasteAnswer',
      ...toRun(request, pack),
    };
  }
  return request.fieldsShown === 'part' ? { say: 'pasteFields', ...toRun(request, pack) } : undefined;
}

/** Nobody copies a command that fills the screen. */
const longestCommand = 4000;

function toRun(request: Request, pack: Pack): Pick<Ask, 'command'> {
  const command = asCurl(request, pack);
  return command.length > longestCommand ? {} : { command };
}

/** Their own request, as a command that shows the response with its fields. */
function asCurl(request: Request, pack: Pack): string {
  const quoted = shells.has(request.source) ? quotedForShell : quotedWithNames;
  const method = request.method === undefined || request.method === 'GET' ? [] : [`-X ${request.method}`];
  const fields = request.fields.map(({ name, value, open = [] }) =>
    isBasic(name, value) ? "-u '{USER}:{PASSWORD}'" : `-H ${quoted(`${name}: ${value}`, open)}`,
  );
  const isAuthorized = request.fields.some(({ name }) => name.toLowerCase() === 'authorization');
  if (!isAuthorized && request.fieldsShown === 'part' && roleOf(request, pack) === 'api') {
    fields.push(`-H ${quoted('Authorization: Bearer {ACCESS_TOKEN}')}`);
  }
  const content =
    request.content === undefined ? [] : [`--data-raw ${quoted(request.content.text, request.content.open)}`];
  return ['curl -i', ...method, quoted(request.target?.uri ?? '', request.target?.open), ...fields, ...content].join(
    ' ',
  );
}

/** Credentials in base64 are filled in by nobody: curl makes them of a user's name and a password. */
function isBasic(name: string, value: string): boolean {
  return name.toLowerCase() === 'authorization' && /^Basic ‹[^›]*›$/i.test(value);
}

/** What is written for a shell, whose variables it fills in again. */
const shells: ReadonlySet<string> = new Set(['curl', 'httpie', 'wget', 'powershell']);

/** In double quotes where a variable of the shell is to be filled in. */
function quotedForShell(text: string, open: readonly string[] = []): string {
  return open.some((variable) => variable.startsWith('$'))
    ? `"${withNames(text).replaceAll(/["\\`]/g, '\\$&')}"`
    : inQuotes(withNames(text));
}

/** A shell does not know the variables of a program: they become names to fill in, `${user.id}` the name `{user.id}`. */
function quotedWithNames(text: string, open: readonly string[] = []): string {
  const variables = new Set(open);
  const filled = text.replaceAll(/\$(?:\{[^{}]{1,200}\}|\w{1,200})/g, (variable) =>
    variables.has(variable) ? `{${variable.replaceAll(/[${}()]/g, '')}}` : variable,
  );
  return inQuotes(withNames(filled));
}

function withNames(text: string): string {
  return text.replaceAll(sealed, (_label, kind: string) => `{${kind.toUpperCase().replaceAll(' ', '_')}}`);
}

/** In single quotes, as a POSIX shell reads them back (POSIX.1-2017, Shell Command Language, 2.2.2). */
function inQuotes(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
