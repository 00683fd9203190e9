import { fromString } from './command-strings.ts';
import { stretchMender } from './mender.ts';

/** A member of a record that holds text, and in it what starts a message, a trace or what a panel shows. */
const opening = new RegExp(
  String.raw`"@?(?:message|msg|log|text|textPayload|error|err|exception|exc_info|stack|stack_?trace|detail|details|description|output|stdout|stderr|raw|dump|trace|body|content)"\s{0,4}:\s{0,4}(")(?=` +
    String.raw`(?:[^"\\]{1,200}\\n)?(?:[<>] )?(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) [^\s"\\]{1,2000} HTTP\/[\d.]{1,3}|HTTP\/[\d.]{1,3} [1-5]\d\d[^"\\]{0,60})\\[rn]|Traceback \(most recent|Request URL: |\*   Trying )`,
  'g',
);

const note = 'I undid the escapes of a string with several lines in it.';

/** A record of a log whose text has several lines, written as `\\n`: they are put on lines of their own. */
export const escapedMessages = stretchMender(
  { kind: 'json-string', note, suspect: false },
  opening,
  (text) => (found, index) => {
    const start = index + found[0].length - 1;
    const { text: read, end } = fromString(text, start, '"');
    return read === undefined ? undefined : { start, end, text: read };
  },
);
