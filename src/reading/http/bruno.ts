import { base64 } from '../content/base64.ts';
import { percentEncode } from '../content/percent-encoding.ts';
import { readContent } from '../content/read-content.ts';
import { requestFrom } from '../messages.ts';
import type { Content, Field, Pair } from '../paste.ts';
import type { Line, Piece, Recognizer, Source } from '../recognizer.ts';
import { readTarget } from '../target.ts';
import { linesWithin } from './lines-within.ts';

/**
 * A request in Bruno's markup (.bru): blocks with a name and braces, `get { url: … }`, `headers { … }`,
 * `auth:bearer { token: … }`, `body:json { … }`. A name with `~` before it is switched off.
 */
export const brunoRecognizer: Recognizer = {
  name: 'bruno',
  mayStandIn: (text) => /(?:^|\n)(?:get|post|put|patch|delete|head|options) \{\s{0,8}\n\s{0,8}url: /.test(text),
  recognize: (source, within) => {
    const files: Block[][] = [];
    for (const block of blocksIn(linesWithin(source, within))) {
      const isFirst =
        block.name === 'meta' || (isVerb(block.name) && files.at(-1)?.some(({ name }) => isVerb(name)) !== false);
      if (isFirst || files.length === 0) files.push([block]);
      else files.at(-1)?.push(block);
    }
    return files.flatMap((blocks) => {
      const piece = pieceOf(source, blocks);
      return piece === undefined ? [] : [piece];
    });
  },
};

interface Block {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly start: number;
  readonly end: number;
}

function isVerb(name: string): boolean {
  return /^(?:get|post|put|patch|delete|head|options)$/.test(name);
}

/** Blocks open at the end of a line and close with a brace at the start of one. */
function blocksIn(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const first = lines[index];
    const name = /^([a-z][\w:-]{1,40}) \{\s*$/.exec(first?.text ?? '')?.[1];
    if (first === undefined || name === undefined) continue;
    let last = index + 1;
    while (last < lines.length && !/^\}\s*$/.test(lines[last]?.text ?? '')) last += 1;
    const closing = lines[last];
    if (closing === undefined) break;
    blocks.push({ name, lines: lines.slice(index + 1, last), start: first.start, end: closing.start + 1 });
    index = last;
  }
  return blocks;
}

function pieceOf(source: Source, blocks: readonly Block[]): Piece | undefined {
  const call = blocks.find(({ name }) => isVerb(name));
  const url = call === undefined ? undefined : pairsOf(call).find(({ name }) => name === 'url');
  const first = blocks[0];
  const last = blocks.at(-1);
  if (call === undefined || url === undefined || first === undefined || last === undefined) return undefined;
  const named = (pattern: RegExp): Block | undefined => blocks.find(({ name }) => pattern.test(name));
  const content = contentOf(source, named(/^body:/));
  const span = { start: first.start, end: last.end };
  return {
    kind: 'request',
    span,
    request: requestFrom({
      span,
      source: 'collection',
      method: call.name.toUpperCase(),
      target: readTarget(url.value, url.span, url.open ?? []),
      fields: [...pairsOf(named(/^headers$/)), ...credentials(named(/^auth:(?:bearer|basic)$/))],
      content,
    }),
  };
}

function pairsOf(block: Block | undefined): readonly Pair[] {
  return (block?.lines ?? []).flatMap(({ text, start }) => {
    const found = /^\s{0,20}([A-Za-z][\w-]{0,80}): ?(.*)$/.exec(text.trimEnd());
    if (found === null) return [];
    const [whole, name = '', value = ''] = found;
    const span = { start: start + whole.length - value.length, end: start + whole.length };
    const open = value.match(/\{\{[^{}]{1,80}\}\}/g);
    return [{ name, value, span, ...(open === null ? {} : { open }) }];
  });
}

function credentials(block: Block | undefined): readonly Field[] {
  const read = (wanted: string): Pair | undefined => pairsOf(block).find(({ name }) => name === wanted);
  const token = read('token');
  if (token !== undefined) return [{ ...token, name: 'Authorization', value: `Bearer ${token.value}` }];
  const user = read('username');
  if (user === undefined) return [];
  const text = `${user.value}:${read('password')?.value ?? ''}`;
  const value = text.includes('{{') ? text : base64(text);
  return [{ ...user, name: 'Authorization', value: `Basic ${value}` }];
}

function contentOf({ text }: Source, block: Block | undefined): Content | undefined {
  const [first] = block?.lines ?? [];
  if (block === undefined || first === undefined) return undefined;
  if (/form-urlencoded$/.test(block.name)) {
    const pairs = pairsOf(block);
    const written = pairs.map(({ name, value }) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
    return { span: { start: first.start, end: block.end }, text: written, data: { kind: 'form', pairs } };
  }
  const inner = text.slice(first.start, block.end - 1);
  const start = first.start + inner.length - inner.trimStart().length;
  const end = first.start + inner.trimEnd().length;
  return end <= start ? undefined : readContent(text.slice(start, end), { start, end }, undefined);
}
