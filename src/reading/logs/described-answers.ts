import type { Group, Literal } from '../content/literal.ts';
import { linesWithin } from '../http/lines-within.ts';
import type { Line, Piece, Recognizer } from '../recognizer.ts';
import { groupAt, member } from './printed-message.ts';

/**
 * What an API may answer, as OpenAPI describes it in YAML, by status: `responses:` with `'401':` and so on below it.
 * None of it came from a server, so it is claimed, and nothing is read in it.
 */
export const describedAnswersRecognizer: Recognizer = {
  name: 'described-answers',
  mayStandIn: (text) => /\bresponses:[ \t]*\r?\n/.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    for (let index = 0; index < lines.length; ) {
      const end = endOfDescribed(lines, index);
      const [first, last] = [lines[index], lines[end - 1]];
      if (end > index && first !== undefined && last !== undefined)
        pieces.push({ kind: 'setting', span: { start: first.start, end: last.start + last.text.length } });
      index = Math.max(index + 1, end);
    }
    return pieces;
  },
};

/** Behind the last line that is indented below `responses:`; `index` where none is, or no status stands there. */
function endOfDescribed(lines: readonly Line[], index: number): number {
  const head = /^([ \t]{0,80})responses:[ \t]*$/.exec(lines[index]?.text.trimEnd() ?? '');
  const below = lines[index + 1]?.text ?? '';
  if (head === null || !/^\s{1,90}["']?(?:[1-5](?:\d\d|XX)|default)["']?:/.test(below)) return index;
  const depth = head[1]?.length ?? 0;
  let end = index + 1;
  while (end < lines.length && (lines[end]?.text.trim() === '' || indentOf(lines[end]) > depth)) end += 1;
  return end;
}

function indentOf(line: Line | undefined): number {
  return (line?.text ?? '').search(/\S|$/);
}

/**
 * An object that describes answers: an OpenAPI document or its `responses`, a contract of Pact, a stub of WireMock.
 * Undefined for any other.
 */
export function readDescribedAnswers(group: Group): readonly Piece[] | undefined {
  return isDescription(group) ? [{ kind: 'setting', span: group.span }] : undefined;
}

function isDescription(group: Group): boolean {
  if (groupAt(group, 'paths') !== undefined && member(group, 'openapi', 'swagger') !== undefined) return true;
  if (groupAt(group, 'interactions') !== undefined && groupAt(group, 'provider', 'metadata') !== undefined) return true;
  const request = groupAt(group, 'request');
  if (
    groupAt(group, 'response') !== undefined &&
    member(request, 'urlPath', 'urlPattern', 'urlPathPattern') !== undefined
  )
    return true;
  return groupAt(group, 'mappings')?.items.some(isStub) === true || describesByStatus(groupAt(group, 'responses'));
}

function isStub(item: Literal): boolean {
  return item.kind === 'group' && groupAt(item, 'request') !== undefined && groupAt(item, 'response') !== undefined;
}

function describesByStatus(responses: Group | undefined): boolean {
  const members = responses?.members ?? [];
  return members.length > 0 && members.every(({ name }) => /^(?:[1-5](?:\d\d|XX)|default)$/.test(name));
}
