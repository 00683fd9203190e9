import type { Group, Literal } from '../content/literal.ts';
import { readYaml } from '../content/yaml.ts';
import { linesWithin } from '../http/lines-within.ts';
import { responseFrom } from '../messages.ts';
import type { Piece, Recognizer } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { readConfiguredRequest } from './configured-request.ts';
import { groupAt, member, printedContent, printedFields, statusAt, textAt, textOf } from './printed-message.ts';

/**
 * Requests in YAML, somewhere within what a program is configured with: playbooks, workflows, collections, tests, and
 * cassettes, which hold what came back as well. A list that a person makes has its labels at the left margin.
 */
export const yamlRequestsRecognizer: Recognizer = {
  name: 'yaml-requests',
  mayStandIn: (text) => /(?:^|\n)(?:[ \t]{1,80}(?:- )?|- )["']?(?:url|uri|ApiEndpoint)["']?:[ \t]{1,40}\S/.test(text),
  recognize: (source, within) => {
    const lines = linesWithin(source, within);
    const pieces: Piece[] = [];
    for (let index = 0; index < lines.length; ) {
      const read = readYaml(source.text, lines, index);
      if (read !== undefined) findRequests(read.literal, { depth: 0 }, pieces);
      index = Math.max(index + 1, read?.next ?? 0);
    }
    return pieces.sort((one, other) => one.span.start - other.span.start);
  },
};

/** What is around an object: a method that it is named after or told by, and where its paths are under. */
interface Surroundings {
  readonly depth: number;
  readonly method?: string;
  readonly base?: string;
}

/** Deeper no request stands in a configuration. */
const deepest = 20;

/** How many are read: more than a person pastes. */
const most = 500;

function findRequests(literal: Literal, around: Surroundings, pieces: Piece[]): void {
  if (literal.kind !== 'group' || around.depth > deepest || pieces.length >= most) return;
  const piece = around.depth === 0 ? undefined : pieceOf(literal, around);
  if (piece !== undefined) {
    pieces.push(piece);
    return;
  }
  // What a test expects of the answer is none.
  const tested = groupAt(literal, 'request');
  const expected = groupAt(literal, 'response', 'expect', 'assert', 'check');
  const request = tested === undefined || expected === undefined ? undefined : pieceOf(tested, around);
  if (request !== undefined) {
    pieces.push({ ...request, span: literal.span });
    return;
  }
  const depth = around.depth + 1;
  const target = member(groupAt(literal, 'config'), 'target');
  const base = textOf(target) ?? around.base;
  if (target !== undefined) pieces.push({ kind: 'setting', span: target.span });
  const called = /^http\.(\w{3,7})$/.exec(textAt(literal, 'call') ?? '')?.[1];
  for (const { name, value } of literal.members) {
    const method = isVerb.test(name) ? name : called;
    findRequests(value, { depth, method, base }, pieces);
  }
  for (const item of literal.items) findRequests(item, { ...around, depth }, pieces);
}

const isVerb = /^(?:get|post|put|patch|delete|head|options)$/;

function pieceOf(group: Group, { method, base }: Surroundings): Piece | undefined {
  const recorded = readRecorded(group);
  if (recorded !== undefined) return recorded;
  const request = readConfiguredRequest(group, method);
  if (request === undefined) return undefined;
  const { target } = request;
  const isUnder = base !== undefined && target?.uri.startsWith('/') === true;
  const hosted = isUnder ? { target: readTarget(`${base.replace(/\/$/, '')}${target.uri}`, target.span) } : {};
  return { kind: 'request', span: group.span, request: { ...request, ...hosted } };
}

/** An interaction of a cassette, as VCR and VCR.py record it. */
function readRecorded(group: Group): Piece | undefined {
  const answer = groupAt(group, 'response');
  const asked = groupAt(group, 'request');
  const status = statusAt(groupAt(answer, 'status'), 'code');
  const request = asked === undefined ? undefined : readConfiguredRequest(asked);
  if (request === undefined || answer === undefined || status === undefined) return undefined;
  const reason = textAt(groupAt(answer, 'status'), 'message');
  const body = groupAt(answer, 'body');
  const content = printedContent(member(body, 'string'), undefined);
  const response = responseFrom({
    span: answer.span,
    status,
    reason,
    fields: printedFields(groupAt(answer, 'headers')),
    fieldsShown: 'whole',
    content,
  });
  return { kind: 'exchange', span: group.span, request: { ...request, source: 'cassette' }, response };
}
