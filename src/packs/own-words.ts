import type { Pack } from './pack.ts';

/** What no reply ever shows. */
const unsaid: ReadonlySet<string> = new Set(['when', 'fineWhen', 'applies', 'spares', 'file', 'line', 'inherited']);

/**
 * All that packs can say whatever was pasted, as one text: who pastes a password that is a word of it, “documentation” or
 * “checklist”, gets an answer all the same.
 */
export function ownWords(packs: readonly Pack[]): string {
  return JSON.stringify(packs, (name, value: unknown) => {
    if (unsaid.has(name)) return undefined;
    return value instanceof Map ? [...value] : value;
  });
}
