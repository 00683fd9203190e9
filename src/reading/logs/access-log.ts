import { linesWithin } from '../http/lines-within.ts';
import { requestTarget } from '../http/request-target.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { readTarget } from '../target.ts';

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

/** urllib3 and some proxies put the origin before the request line. */
const origin = /(?:^|[\s:])(https?:\/\/[\w.:-]{1,260}) $/;
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
  const host = uri.startsWith('/')
    ? origin.exec(line.slice(Math.max(0, found.index - 300), found.index))?.[1]
    : undefined;
  const from = start + found.index - (host === undefined ? 0 : host.length + 1);
  const span = { start: from, end: start + found.index + whole.length };
  const uriStart = start + found.index + whole.indexOf(` ${uri}`) + 1;
  const at = { start: uriStart, end: uriStart + uri.length };
  const target =
    host === undefined ? requestTarget(uri, at, []) : readTarget(`${host.replace(/:(?:443|80)$/, '')}${uri}`, at);
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
