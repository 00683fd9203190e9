import { type Mender, mender } from './mender.ts';

/**
 * What tcpdump -A puts around a message: the packet's head, whose bytes are dots and letters, on the line of the first
 * one, and that line once more behind the addresses.
 */
export const packetDumps: Mender = (text) => (isDump.test(text) ? withoutHeads(text) : undefined);

const isDump = /: Flags \[[A-Z.]{1,5}\], /;

const withoutHeads = mender(
  {
    kind: 'packet-dumps',
    note: 'I took out the heads of network packets before a message.',
    suspect: false,
  },
  /^E[^\n]{19,120}?(?=(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S{1,4000} HTTP\/\d|HTTP\/\d(?:\.\d)? \d{3})|, length \d{1,6}: HTTP: [^\n]{1,4000}$/gm,
  () => () => '',
);
