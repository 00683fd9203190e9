/** ASCII white space, the no-break space and the byte order mark. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

/** After the comment at `start`, in the ways of JavaScript and Python; `start` itself where none stands there. */
export function endOfComment(text: string, start: number, end: number): number {
  if (text.startsWith('//', start)) return endOfLine(text, start, end);
  if (text.startsWith('/*', start)) {
    const close = text.indexOf('*/', start + 2);
    return close === -1 ? end : Math.min(close + 2, end);
  }
  return text.charCodeAt(start) === 35 && isSpace(text.charCodeAt(start + 1)) ? endOfLine(text, start, end) : start;
}

function endOfLine(text: string, start: number, end: number): number {
  const found = text.indexOf('\n', start);
  return found === -1 ? end : Math.min(found, end);
}

/** Characters that end a word: brackets, quotes, separators and operators. */
const wordEnds = new Set([...' \t\r\n\f\v,;:=(){}[]\'"`+<>|&?!%']);

/** The end of the word at `start`. A colon belongs to it in a URL and in a time; `<…>` is a word as Node prints it. */
export function wordEnd(text: string, start: number, end: number): number {
  if (text.charAt(start) === '<') {
    const printed = /^<[^<>"'\n]{1,100}>/.exec(text.slice(start, Math.min(start + 102, end)));
    return printed === null ? start : start + printed[0].length;
  }
  let index = start;
  while (index < end) {
    const char = text.charAt(index);
    if (wordEnds.has(char) && (index === start || !goesOn(text, index))) break;
    index += 1;
  }
  return index;
}

/** The colon of `https://` and of `14:05`, the plus of `1e+21`, the exclamation mark of Rust's `format!(`. */
function goesOn(text: string, index: number): boolean {
  return /^(?:.:\/\/|\d:\d|[eE]\+\d|\w![([])/.test(text.slice(index - 1, index + 3));
}

/** PHP joins strings with dots, with or without blanks around them: `'Bearer '.$token`, `$base.'/users'`. */
export function beforeDot(text: string, start: number, end: number): number {
  if (text.startsWith('.$', start)) return start + 1;
  // Lua's `"Bearer "..token`.
  if (text.startsWith('..', start) && text.charAt(start + 2) !== '.') return start + 2;
  const isJoined = text.charAt(start) === '$' && text.charAt(end - 1) === '.' && /["']/.test(text.charAt(end));
  return isJoined ? end - 1 : end;
}
