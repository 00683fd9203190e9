import { mender, type Replace } from './mender.ts';

/**
 * Quoted-printable (RFC 2045, section 6.7), as the source of a mail has it: `=3D` for `=`, and a `=` at the end of a
 * line that goes on below. Only where both stand in the text, or no other `=`.
 */
export const quotedPrintable = mender(
  { kind: 'quoted-printable', note: 'I decoded what a mail program had encoded: `=3D` and the like.', suspect: false },
  /=\n|(?:=[0-9A-F]{2})+/g,
  (text): Replace => {
    const isWhole = text.includes('=\n') || !/=(?![0-9A-F]{2})/.test(text);
    const isEncoded = isWhole && text.includes('=3D') && (text.match(/=[0-9A-F]{2}/g)?.length ?? 0) > 1;
    return ([found]) => (isEncoded ? decoded(found) : undefined);
  },
);

function decoded(found: string): string {
  if (found === '=\n') return '';
  const bytes = found.split('=').slice(1);
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
}
