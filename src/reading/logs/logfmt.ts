import type { Group, Member } from '../content/literal.ts';
import { linesWithin } from '../http/lines-within.ts';
import type { Line, Recognizer } from '../recognizer.ts';
import { namedInRecord, readFlatRecord } from './flat-record.ts';

/**
 * A line of a log in logfmt (https://brandur.org/logfmt), `method=POST url=https://… status=401`, as Go's loggers,
 * Heroku's router and Rails' lograge write it: a record like that of a structured log.
 */
export const logfmtRecognizer: Recognizer = {
  name: 'logfmt',
  mayStandIn: (text) => /\b\w*(?:method|verb)="?[A-Za-z]{3,8}\b/i.test(text),
  recognize: (source, within) =>
    linesWithin(source, within).flatMap((line) => {
      const group = groupOf(line);
      const found = group === undefined ? undefined : readFlatRecord(group);
      return group === undefined || found === undefined ? [] : [...found, ...namedInRecord(group)];
    }),
};

const longestLine = 20_000;

const pair = /(?<=^|[\s{[(])([A-Za-z_][\w.:-]{0,60})=(?:"([^"\n]{0,8000})"|([^\s"']{1,8000}))/g;

function groupOf({ text, start }: Line): Group | undefined {
  if (text.length > longestLine) return undefined;
  const members = [...text.matchAll(pair)].map(({ 0: whole, 1: name = '', 2: quoted, 3: bare = '', index }): Member => {
    const from = start + index;
    const span = { start: from + name.length + 1, end: from + whole.length };
    const nameSpan = { start: from, end: from + name.length };
    return {
      name,
      nameSpan,
      value:
        quoted === undefined
          ? { kind: 'word', span, text: bare.replace(/[,;]$/, '') }
          : { kind: 'text', span, parts: [quoted], closed: true },
    };
  });
  const [first] = members;
  const last = members.at(-1);
  if (first === undefined || last === undefined || members.length < 3) return undefined;
  const span = { start: first.nameSpan.start, end: last.value.span.end };
  return { kind: 'group', span, bracket: '{', name: '', members, items: [], closed: true };
}
