import { hereDocumentAt } from './here-document.ts';
import { type Cursor, finishWord } from './posix-cursor.ts';
import { endOfBracket } from './substitution.ts';

/** `<token>`: what the person was to fill in, which a shell would take for two redirections. */
const placeholder = /<[A-Za-z][\w .:/-]{0,60}>/y;

/** Reads a redirection (POSIX.1-2024, XCU section 2.7) that starts at `index`, and gives where to go on. */
export function redirection(cursor: Cursor, index: number): number {
  const { text, word, end } = cursor;
  placeholder.lastIndex = index;
  const filled = placeholder.exec(text)?.[0];
  if (filled !== undefined) {
    word.add(filled, index);
    return index + filled.length;
  }
  const close = /[<>]\(/.test(text.slice(index, index + 2)) ? endOfBracket(text, index + 1, end) : undefined;
  if (close !== undefined) {
    // `@<(cat …)`: what a command gives, as a file, within a word.
    word.addUnknown('substitution', text.slice(index, close), index);
    return close;
  }
  const isDescriptor = dropDescriptor(cursor, index);
  const here = hereDocumentAt(text, index, end);
  if (here !== undefined) {
    cursor.hereDocuments.push(here);
    return here.next;
  }
  if (text.startsWith('<<<', index)) {
    cursor.inputNext = true;
    return skipBlanks(text, index + 3);
  }
  const operator = /^(?:>>|>\||<>|[<>]&-?|[<>])/.exec(text.slice(index, index + 3))?.[0] ?? '>';
  cursor.fileNext = fileOf(operator, isDescriptor);
  return skipBlanks(text, index + operator.length);
}

function fileOf(operator: string, isDescriptor: boolean): Cursor['fileNext'] {
  if (operator.endsWith('-')) return 'no';
  if (isDescriptor || operator.includes('&')) return 'other';
  return operator === '<' ? 'input' : 'output';
}

/** The `2` of `2>` is no word. Tells whether one stands there. */
function dropDescriptor(cursor: Cursor, index: number): boolean {
  const before = cursor.text.slice(Math.max(0, index - 3), index);
  const isDescriptor = /(?:^|\s)\d{1,2}$/.test(before);
  if (isDescriptor) cursor.word.build();
  else finishWord(cursor);
  return isDescriptor;
}

function skipBlanks(text: string, index: number): number {
  let next = index;
  while (text.charAt(next) === ' ' || text.charAt(next) === '\t') next += 1;
  return next;
}
