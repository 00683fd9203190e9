import type { ComponentChild } from 'preact';
import { withEmoji } from './emoji.ts';
import { WebLink } from './mrkdwn.tsx';

/** A `markdown` block: the parts of Markdown that apps write. https://docs.slack.dev/reference/block-kit/blocks/markdown-block */
export function Markdown({ text }: { text: string }) {
  const shown: ComponentChild[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; ) {
    const [element, next] = blockAt(lines, at);
    shown.push(<div key={at}>{element}</div>);
    at = next;
  }
  return <div class="markdown">{shown}</div>;
}

const bullet = /^\s*[-*+]\s+/;
const numbered = /^\s*\d+[.)]\s+/;

function blockAt(lines: readonly string[], at: number): readonly [ComponentChild, number] {
  const line = lines[at] ?? '';
  if (line.startsWith('```'))
    return takeWhile(
      lines,
      at + 1,
      (one) => !one.startsWith('```'),
      (taken) => <pre>{taken.join('\n')}</pre>,
      1,
    );
  if (line.startsWith('>')) {
    return takeWhile(
      lines,
      at,
      (one) => one.startsWith('>'),
      (taken) => <blockquote>{inline(taken.map((one) => one.replace(/^>\s?/, '')).join('\n'))}</blockquote>,
    );
  }
  if (bullet.test(line)) {
    return takeWhile(
      lines,
      at,
      (one) => bullet.test(one),
      (taken) => <ul>{items(taken, bullet)}</ul>,
    );
  }
  if (numbered.test(line)) {
    return takeWhile(
      lines,
      at,
      (one) => numbered.test(one),
      (taken) => <ol>{items(taken, numbered)}</ol>,
    );
  }
  if (/^-{3,}\s*$/.test(line)) return [<hr key="rule" />, at + 1];
  const heading = /^#{1,6}\s+/.exec(line);
  if (heading !== null) return [<strong class="heading">{inline(line.slice(heading[0].length))}</strong>, at + 1];
  return [<p>{inline(line)}</p>, at + 1];
}

function takeWhile(
  lines: readonly string[],
  from: number,
  belongs: (line: string) => boolean,
  show: (taken: readonly string[]) => ComponentChild,
  closing = 0,
): readonly [ComponentChild, number] {
  let end = from;
  while (end < lines.length && belongs(lines[end] ?? '')) end += 1;
  return [show(lines.slice(from, end)), end + closing];
}

function items(lines: readonly string[], mark: RegExp): ComponentChild[] {
  return lines.map((line) => <li key={line}>{inline(line.replace(mark, ''))}</li>);
}

const marks =
  /`([^`\n]+)`|\[([^\][\n]+)\]\(([^()\s]+)\)|\*\*([^*\n]+)\*\*|(?<![\w*])\*([^*\s][^*\n]*)\*|~~([^~\n]+)~~/g;

function inline(text: string): ComponentChild[] {
  const shown: ComponentChild[] = [];
  let at = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, code, label, url, bold, italic, struck] = match;
    if (match.index > at) shown.push(withEmoji(text.slice(at, match.index)));
    const key = shown.length;
    if (code !== undefined) shown.push(<code key={key}>{code}</code>);
    else if (url !== undefined) shown.push(<WebLink key={key} url={url} text={label} />);
    else if (bold !== undefined) shown.push(<strong key={key}>{inline(bold)}</strong>);
    else if (italic !== undefined) shown.push(<em key={key}>{inline(italic)}</em>);
    else if (struck !== undefined) shown.push(<s key={key}>{inline(struck)}</s>);
    at = match.index + whole.length;
  }
  if (at < text.length) shown.push(withEmoji(text.slice(at)));
  return shown;
}
