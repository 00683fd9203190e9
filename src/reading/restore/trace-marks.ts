import { requestLine, statusLine } from './http-lines.ts';
import type { Mender } from './mender.ts';

const sent = new RegExp(`^>${requestLine}`, 'm');
const received = new RegExp(`^<${statusLine}`, 'm');

/** Gives the marks of a trace of curl the blank back that stood behind them. */
export const traceMarks: Mender = (text) => {
  if (!received.test(text) || !sent.test(text)) return undefined;
  return { text: text.replace(/^([<>*])(?=[A-Za-z:])/gm, '$1 ') };
};
