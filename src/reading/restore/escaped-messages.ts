import { fromString } from './command-strings.ts';
import type { Mended, Mender } from './mender.ts';

/** A member of a record that holds text, and in it what starts a message, a trace or what a panel shows. */
const opening = new RegExp(
  String.raw`"@?(?:message|msg|log|text|textPayload|error|err|exception|exc_info|stack|stack_?trace|detail|details|description|output|stdout|stderr|raw|dump|trace|body|content)"\s{0,4}:\s{0,4}(")(?=` +
    String.raw`(?:[^"\\]{1,200}\\n)?(?:[<>] )?(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) [^\s"\\]{1,2000} HTTP\/[\d.]{1,3}|HTTP\/[\d.]{1,3} [1-5]\d\d[^"\\]{0,60})\\[rn]|Traceback \(most recent|Request URL: |\*   Trying )`,
  'g',
);

/** A record of a log whose text has several lines, written as `\\n`: they are put on lines of their own. */
export const escapedMessages: Mender = (text): Mended | undefined => {
  const parts: string[] = [];
  let taken = 0;
  let count = 0;
  for (const { index, 0: found } of text.matchAll(opening)) {
    if (index < taken) continue;
    const { text: read, end } = fromString(text, index + found.length - 1, '"');
    if (read === undefined) continue;
    parts.push(text.slice(taken, index + found.length - 1), read);
    taken = end;
    count += 1;
  }
  if (count === 0) return undefined;
  parts.push(text.slice(taken));
  const note = 'I undid the escapes of a string with several lines in it.';
  return { text: parts.join(''), mending: { kind: 'json-string', note, count, suspect: false } };
};
