import { mender } from './mender.ts';

/** Control sequences of a terminal (ECMA-48, 5.4; xterm's OSC), also where the escape character itself was lost. */
export const terminalColours = mender(
  {
    kind: 'terminal-colours',
    note: 'Took the colour codes of a terminal out.',
    suspect: false,
  },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /(?:\x1b|\u241b|\^\[|\\e|\\x1b|\\u001b|\\033)\[[0-9;?]{0,20}[A-Za-z]|\x1b\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x9b[0-9;]{0,20}[A-Za-z]|(?<=^|[\s:])\[(?:0|1|2|3[0-7]|9[0-7])(?:;\d{1,3}){0,4}m|\[(?:0|22|24|27|39|49)m|\[m(?![A-Za-z])/gm,
  () => () => '',
);
