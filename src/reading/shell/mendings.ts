import type { Mending } from '../paste.ts';
import type { CommandDamage } from './command.ts';

const notes: Readonly<Record<CommandDamage, string>> = {
  'unclosed-quote':
    'A quote in the command is never closed. It was read as closed where its argument ends: if it is missing in your script, the shell waits for the rest or sends something else.',
  'lost-backslash':
    'The command goes on in a new line without a `\\` at the end of the line before. It was read as one command: if the `\\` is missing in your script, the shell runs only the first line.',
  'blank-after-backslash':
    'There are spaces after a `\\` at the end of a line. I read it as a line continuation: if they are in your script, the shell ends the command there.',
  'doubled-backslash':
    'There are two `\\` at the end of a line. I read them as the one of a line continuation: if they are in your script, the shell ends the command there.',
  'lost-line-break':
    'There is a `\\` in the middle of a line, where a line break was. I read it as a line continuation.',
  'bare-json':
    'There is JSON in double quotes whose own double quotes have no backslash before them. I read it with its quotes, but a shell takes them away and does not send JSON. Write single quotes around it.',
  'unquoted-json':
    'There is JSON in the command without quotes around it: a shell takes its own quotes away. Write single quotes around it.',
  'bare-ampersand':
    'There is a `&` in the URL without quotes around the URL. I read it as part of the URL, but a shell ends the command there, and does not send what follows.',
};

/** Told as they are: each is a fault if it stands in the person's own script. */
export function mendingsOf(damages: ReadonlySet<CommandDamage>): readonly Mending[] {
  return [...damages].map((kind) => ({ kind, note: notes[kind], count: 1, suspect: true }));
}
