import type { Pack } from '../packs/pack.ts';
import type { Exchange, Paste } from '../reading/paste.ts';
import type { Facts } from './condition.ts';
import type { FactValue, Known } from './fact.ts';
import { factsOf } from './lookup.ts';

/**
 * Nobody asks about more exchanges at once than this, and what is read over all of them for each must stay cheap. Of a
 * longer paste those that went wrong are asked about first.
 */
const mostExchanges = 50;

/**
 * The facts of every exchange, of {@link mostExchanges} at most. A paste without one may still name values and hold
 * words: it is asked about once.
 */
export function viewsOf(whole: Paste, pack: Pack, now: number): readonly Facts[] {
  const paste = { ...whole, exchanges: worthAsking(whole.exchanges) };
  const exchanges = paste.exchanges.length === 0 ? [{}] : paste.exchanges;
  const shared = new Map<string, Known<FactValue>>();
  return exchanges.map((exchange) => factsOf({ paste, exchange, pack, now }, shared));
}

function worthAsking(exchanges: readonly Exchange[]): readonly Exchange[] {
  if (exchanges.length <= mostExchanges) return exchanges;
  const wentWrong = exchanges.filter(
    ({ response, failure }) => failure !== undefined || (response?.status ?? 0) >= 400,
  );
  const first = new Set([...wentWrong, ...exchanges].slice(0, mostExchanges));
  return exchanges.filter((exchange) => first.has(exchange));
}
