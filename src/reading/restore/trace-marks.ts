import { requestLine, statusLine } from './http-lines.ts';
import { quietMender } from './mender.ts';

const sent = new RegExp(`^>${requestLine}`, 'm');
const received = new RegExp(`^<${statusLine}`, 'm');

/** Gives the marks of a trace of curl the blank back that stood behind them. */
export const traceMarks = quietMender((text) =>
  received.test(text) && sent.test(text) ? text.replace(/^([<>*])(?=[A-Za-z:])/gm, '$1 ') : text,
);
