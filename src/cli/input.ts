import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { named } from './named.ts';

/** What a command reads: a file, or standard input where none (or `-`) is named. */
export type Input = { readonly ok: true; readonly stream: Readable } | { readonly ok: false; readonly message: string };

export async function openInput(file: string | undefined): Promise<Input> {
  if (file === undefined || file === '-') {
    if (process.stdin.isTTY) process.stderr.write('Paste what you have, then press Ctrl-D on a line of its own.\n');
    return { ok: true, stream: process.stdin };
  }
  // As a shell gives a variable that was never set.
  if (file === '') return { ok: false, message: 'The name of the file is empty.' };
  try {
    const handle = await open(file);
    if (!(await handle.stat()).isDirectory()) return { ok: true, stream: handle.createReadStream() };
    await handle.close();
    return { ok: false, message: `Cannot read ${named(file)}: it is a folder.` };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return {
      ok: false,
      message: `Cannot read ${named(file)}: ${reasons[code] ?? `the system says ${code}.`}${hint(file)}`,
    };
  }
}

/** The name of a file is no sentence. */
function hint(file: string): string {
  return /\s\S+\s/.test(file) ? ' A paste goes in on standard input.' : '';
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  ENOTDIR: 'there is no such file.',
  EACCES: 'you may not read it.',
  EPERM: 'you may not read it.',
};

/** More is no paste. Old tickets go through `--ndjson`, a line at a time. In bytes. */
const mostBytes = 64 * 1024 * 1024;

export type ReadText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/**
 * All of the stream as text: UTF-8, or UTF-16 where a byte order mark says so (PowerShell's `>` writes that). Bytes that
 * are no text become `�`. More than 64 MiB are refused.
 */
export async function readAll(stream: Readable): Promise<ReadText> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    length += bytes.length;
    if (length > mostBytes)
      return { ok: false, message: 'This is more than 64 MiB. Give it in parts, or as --ndjson.' };
    chunks.push(bytes);
  }
  const bytes = Buffer.concat(chunks);
  return { ok: true, text: new TextDecoder(encodingOf(bytes)).decode(bytes) };
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * The stream's lines, one at a time, as they arrive, in the encoding that its beginning tells. Nothing but a line feed, with
 * or without a carriage return, ends one: the other signs that end lines may stand in a text of JSON as they are.
 */
export async function* linesOf(stream: Readable): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let begun: string[] = [];
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    decoder ??= new TextDecoder(encodingOf(bytes));
    const [rest = '', ...others] = decoder.decode(bytes, { stream: true }).split('\n');
    begun.push(rest);
    for (const next of others) {
      yield begun.join('').replace(/\r$/, '');
      begun = [next];
    }
  }
  yield begun.join('');
}
