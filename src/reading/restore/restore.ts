import type { Mending } from '../paste.ts';
import { lineBreaks } from './line-breaks.ts';
import type { Mended, Mender } from './mender.ts';

export interface Restored {
  readonly text: string;
  readonly mendings: readonly Mending[];
}

/** In this order: what was done last on the way here is undone first. */
const menders: readonly Mender[] = [lineBreaks];

/** Undoes what the way here did to a text, and tells what it undid. A text that nothing was done to stays as it is. */
export function restore(input: string): Restored {
  let text = input;
  const mendings: Mending[] = [];
  for (const mender of menders) {
    const mended: Mended | undefined = mender(text);
    if (mended === undefined) continue;
    text = mended.text;
    mendings.push(...(mended.mending === undefined ? [] : [mended.mending]));
  }
  return { text, mendings };
}
