import type { Span } from '../../sealing/span.ts';
import type { Request } from '../paste.ts';
import { openOf, type Word } from '../shell/word.ts';
import { type SentContent, sentData, sentForm, uploaded } from './content.ts';
import { sentFields } from './fields.ts';
import { globbed } from './glob.ts';
import { isOn, type Operation, optionValue } from './operation.ts';
import { sentTarget } from './target.ts';

/** The requests that an operation makes, one for each URL; one without a target where the command has no URL. */
export function requestsOf(operation: Operation, span: Span, input: Word | undefined): readonly Request[] {
  const urls = isOn(operation, 'globoff') ? operation.urls : operation.urls.flatMap(globbed);
  if (urls.length === 0) return saysSomething(operation) ? [requestOf(operation, undefined, span, input)] : [];
  return urls.map((url) => requestOf(operation, url, span, input));
}

function saysSomething({ headers, data, form }: Operation): boolean {
  return headers.length + data.length + form.length > 0;
}

const nowhere: Word = { text: '', span: { start: 0, end: 0 }, unknowns: [], runs: [] };

function requestOf(operation: Operation, url: Word | undefined, span: Span, input: Word | undefined): Request {
  const { fields, whole } = sentFields(operation, url ?? { ...nowhere, span }, input);
  const mediaType = fields.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  const sent = sentContent(operation, mediaType, input);
  const method = methodOf(operation);
  const configured = optionValue(operation, 'config') !== undefined;
  return {
    span,
    source: 'curl',
    ...(method === undefined ? {} : { method }),
    ...(url === undefined ? {} : { target: sentTarget(operation, url, input) }),
    fields,
    fieldsShown: whole ? 'whole' : 'part',
    ...(sent === undefined ? {} : { content: sent.content }),
    contentShown: configured || sent?.whole === false ? 'part' : 'whole',
  };
}

/** Undefined where a variable holds it. */
function methodOf(operation: Operation): string | undefined {
  const asked = optionValue(operation, 'request');
  if (asked !== undefined && openOf(asked).length > 0) return undefined;
  if (asked !== undefined && asked.text.trim() !== '') return asked.text.trim();
  if (isOn(operation, 'head')) return 'HEAD';
  if (isOn(operation, 'get')) return 'GET';
  if (optionValue(operation, 'upload-file') !== undefined) return 'PUT';
  return operation.data.length + operation.form.length > 0 ? 'POST' : 'GET';
}

function sentContent(
  operation: Operation,
  mediaType: string | undefined,
  input: Word | undefined,
): SentContent | undefined {
  if (isOn(operation, 'get') || isOn(operation, 'head')) return undefined;
  const upload = optionValue(operation, 'upload-file');
  if (upload !== undefined) return uploaded(upload, input, mediaType);
  return sentForm(operation.form) ?? sentData(operation, mediaType, input);
}
