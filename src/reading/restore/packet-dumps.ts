import { requestLine, statusLine } from './http-lines.ts';
import { type Mender, mender } from './mender.ts';

/**
 * What tcpdump -A puts around a message: the packet's head, whose bytes are dots, letters and now and then a line break,
 * before the first line, and that line once more behind the addresses. Wireshark has a word before each field of HTTP/2.
 */
export const packetDumps: Mender = (text) =>
  isDump.test(text) ? withoutHeads(text) : isDissected.test(text) ? withoutWords(text) : undefined;

const told = { kind: 'packet-dumps', note: 'I took out what a dump of packets has around a message.', suspect: false };

const isDissected = /^\s{1,12}Header: :(?:method|status|path): /m;

const withoutWords = mender(
  told,
  /^\s{1,12}Header: (?=:?[a-z][\w-]{0,60}: )|^\s{1,12}Stream: HEADERS, [^\n]{1,4000}(?=\n)/gm,
  () => () => '',
);

const isDump = /: Flags \[[A-Z.]{1,5}\], /;

const withoutHeads = mender(
  told,
  new RegExp(
    String.raw`(?:^E[^\n]{19,120}?|^E[.@\w][^\n]{0,120}\n(?:[^\n]{0,80}\n)?[^\n]{0,80}?)(?=${requestLine}|${statusLine})` +
      String.raw`|, length \d{1,6}: HTTP: [^\n]{1,4000}$`,
    'gm',
  ),
  () => () => '',
);
