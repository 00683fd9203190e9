import type { Item, Pack } from '../packs/pack.ts';
import type { Exchange, Request } from '../reading/paste.ts';
import type { Ask, ItemVerdict } from './diagnosis.ts';
import { definitionOf } from './lookup.ts';

/** Field values that hold a label or a placeholder are copied with a name to fill in. */
const sealed = /‹([^›]*?) \d+›/g;

/**
 * The one thing to paste next: what the item that stands first among the causes is missing. Undefined where every item
 * is settled.
 */
export function askNext(items: readonly ItemVerdict[], pack: Pack, exchanges: readonly Exchange[]): Ask | undefined {
  const byRank = pack.items.toSorted((a: Item, b: Item) => a.rank - b.rank);
  for (const { id } of byRank) {
    const missing = items.find((item) => item.id === id && item.verdict === 'unknown')?.missing ?? [];
    for (const name of missing) {
      const ask = definitionOf(name)?.ask;
      if (ask !== undefined) return { text: `Paste ${ask}.`, command: commandFor(exchanges) };
    }
  }
  return undefined;
}

/** Their own request as a command that shows the response with its fields; undefined where no target is shown. */
function commandFor(exchanges: readonly Exchange[]): string | undefined {
  const request = exchanges.findLast((exchange) => exchange.request?.target?.host !== undefined)?.request;
  return request === undefined ? undefined : asCurl(request);
}

function asCurl(request: Request): string {
  const method = request.method === undefined || request.method === 'GET' ? [] : [`-X ${request.method}`];
  const fields = request.fields.map(({ name, value }) => `-H ${quoted(`${name}: ${value}`)}`);
  const content = request.content === undefined ? [] : [`--data-raw ${quoted(request.content.text)}`];
  return ['curl -i', ...method, quoted(request.target?.uri ?? ''), ...fields, ...content].join(' ');
}

/** In single quotes, as a POSIX shell reads them back (POSIX.1-2017, Shell Command Language, 2.2.2). */
function quoted(text: string): string {
  const withNames = text.replaceAll(sealed, (_label, kind: string) => `{${kind.toUpperCase().replaceAll(' ', '_')}}`);
  return `'${withNames.replaceAll("'", "'\\''")}'`;
}
