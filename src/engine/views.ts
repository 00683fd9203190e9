import type { Pack } from '../packs/pack.ts';
import type { Paste } from '../reading/paste.ts';
import type { Facts } from './condition.ts';
import { factsOf } from './lookup.ts';

/** The facts of every exchange. A paste without one may still name values and hold words: it is asked about once. */
export function viewsOf(paste: Paste, pack: Pack, now: number): readonly Facts[] {
  const exchanges = paste.exchanges.length === 0 ? [{}] : paste.exchanges;
  return exchanges.map((exchange) => factsOf({ paste, exchange, pack, now }));
}
