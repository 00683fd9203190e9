import { linesWithin } from '../http/lines-within.ts';
import { requestTarget } from '../http/request-target.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';

/**
 * A line of an access log: the common and combined formats of Apache and nginx, and that of AWS load balancers, where
 * the status stands before the request. The date before it is left to be read as a date.
 */
export const accessLogRecognizer: Recognizer = {
  name: 'access-log',
  mayStandIn: (text) => /"[A-Z]{3,8} \S/.test(text),
  recognize: (source, within) =>
    linesWithin(source, within).flatMap((line): readonly Piece[] => readLogLine(line) ?? []),
};

const common = /"([A-Z]{3,8}) (\S{1,8000}?)(?: HTTP\/[\d.]{1,3})?" ([1-5]\d\d)(?= |$)/;
const loadBalancer =
  / ([1-5]\d\d) (?:[1-5]\d\d|-) \d{1,12} \d{1,12} "([A-Z]{3,8}) (\S{1,8000}?)(?: HTTP\/[\d.]{1,3}| ?-)?"/;

function readLogLine({ text, start }: Line): readonly Piece[] | undefined {
  const line = text.slice(0, 20_000);
  const atCommon = common.exec(line);
  const found = atCommon ?? loadBalancer.exec(line);
  if (found === null) return undefined;
  const [whole, first = '', second = '', third = ''] = found;
  const [method, uri, status] = atCommon === null ? [second, third, first] : [first, second, third];
  const span = { start: start + found.index, end: start + found.index + whole.length };
  const uriStart = span.start + whole.indexOf(` ${uri}`) + 1;
  const target = requestTarget(uri, { start: uriStart, end: uriStart + uri.length }, []);
  return [
    {
      kind: 'exchange',
      span,
      request: {
        span,
        source: 'log',
        method,
        ...(target === undefined ? {} : { target }),
        fields: [],
        fieldsShown: 'part',
        contentShown: 'part',
      },
      response: { span, status: Number(status), statusBasis: 'stated', fields: [], fieldsShown: 'part' },
    },
  ];
}
