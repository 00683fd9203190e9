import type { Content, Response } from '../paste.ts';
import type { Piece, Recognizer } from '../recognizer.ts';

/** The names of https://grpc.io/docs/guides/status-codes/, spelt as any of the languages spells them. */
const codes =
  'CANCELL?ED|UNKNOWN|INVALID_?ARGUMENT|DEADLINE_?EXCEEDED|NOT_?FOUND|ALREADY_?EXISTS|PERMISSION_?DENIED|RESOURCE_?EXHAUSTED|FAILED_?PRECONDITION|ABORTED|OUT_?OF_?RANGE|UNIMPLEMENTED|INTERNAL|UNAVAILABLE|DATA_?LOSS|UNAUTHENTICATED';

/** How Go, grpc-js, Java, Python, C# and grpcurl word an error. Nothing in them looks further than a few lines. */
const wordings: readonly RegExp[] = [
  new RegExp(`\\brpc error: code = (${codes}) desc = ([^\\n]{0,2000})`, 'gi'),
  new RegExp(`\\bError: \\d{1,2} (${codes}): ([^\\n]{0,2000})`, 'g'),
  new RegExp(`\\bStatus(?:Runtime)?Exception: (${codes})(?:: ([^\\n]{0,2000}))?`, 'g'),
  new RegExp(`\\bstatus = StatusCode\\.(${codes})\\s{1,20}details = "([^"\\n]{0,2000})"`, 'g'),
  new RegExp(`\\bStatus\\(StatusCode="?(${codes})"?, Detail="([^"\\n]{0,2000})"`, 'gi'),
  new RegExp(`\\bERROR:\\s{1,20}Code: (${codes})\\s{1,20}Message: ([^\\n]{0,2000})`, 'gi'),
];

/** Errors of gRPC as its clients print them. Which HTTP status a gateway makes of one is not said, so none is told. */
export const grpcErrorsRecognizer: Recognizer = {
  name: 'grpc-errors',
  mayStandIn: (text) =>
    /rpc error:|Error: \d{1,2} [A-Z_]+:|StatusCode|Status(?:Runtime)?Exception:|ERROR:\s{1,20}Code:/.test(text),
  recognize: (source, within) => {
    const text = source.text.slice(within.start, within.end);
    const found = wordings.flatMap((wording) =>
      [...text.matchAll(wording)].map((match) => pieceOf(match, within.start)),
    );
    return withoutOverlaps(found.sort((one, other) => one.span.start - other.span.start));
  },
};

function pieceOf(match: RegExpExecArray, offset: number): Piece {
  const [whole, code = '', said = ''] = match;
  const start = offset + match.index;
  const span = { start, end: start + whole.trimEnd().length };
  const description = said.trim();
  const content: Content = {
    span,
    text: whole.trimEnd(),
    data: { kind: 'text' },
    error: { format: 'grpc', code, ...(description === '' ? {} : { description }), span },
  };
  const response: Response = { span, statusBasis: 'stated', fields: [], fieldsShown: 'part', content };
  return { kind: 'response', span, response };
}

function withoutOverlaps(pieces: readonly Piece[]): readonly Piece[] {
  let taken = -1;
  return pieces.filter(({ span }) => {
    const isFree = span.start >= taken;
    if (isFree) taken = span.end;
    return isFree;
  });
}
