import { labelClose, labelOpen } from './scan.ts';
import { type SecretKind, secretKinds } from './secret.ts';

/** Gives out labels, numbered for each kind in the order in which they are asked for. */
export interface Labels {
  readonly next: (kind: SecretKind) => string;
}

const kinds: ReadonlySet<string> = new Set(secretKinds);

/** Labels for a text that may hold some already, as an answer that was pasted back does: their numbers are not reused. */
export function labelsFor(text: string): Labels {
  const used = new Map<string, number>();
  const labelled = text.includes(labelOpen) ? text : '';
  for (const label of labelled.matchAll(/‹([A-Za-z -]{1,30}) (\d{1,6})›/g)) {
    const kind = label[1] ?? '';
    if (kinds.has(kind)) used.set(kind, Math.max(used.get(kind) ?? 0, Number(label[2])));
  }
  return {
    next: (kind) => {
      const number = (used.get(kind) ?? 0) + 1;
      used.set(kind, number);
      return `${labelOpen}${kind} ${number}${labelClose}`;
    },
  };
}
