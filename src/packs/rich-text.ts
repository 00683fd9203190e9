import type { Inline, Link, RichText } from './pack.ts';

export interface ReadText {
  readonly text: RichText;
  /** `link:` ids that the pack does not define. */
  readonly unknownLinks: readonly string[];
}

/** The marks of a pack's text: `code`, **bold**, [title](link:id) or [title](https://…), {{fact}}. */
const marks = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|\{\{\s*([a-z0-9.-]+)\s*\}\}/gi;

/** Reads the marks of a pack's text. What is no mark is text. */
export function readRichText(source: string, links: ReadonlyMap<string, Link>): ReadText {
  const parts: Inline[] = [];
  const unknownLinks: string[] = [];
  let at = 0;
  for (const mark of source.matchAll(marks)) {
    if (mark.index > at) parts.push({ kind: 'text', text: source.slice(at, mark.index) });
    at = mark.index + mark[0].length;
    parts.push(inlineOf(mark, links, unknownLinks));
  }
  if (at < source.length) parts.push({ kind: 'text', text: source.slice(at) });
  return { text: parts, unknownLinks };
}

function inlineOf(mark: RegExpExecArray, links: ReadonlyMap<string, Link>, unknownLinks: string[]): Inline {
  const [whole, code, bold, title, address, fact] = mark;
  if (code !== undefined) return { kind: 'code', text: code };
  if (bold !== undefined) return { kind: 'bold', text: bold };
  if (fact !== undefined) return { kind: 'fact', fact };
  if (title === undefined || address === undefined) return { kind: 'text', text: whole };
  if (!address.startsWith('link:')) return { kind: 'link', text: title, url: address };
  const link = links.get(address.slice('link:'.length));
  if (link === undefined) unknownLinks.push(address.slice('link:'.length));
  return { kind: 'link', text: title, url: link?.url ?? '' };
}
