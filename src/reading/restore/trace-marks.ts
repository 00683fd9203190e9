import type { Mender } from './mender.ts';

const sent = /^>(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S{1,4000} HTTP\/\d/m;
const received = /^<HTTP\/\d(?:\.\d)? [1-5]\d\d/m;

/** Gives the marks of a trace of curl the blank back that stood behind them. */
export const traceMarks: Mender = (text) => {
  if (!received.test(text) || !sent.test(text)) return undefined;
  return { text: text.replace(/^([<>*])(?=[A-Za-z:])/gm, '$1 ') };
};
