import type { SlackFile } from './events.ts';
import type { Fetch } from './fetch.ts';

/** Of one message. */
const mostFiles = 5;
/** In bytes, of one file. */
const mostBytes = 512 * 1024;
const patienceMs = 20_000;

const textTypes = /^(?:text\/|application\/(?:[\w.+-]*\+)?(?:json|xml|yaml|x-yaml|har|javascript|x-sh|x-ndjson))/;

export interface ReadFiles {
  readonly texts: readonly string[];
  /** A sentence for each file that was not read, and why. */
  readonly unread: readonly string[];
}

/**
 * Downloads the text files and snippets of a message with the bot's token, which is sent to Slack's own hosts alone (or
 * that of `slackApiUrl`) and follows no redirect. What is no text, too long or cannot be had is named in `unread`.
 */
export async function readFiles(
  fetch: Fetch,
  files: readonly SlackFile[],
  token: string | undefined,
  slackApiUrl?: string,
): Promise<ReadFiles> {
  const texts: string[] = [];
  const unread: string[] = files
    .slice(mostFiles)
    .map((file) => `${nameOf(file)} was not read: it is one file too many.`);
  for (const file of files.slice(0, mostFiles)) {
    const read = await readFile(fetch, file, token, slackApiUrl);
    if (read.ok) texts.push(read.text);
    else unread.push(`${nameOf(file)} was not read: ${read.why}.`);
  }
  return { texts, unread };
}

type ReadFile = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };

async function readFile(
  fetch: Fetch,
  file: SlackFile,
  token: string | undefined,
  slackApiUrl?: string,
): Promise<ReadFile> {
  const url = file.url_private_download ?? file.url_private;
  if (file.mode !== 'snippet' && !textTypes.test(file.mimetype)) return { ok: false, why: 'it is no text' };
  if (file.size > mostBytes) return { ok: false, why: 'it is larger than 512 kB' };
  if (url === undefined || token === undefined || !isSlacks(url, slackApiUrl))
    return { ok: false, why: 'I may not see it' };
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
      return { ok: false, why: 'I lack the permission files:read' };
    }
    return await textWithin(response.body);
  } catch {
    return { ok: false, why: 'Slack did not send it' };
  }
}

async function textWithin(body: AsyncIterable<Uint8Array> | null): Promise<ReadFile> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) return { ok: false, why: 'it is larger than 512 kB' };
    chunks.push(chunk);
  }
  return { ok: true, text: new TextDecoder().decode(Buffer.concat(chunks)) };
}

function isSlacks(url: string, slackApiUrl = 'https://slack.com/api/'): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  const api = new URL(slackApiUrl);
  return origin === api.origin || (protocol === 'https:' && hostname.endsWith(`.${api.hostname}`));
}

function nameOf(file: SlackFile): string {
  return `The file “${file.name ?? file.id}”`;
}
