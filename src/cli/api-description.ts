import {
  describedBy,
  type ReadAnswer,
  readBaseUrl,
  readLink,
  readName,
  readWayIn,
  type Said,
  waysIn,
} from '../packs/init/answers.ts';
import type { ApiDescription } from '../packs/init/api.ts';
import { readDocument } from '../packs/openapi/document.ts';
import { readOpenApi } from '../packs/openapi/read.ts';
import { openInput, readAll } from './input.ts';
import { answerTo, type Questions } from './questions.ts';

/** What the options of a command say of an API, as they were typed. */
export interface ApiOptions {
  readonly name?: string | undefined;
  readonly url?: string | undefined;
  readonly auth?: string | undefined;
  readonly docs?: string | undefined;
  readonly support?: string | undefined;
}

export type Described =
  | { readonly ok: true; readonly api: ApiDescription; readonly notes: readonly string[] }
  /** What happened and what to do, in sentences. */
  | { readonly ok: false; readonly message: string };

/** What the options say; where one of them cannot be read, all that is wrong with them. */
export function readOptions(options: ApiOptions): ReadAnswer<Said> {
  let said: Said = {};
  const problems: string[] = [];
  const take = <T>(option: string, text: string | undefined, read: (text: string) => ReadAnswer<T>) => {
    const answer = text === undefined ? undefined : read(text);
    if (answer?.ok === false) problems.push(`${option}: ${answer.message}`);
    return answer?.ok === true ? [answer.value] : [];
  };
  for (const name of take('--name', options.name, readName)) said = { ...said, name };
  for (const url of take('--url', options.url, readBaseUrl)) said = { ...said, url };
  for (const credentials of take('--auth', options.auth, readWayIn)) said = { ...said, credentials };
  for (const documentation of take('--docs', options.docs, readLink)) said = { ...said, documentation };
  for (const support of take('--support', options.support, readLink)) said = { ...said, support };
  return problems.length === 0 ? { ok: true, value: said } : { ok: false, message: problems.join('\n') };
}

/** An API by what a person says of it. With a name and a base URL at hand nothing is asked. */
export async function fromAnswers(said: Said, questions: () => Questions): Promise<Described> {
  if (said.name !== undefined && said.url !== undefined) {
    return { ok: true, api: describedBy(said.name, said.url, said), notes: [] };
  }
  const asked = questions();
  try {
    const name = said.name ?? (await answerTo('What is the API called?', readName, 'needed', asked));
    if (name === undefined) return { ok: false, message: 'Nobody said what the API is called. Say it with --name.' };
    const where = 'Where do its paths start, such as https://api.pets.example/v2?';
    const url = said.url ?? (await answerTo(where, readBaseUrl, 'needed', asked));
    if (url === undefined) return { ok: false, message: 'Nobody said where the API is. Say it with --url.' };
    const who = `How do calls authenticate: ${waysIn}? (bearer)`;
    const credentials = said.credentials ?? (await answerTo(who, readWayIn, 'optional', asked));
    const docs = 'The address of its documentation? (none)';
    const documentation = said.documentation ?? (await answerTo(docs, readLink, 'optional', asked));
    const support = said.support ?? (await answerTo('The address of its support? (none)', readLink, 'optional', asked));
    return { ok: true, api: describedBy(name, url, { credentials, documentation, support }), notes: [] };
  } finally {
    asked.close();
  }
}

/** The API of an OpenAPI document, in a file or on standard input (`-`). What a person says takes the place of its own. */
export async function fromDocument(file: string, { url, ...said }: Said): Promise<Described> {
  const input = await openInput(file);
  if (!input.ok) return input;
  const text = await readAll(input.stream);
  if (!text.ok) return text;
  const document = readDocument(text.text, file);
  if (!document.ok) return { ok: false, message: document.problems.join('\n') };
  const read = readOpenApi(document.value, url);
  if (read.ok) return { ok: true, api: { ...read.api, ...said }, notes: read.notes };
  const mend = read.why === 'no-server' ? ' Say where the API answers, as in --url https://api.pets.example/v2.' : '';
  return { ok: false, message: `${file}: ${read.problems.join('\n')}${mend}` };
}
