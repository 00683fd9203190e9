import type { webApi } from '@slack/bolt';
import { seal } from '../../sealing/seal.ts';
import { literal } from '../blocks/literal.ts';
import type { Desk } from '../desk.ts';
import { type SlackFile, slackFile } from './events.ts';

/** In bytes, of one file. */
const mostBytes = 512 * 1024;
const tooLarge = 'it is larger than 512 kB. Send only the request that fails and its response';
const patienceMs = 20_000;

const textTypes = /^(?:text\/|application\/(?:[\w.+-]*\+)?(?:json|xml|yaml|x-yaml|har|javascript|x-sh|x-ndjson))/;

export interface ReadFiles {
  readonly texts: readonly string[];
  /** A sentence for each file that was not read, and why. */
  readonly unread: readonly string[];
}

/** Who reads files. */
export interface FileReader {
  readonly client: webApi.WebClient;
  readonly botToken: string | undefined;
}

/**
 * Downloads the text files and snippets of a message, `most` of them, with the bot's token, which is shown to Slack's own
 * hosts alone (or that of `slackApiUrl`), there where files lie, and follows no redirect. What is no text, too long or cannot be had is named in
 * `unread`.
 */
export async function readFiles(
  desk: Pick<Desk, 'fetch' | 'settings' | 'withoutRetries'>,
  reader: FileReader,
  files: readonly SlackFile[],
  most: number,
): Promise<ReadFiles> {
  const reads = await Promise.all(files.slice(0, most).map((file) => readFile(desk, reader, file)));
  const texts: string[] = [];
  const unread = files.slice(most).map((file) => `${nameOf(file)} was not read: it is one file too many.`);
  for (const read of reads) {
    if (read.ok) texts.push(read.text);
    else unread.push(`${nameOf(read.file)} was not read: ${read.why}.`);
  }
  return { texts, unread };
}

type ReadFile =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: string; readonly file: SlackFile };

async function readFile(
  { fetch, settings, withoutRetries }: Pick<Desk, 'fetch' | 'settings' | 'withoutRetries'>,
  { client, botToken: token }: FileReader,
  given: SlackFile,
): Promise<ReadFile> {
  const file = await described(withoutRetries(client), given);
  const unread = (why: string): ReadFile => ({ ok: false, why, file });
  const url = file.url_private_download ?? file.url_private;
  // Of a file that is kept elsewhere, the address is whatever its owner wrote.
  if (file.mode === 'external') return unread('it lies outside Slack');
  if (file.mode !== 'snippet' && !textTypes.test(file.mimetype)) return unread('it is not text');
  if (file.size > mostBytes) return unread(tooLarge);
  if (url === undefined || token === undefined || !isFileOfSlacks(url, settings.slackApiUrl))
    return unread('I may not see it');
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    // Without the permission, Slack sends its sign-in page in place of the file.
    const page = response.headers.get('content-type')?.startsWith('text/html') === true;
    if (!response.ok || (page && file.mimetype !== 'text/html')) {
      await response.body?.cancel();
      return unread('I lack the permission files:read');
    }
    const text = await textWithin(response.body);
    return text === undefined ? unread(tooLarge) : { ok: true, text };
  } catch {
    return unread('Slack did not send it');
  }
}

/** Of a file that was shared from another workspace, Slack sends no more than its id: https://docs.slack.dev/apis/slack-connect */
async function described(client: webApi.WebClient, file: SlackFile): Promise<SlackFile> {
  if (file.file_access !== 'check_file_info') return file;
  try {
    return slackFile.parse((await client.files.info({ file: file.id })).file);
  } catch {
    return file;
  }
}

/** Undefined where it is larger. */
async function textWithin(body: AsyncIterable<Uint8Array> | null): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/**
 * Whether a file of Slack's lies there, so that the token may be shown. On the same hosts stands the Web API, which does
 * what an address says: https://docs.slack.dev/reference/objects/file-object
 */
function isFileOfSlacks(url: string, slackApiUrl = 'https://slack.com/api/'): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, origin, pathname } = new URL(url);
  const api = new URL(slackApiUrl);
  if (!pathname.startsWith('/files-') || /%(?:2f|5c)/i.test(pathname)) return false;
  return origin === api.origin || (protocol === 'https:' && port === '' && hostname.endsWith(`.${api.hostname}`));
}

/** A name is typed or made by a program, and may hold what a paste may. */
function nameOf({ id, name }: SlackFile): string {
  return `The file “${literal(seal(name ?? id, [], { personalData: true }).text, longestName)}”`;
}

/** Of a file, in UTF-16 code units. */
const longestName = 100;
