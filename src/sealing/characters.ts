/** A blank, a tab, a line break, a no-break space. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0;
}

/** `A-Z a-z 0-9 _`, and letters and digits beyond ASCII. */
export function isWordCode(code: number): boolean {
  if (code > 127) return isLetterBeyondAscii(code);
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

/** Chinese, Japanese, Korean: scripts that a value follows without a blank. */
export function isUnspaced(code: number): boolean {
  return code >= 0x3040 && code < 0xd7b0 && (code < 0xa000 || code >= 0xac00);
}

/** All but the blanks, marks, arrows, boxes and dingbats, and the punctuation of wide scripts. */
function isLetterBeyondAscii(code: number): boolean {
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code < 0x2000) return true;
  if (code < 0x2c00 || (code >= 0x3000 && code <= 0x303f)) return false;
  return code < 0xff00 || (code > 0xff0f && code < 0xff1a) || code > 0xff20;
}
