import type { Span } from '../../sealing/span.ts';
import { requestFrom } from '../messages.ts';
import type { Content, Field, Pair, Request, Response, Target } from '../paste.ts';
import type { Piece } from '../recognizer.ts';

/** What has been read of a panel. */
export interface Panel {
  start: number;
  end: number;
  next: number;
  method?: string;
  target?: Target;
  status?: { readonly status: number; readonly reason?: string; readonly span: Span };
  readonly sent: Field[];
  readonly received: Field[];
  /** What a form was shown as, a name and a value to a line. */
  readonly form: Pair[];
  hasSent: boolean;
  hasReceived: boolean;
  /** Whose fields stand there, where the headings were not copied: Chrome's cannot be selected. */
  implied: 'request' | 'response';
  content?: Content;
  answer?: Content;
}

/** The exchange that a panel shows; undefined where it shows neither side of one. */
export function pieceOf(panel: Panel): Piece | undefined {
  const request = requestOf(panel);
  const response = responseOf(panel);
  if (request === undefined && response === undefined) return undefined;
  return {
    kind: 'exchange',
    span: { start: panel.start, end: panel.end },
    request,
    response,
  };
}

function requestOf(panel: Panel): Request | undefined {
  const { target, sent, hasSent, start, end } = panel;
  if (target === undefined && !hasSent) return undefined;
  const method = panel.method ?? sent.find(({ name }) => name === ':method')?.value;
  const content = panel.content ?? formContent(panel.form);
  return requestFrom({
    span: { start, end },
    source: 'browser',
    method,
    target,
    fields: sent.filter(({ name }) => !name.startsWith(':')),
    fieldsShown: hasSent ? 'whole' : 'part',
    content,
  });
}

function formContent(pairs: readonly Pair[]): Content | undefined {
  const [first] = pairs;
  const last = pairs.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const text = pairs.map(({ name, value }) => `${name}=${value}`).join('&');
  return { span: { start: first.span.start, end: last.span.end }, text, data: { kind: 'form', pairs } };
}

function responseOf(panel: Panel): Response | undefined {
  const { status, received, answer, hasReceived } = panel;
  if (status === undefined && !hasReceived) return undefined;
  return {
    span: status?.span ?? received[0]?.span ?? { start: panel.start, end: panel.end },
    status: status?.status,
    reason: status?.reason,
    statusBasis: 'shown',
    fields: received.filter(({ name }) => !name.startsWith(':')),
    fieldsShown: hasReceived ? 'whole' : 'part',
    content: answer,
  };
}
