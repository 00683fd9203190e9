import { quietMender } from './mender.ts';

/**
 * Fields of HTTP/2 and HTTP/3 as programs log them, each on a line of its own as a message has it: nghttp's behind the
 * time and the stream, or far in; Envoy's as two strings, `':path', '/v1/me'`.
 */
export const streamLogs = quietMender((text) => {
  const isNghttp = / (?:recv|send) (?:HEADERS frame <|\(stream_id=)/.test(text);
  const isEnvoy = /^[ \t]{0,8}'(?::path|:status|:authority)', '/m.test(text);
  const unframed = isNghttp ? text.replace(frame, '').replace(answer, '\n$&') : text;
  return isEnvoy ? unframed.replace(pair, '$1: $2') : unframed;
});

const frame =
  /^\[[ \d.]{4,12}\] (?:recv|send) \(stream_id=\d{1,9}[^)\n]{0,40}\) |^ {10}(?=:?[\w-]{1,60}: )|^\[[ \d.]{4,12}\] (?:recv|send) [A-Z_]{4,20} frame <[^>\n]{1,100}>\n|^ {10}(?:;|\()[^\n]{0,100}\n/gm;

/** What came back starts a message of its own. */
const answer = /(?<=\S\n)^:status: /gm;

const pair = /^[ \t]{0,8}'(:?[\w-]{1,80})', '([^\n]{0,8000})'$/gm;
