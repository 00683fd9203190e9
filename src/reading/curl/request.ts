import type { Span } from '../../sealing/span.ts';
import type { Request } from '../paste.ts';
import type { Word } from '../shell/word.ts';
import { type SentContent, sentData, sentForm, uploaded } from './content.ts';
import { sentFields } from './fields.ts';
import { globbed, mostUrls } from './glob.ts';
import type { Inputs } from './inputs.ts';
import { isGet, isOn, type Operation, optionValue, type Transfer } from './operation.ts';
import { sentTarget } from './target.ts';

/** The requests that an operation makes, one for each URL; one without a target where the command has no URL. */
export function requestsOf(operation: Operation, span: Span, inputs: Inputs): Requests {
  const { urls, uploads } = operation;
  const isLiteral = isOn(operation, 'globoff');
  const transfers: Transfer[] = [];
  const most = mostTransfers(operation);
  let cut = urls.length > most;
  for (const [index, url] of urls.slice(0, most).entries()) {
    const pattern = isLiteral ? { urls: [url], cut: false } : globbed(url);
    const upload = uploads[index];
    // What is uploaded may be a pattern as well: each file goes to each URL.
    const files = upload === undefined || isLiteral ? [upload] : globbed(upload).urls;
    for (const file of files) for (const one of pattern.urls) transfers.push({ operation, url: one, upload: file });
    cut ||= pattern.cut || transfers.length > most;
  }
  if (transfers.length === 0 && saysSomething(operation)) {
    transfers.push({ operation, url: undefined, upload: uploads[0] });
  }
  return { requests: transfers.slice(0, most).map((transfer) => requestOf(transfer, span, inputs)), cut };
}

/** Each request holds all that the command gives, so that a command that gives very much is read for fewer URLs. */
function mostTransfers({ headers, data, form }: Operation): number {
  return Math.max(1, Math.min(mostUrls, Math.floor(mostParts / (headers.length + data.length + form.length + 1))));
}

const mostParts = 20_000;

export interface Requests {
  readonly requests: readonly Request[];
  /** Whether the command makes more requests than these. */
  readonly cut: boolean;
}

function saysSomething({ headers, data, form }: Operation): boolean {
  return headers.length + data.length + form.length > 0;
}

const nowhere: Word = { text: '', span: { start: 0, end: 0 }, unknowns: [], runs: [] };

function requestOf(transfer: Transfer, span: Span, inputs: Inputs): Request {
  const { operation, url, upload } = transfer;
  const { fields, whole } = sentFields(operation, url ?? { ...nowhere, span }, inputs);
  const mediaType = fields.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  const sent = sentContent(transfer, mediaType, inputs);
  const configured = operation.last.has('config');
  return {
    span,
    source: 'curl',
    method: methodOf(transfer),
    target: url === undefined ? undefined : sentTarget(operation, url, upload, inputs),
    fields,
    fieldsShown: whole ? 'whole' : 'part',
    content: sent?.content,
    contentShown: configured || sent?.whole === false ? 'part' : 'whole',
  };
}

/** Undefined where a variable holds it. */
function methodOf({ operation, upload }: Transfer): string | undefined {
  const asked = optionValue(operation, 'request');
  if (asked !== undefined && asked.unknowns.length > 0) return undefined;
  if (asked !== undefined && asked.text.trim() !== '') return asked.text.trim();
  if (isOn(operation, 'head')) return 'HEAD';
  if (isGet(operation)) return 'GET';
  if (upload !== undefined) return 'PUT';
  return operation.data.length + operation.form.length > 0 ? 'POST' : 'GET';
}

function sentContent(
  { operation, upload }: Transfer,
  mediaType: string | undefined,
  inputs: Inputs,
): SentContent | undefined {
  if (isGet(operation) || isOn(operation, 'head')) return undefined;
  if (upload !== undefined) return uploaded(upload, inputs, mediaType);
  return sentData(operation, mediaType, inputs) ?? sentForm(operation.form);
}
