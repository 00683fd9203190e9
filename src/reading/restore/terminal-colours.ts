import { mender } from './mender.ts';

/** Control sequences of a terminal (ECMA-48, 5.4; xterm's OSC), also where the escape character itself was lost. */
export const terminalColours = mender(
  {
    kind: 'terminal-colours',
    note: 'I took out the colour codes of a terminal.',
    suspect: false,
  },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /(?:\x1b|\u241b|\^\[|\\e|\\x1b|\\u001b|\\033)\[[0-9;?]{0,20}[A-Za-z]|\x1b\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x9b[0-9;]{0,20}[A-Za-z]|\[\d{1,3}(?:;\d{1,3}){0,4}m|\[m(?![A-Za-z])/gm,
  (text) => {
    const hasReset = /\[(?:0|22|24|27|39|49|39;49;00)?m(?![A-Za-z])/.test(text);
    return ({ 0: found }, index) =>
      found.startsWith('[') && !hasReset && !mayStartColour(text, index, found) ? undefined : '';
  },
);

/** Without its escape character, and where none ends it, a colour is known by standing before a word. */
function mayStartColour(text: string, index: number, found: string): boolean {
  return /^\[(?:0|1|2|3[0-7]|9[0-7])\D/.test(found) && (index === 0 || /[\s:]/.test(text.charAt(index - 1)));
}
