import type { Setting } from '../live-protocol.ts';

/** What the composer offers for the word at the cursor. */
export interface Suggestion {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** What stands in the box after it was taken, and where the cursor goes. */
  readonly text: string;
  readonly cursor: number;
}

/**
 * Commands while a `/` begins the text, people after an `@`. Nothing once a word is finished.
 */
export function suggest(text: string, cursor: number, setting: Setting): readonly Suggestion[] {
  const before = text.slice(0, cursor);
  if (/^\/\S*$/.test(before)) {
    return setting.app.commands
      .filter(({ name }) => name.startsWith(before) && name !== before)
      .map(({ name, description, usageHint }) => ({
        key: name,
        label: `${name} ${usageHint}`.trim(),
        detail: description,
        ...inserted(text, 0, cursor, `${name} `),
      }));
  }
  const at = /(?:^|\s)@([\w.-]*)$/.exec(before);
  if (at === null) return [];
  const typed = (at[1] ?? '').toLowerCase();
  const start = cursor - typed.length - 1;
  return setting.people
    .filter(
      ({ name, realName, id }) =>
        id !== 'USLACKBOT' && (name.startsWith(typed) || realName.toLowerCase().startsWith(typed)),
    )
    .sort((one, other) => Number(other.isBot) - Number(one.isBot))
    .map(({ name, realName, isBot }) => ({
      key: name,
      label: realName,
      detail: isBot ? `@${name} · app` : `@${name}`,
      ...inserted(text, start, cursor, `@${name} `),
    }));
}

function inserted(text: string, start: number, end: number, word: string): Pick<Suggestion, 'text' | 'cursor'> {
  return { text: text.slice(0, start) + word + text.slice(end), cursor: start + word.length };
}
