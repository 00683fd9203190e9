import type { Slot } from './slot.ts';

/** How a value stands. */
export interface Value extends Slot {
  /** Taken for what its place says, whatever it looks like. */
  readonly sure: boolean;
}
