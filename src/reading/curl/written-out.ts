import { statedResponse } from '../http/stated-status.ts';
import type { Piece } from '../recognizer.ts';
import type { Argument } from './arguments.ts';

/** How far behind a command what `-w` wrote is looked for, in UTF-16 code units. */
const farthest = 20_000;

const statusVariable = /%\{(?:http_code|response_code)\}/;

/**
 * The status among other things that `-w` wrote below a command: `code=429 time=0.1s` of
 * `-w 'code=%{http_code} time=%{time_total}s\n'`. A status alone on its line is read as one without its format.
 */
export function writtenOut(args: readonly Argument[], text: string, from: number, end: number): Piece | undefined {
  const format = args.findLast((arg) => arg.kind === 'option' && arg.name === 'write-out')?.value?.text;
  const line = format?.split(/\\[nr]|\n/).find((one) => statusVariable.test(one));
  const variables = line?.match(/%\{/g)?.length ?? 0;
  if (line === undefined || variables < 2) return undefined;
  const [before = '', after = ''] = line.split(statusVariable);
  const lead = literal(before.slice(before.lastIndexOf('}') + 1));
  const isFirst = !before.includes('}');
  if (!isFirst && !/\S{2}/.test(lead)) return undefined;
  const next = /%\{/.exec(after)?.index ?? after.length;
  const tail = literal(after.slice(0, next)).trimEnd();
  let start = from;
  for (const written of text.slice(from, Math.min(end, from + farthest)).split('\n')) {
    if (/(?:^|[\s/])curl /.test(written)) return undefined;
    const at = lead === '' ? 0 : written.indexOf(lead);
    const status = written.slice(at + lead.length, at + lead.length + 3);
    const rest = written.slice(at + lead.length + 3);
    if (at >= 0 && /^[1-5]\d\d$/.test(status) && !/^\d/.test(rest) && rest.startsWith(tail)) {
      const span = { start: start + at + lead.length, end: start + at + lead.length + 3 };
      return { kind: 'response', span, response: statedResponse({ status: Number(status), span }) };
    }
    start += written.length + 1;
  }
  return undefined;
}

/** `\t` is written as a tab, `%%` as one sign. */
function literal(written: string): string {
  return written.replaceAll('\\t', '\t').replaceAll('%%', '%');
}
