import { lastLook } from '../../sealing/last-look.ts';
import type { Seen } from '../../sealing/seal.ts';
import type { Log } from '../log.ts';
import type { Meter } from '../meter.ts';

/**
 * The last look at what leaves, for Slack or for the store: whether there is a secret in it, by its shape and, where `seen`
 * is given, by what was seen in the paste. Each that has one is counted, and must not leave.
 */
export type HoldsSecret = (payload: unknown, seen?: Seen) => boolean;

/** `ownWords` is all that would be said whatever was pasted. */
export function createGuard(log: Log, meter: Meter, ownWords: () => string): HoldsSecret {
  return (payload, seen) => {
    const look = lastLook(textsIn(payload).join('\n'), seen, ownWords);
    if (look.ok) return false;
    meter.withheld();
    log.error({ kinds: look.kinds }, 'Something was withheld: it held what looks like a secret.');
    return true;
  };
}

/** Members whose texts are names of Slack's protocol or of ours, and never a person's. */
const named: ReadonlySet<string> = new Set([
  'type',
  'style',
  'kind',
  'mark',
  'certainty',
  'action_id',
  'callback_id',
  'trigger_actions_on',
]);

/** The texts themselves: in JSON, a token may hide behind an escape, and the names of members may be somebody's password. */
function textsIn(payload: unknown): readonly string[] {
  if (typeof payload === 'string') return [payload];
  if (typeof payload !== 'object' || payload === null) return [];
  return Object.entries(payload).flatMap(([name, value]) => (named.has(name) ? [] : textsIn(value)));
}
