import type { Span } from '../../sealing/span.ts';
import type { Request } from '../paste.ts';
import type { Word } from '../shell/word.ts';
import { type SentContent, sentData, sentForm, uploaded } from './content.ts';
import { sentFields } from './fields.ts';
import { globbed, mostUrls } from './glob.ts';
import type { Inputs } from './inputs.ts';
import { isOn, type Operation, optionValue } from './operation.ts';
import { sentTarget } from './target.ts';

/** The requests that an operation makes, one for each URL; one without a target where the command has no URL. */
export function requestsOf(operation: Operation, span: Span, inputs: Inputs): Requests {
  const patterns = isOn(operation, 'globoff')
    ? [{ urls: operation.urls, cut: false }]
    : operation.urls.slice(0, mostUrls).map(globbed);
  const all = patterns.flatMap(({ urls }) => urls);
  const urls = all.slice(0, mostUrls);
  const cut = operation.urls.length > mostUrls || all.length > mostUrls || patterns.some((pattern) => pattern.cut);
  if (urls.length > 0) return { requests: urls.map((url) => requestOf(operation, url, span, inputs)), cut };
  return { requests: saysSomething(operation) ? [requestOf(operation, undefined, span, inputs)] : [], cut };
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

function requestOf(operation: Operation, url: Word | undefined, span: Span, inputs: Inputs): Request {
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
function methodOf(operation: Operation): string | undefined {
  const asked = optionValue(operation, 'request');
  if (asked !== undefined && asked.unknowns.length > 0) return undefined;
  if (asked !== undefined && asked.text.trim() !== '') return asked.text.trim();
  if (isOn(operation, 'head')) return 'HEAD';
  if (isOn(operation, 'get')) return 'GET';
  if (optionValue(operation, 'upload-file') !== undefined) return 'PUT';
  return operation.data.length + operation.form.length > 0 ? 'POST' : 'GET';
}

function sentContent(operation: Operation, mediaType: string | undefined, inputs: Inputs): SentContent | undefined {
  if (isOn(operation, 'get') || isOn(operation, 'head')) return undefined;
  const upload = optionValue(operation, 'upload-file');
  if (upload !== undefined) return uploaded(upload, inputs, mediaType);
  return sentData(operation, mediaType, inputs) ?? sentForm(operation.form);
}
