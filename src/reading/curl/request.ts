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
  const patterns = urls.slice(0, mostUrls).map((url) => (isLiteral ? { urls: [url], cut: false } : globbed(url)));
  const all = patterns.flatMap((pattern, index) => pattern.urls.map((url) => ({ url, upload: uploads[index] })));
  const cut = urls.length > mostUrls || all.length > mostUrls || patterns.some((pattern) => pattern.cut);
  const requests = all
    .slice(0, mostUrls)
    .map(({ url, upload }) => requestOf({ ...operation, upload }, url, span, inputs));
  if (requests.length > 0) return { requests, cut };
  const [upload] = uploads;
  return {
    requests: saysSomething(operation) ? [requestOf({ ...operation, upload }, undefined, span, inputs)] : [],
    cut,
  };
}

export interface Requests {
  readonly requests: readonly Request[];
  /** Whether the command makes more requests than these. */
  readonly cut: boolean;
}

function saysSomething({ headers, data, form }: Operation): boolean {
  return headers.length + data.length + form.length > 0;
}

const nowhere: Word = { text: '', span: { start: 0, end: 0 }, unknowns: [], runs: [] };

function requestOf(operation: Transfer, url: Word | undefined, span: Span, inputs: Inputs): Request {
  const { fields, whole } = sentFields(operation, url ?? { ...nowhere, span }, inputs);
  const mediaType = fields.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  const sent = sentContent(operation, mediaType, inputs);
  const configured = optionValue(operation, 'config') !== undefined;
  return {
    span,
    source: 'curl',
    method: methodOf(operation),
    target: url === undefined ? undefined : sentTarget(operation, url, inputs),
    fields,
    fieldsShown: whole ? 'whole' : 'part',
    content: sent?.content,
    contentShown: configured || sent?.whole === false ? 'part' : 'whole',
  };
}

/** Undefined where a variable holds it. */
function methodOf(operation: Transfer): string | undefined {
  const asked = optionValue(operation, 'request');
  if (asked !== undefined && asked.unknowns.length > 0) return undefined;
  if (asked !== undefined && asked.text.trim() !== '') return asked.text.trim();
  if (isOn(operation, 'head')) return 'HEAD';
  if (isGet(operation)) return 'GET';
  if (operation.upload !== undefined) return 'PUT';
  return operation.data.length + operation.form.length > 0 ? 'POST' : 'GET';
}

function sentContent(operation: Transfer, mediaType: string | undefined, inputs: Inputs): SentContent | undefined {
  if (isGet(operation) || isOn(operation, 'head')) return undefined;
  if (operation.upload !== undefined) return uploaded(operation.upload, inputs, mediaType);
  return sentData(operation, mediaType, inputs) ?? sentForm(operation.form);
}
