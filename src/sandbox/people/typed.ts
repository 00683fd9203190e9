import type { JsonObject } from '../json.ts';
import type { Workspace } from '../workspace.ts';

/** What a person typed, as the client sends it and everyone else gets it. */
export interface Typed {
  /** With `& < >` escaped, links and mentions in angle brackets, fences kept. */
  readonly text: string;
  /** One `rich_text` block; none where nothing was typed. */
  readonly blocks: readonly JsonObject[];
}

type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly shown: string }
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'channel'; readonly id: string }
  | { readonly kind: 'broadcast'; readonly range: 'here' | 'channel' | 'everyone' }
  | { readonly kind: 'emoji'; readonly name: string };

/** A stretch of one typeface: plain, `inline code`, or a fenced block. */
interface Run {
  readonly face: 'plain' | 'code' | 'fenced';
  readonly parts: readonly Part[];
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const fence = '```';

/**
 * Turns what was typed into text and a `rich_text` block: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export function readTyped(typed: string, workspace: Workspace): Typed {
  const runs = runsOf(typed, workspace).filter(({ parts }) => parts.length > 0);
  const text = runs.map(textOfRun).join('');
  if (runs.length === 0) return { text, blocks: [] };
  const elements: JsonObject[] = [];
  let section: JsonObject[] = [];
  const endSection = () => {
    if (section.length > 0) elements.push({ type: 'rich_text_section', elements: section });
    section = [];
  };
  for (const run of runs) {
    if (run.face === 'fenced') {
      endSection();
      elements.push({ type: 'rich_text_preformatted', elements: run.parts.map((part) => elementOf(part)), border: 0 });
    } else {
      const style = run.face === 'code' ? { style: { code: true } } : {};
      section.push(...run.parts.map((part) => ({ ...elementOf(part), ...style })));
    }
  }
  endSection();
  return { text, blocks: [{ type: 'rich_text', block_id: workspace.newId('b'), elements }] };
}

/** Splits at code fences and at inline code. A fence or a backtick that is not closed is text like any other. */
function runsOf(typed: string, workspace: Workspace): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  while (at < typed.length) {
    const open = typed.indexOf(fence, at);
    const close = open < 0 ? -1 : typed.indexOf(fence, open + fence.length);
    if (open < 0 || close < 0) {
      runs.push(...inlineRuns(typed.slice(at), workspace));
      break;
    }
    runs.push(...inlineRuns(typed.slice(at, open), workspace));
    // The line break on either side of the fence belongs to it.
    const inside = typed
      .slice(open + fence.length, close)
      .replace(/^\n/, '')
      .replace(/\n$/, '');
    runs.push({ face: 'fenced', parts: linksIn(inside, 'code') });
    at = close + fence.length;
    if (typed[at] === '\n') at += 1;
  }
  return runs;
}

const inlineCode = /`([^`\n]+)`/g;

function inlineRuns(text: string, workspace: Workspace): readonly Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const match of text.matchAll(inlineCode)) {
    runs.push({ face: 'plain', parts: marksIn(text.slice(at, match.index), workspace) });
    runs.push({ face: 'code', parts: linksIn(match[1] ?? '', 'code') });
    at = match.index + match[0].length;
  }
  runs.push({ face: 'plain', parts: marksIn(text.slice(at), workspace) });
  return runs;
}

const mark = /(?<![\w`])@([a-z0-9._-]+)|(?<!\w)#([a-z0-9_-]+)|(?<!\w):([a-z0-9_+-]{2,40}):/gi;

/** Mentions of people and channels, and emoji: those that exist, as the client completes only such. */
function marksIn(text: string, workspace: Workspace): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(mark)) {
    const part = readMark(match, workspace);
    if (part === undefined) continue;
    parts.push(...linksIn(text.slice(at, match.index), 'prose'), part);
    at = match.index + match[0].length;
  }
  parts.push(...linksIn(text.slice(at), 'prose'));
  return parts;
}

function readMark(match: RegExpExecArray, workspace: Workspace): Part | undefined {
  const [, person, channel, emoji] = match;
  if (person !== undefined) return readAt(person.toLowerCase(), workspace);
  if (channel !== undefined) {
    const found = [...workspace.conversations.values()].find(
      ({ kind, name }) => kind === 'channel' && name === channel.toLowerCase(),
    );
    return found === undefined ? undefined : { kind: 'channel', id: found.id };
  }
  const name = emoji?.toLowerCase() ?? '';
  return knownEmoji.has(name) ? { kind: 'emoji', name } : undefined;
}

function readAt(name: string, workspace: Workspace): Part | undefined {
  if (name === 'here' || name === 'channel' || name === 'everyone') return { kind: 'broadcast', range: name };
  const found = [...workspace.members.values()].find((member) => member.name === name);
  return found === undefined ? undefined : { kind: 'user', id: found.id };
}

/** The names that people type most; the rest stay text, as an unknown name does in Slack. */
const knownEmoji = new Set(
  'smile wave thumbsup +1 thumbsdown -1 eyes tada rocket fire bug warning question pray white_check_mark x heart thinking_face lock key'.split(
    ' ',
  ),
);

const link =
  /https?:\/\/[^\s<>"'`|]+|(?<![\w.+@-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w./@:-])(?:[a-z0-9-]+\.)+(?:com|net|org|io|dev|app)(?![\w@.-])(?:\/[^\s<>"'`|]*)?/gi;

/** In code only what names its scheme is a link. */
function linksIn(text: string, place: 'prose' | 'code'): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(link)) {
    const shown = trimEnd(match[0]);
    const url = urlOf(shown);
    if (url === undefined || (place === 'code' && url !== shown)) continue;
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) });
    parts.push({ kind: 'link', url, shown });
    at = match.index + shown.length;
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) });
  return parts;
}

/** What ends a sentence or closes a bracket around a link is none of it. */
function trimEnd(found: string): string {
  let end = found.length;
  while (end > 0 && '.,;:!?)]}'.includes(found[end - 1] ?? '')) end -= 1;
  return found.slice(0, end);
}

function urlOf(shown: string): string | undefined {
  if (/^https?:\/\/./i.test(shown)) return shown;
  if (shown.includes('@')) return `mailto:${shown}`;
  return shown.includes('.') ? `http://${shown}` : undefined;
}

function textOfRun(run: Run): string {
  const text = run.parts.map(textOf).join('');
  switch (run.face) {
    case 'plain':
      return text;
    case 'code':
      return `\`${text}\``;
    case 'fenced':
      return `${fence}${text}${fence}`;
  }
}

function textOf(part: Part): string {
  switch (part.kind) {
    case 'text':
      return escaped(part.text);
    case 'link': {
      const url = escaped(part.url);
      return part.url === part.shown ? `<${url}>` : `<${url}|${escaped(part.shown)}>`;
    }
    case 'user':
      return `<@${part.id}>`;
    case 'channel':
      return `<#${part.id}>`;
    case 'broadcast':
      return `<!${part.range}>`;
    case 'emoji':
      return `:${part.name}:`;
  }
}

function elementOf(part: Part): JsonObject {
  switch (part.kind) {
    case 'text':
      return { type: 'text', text: part.text };
    case 'link':
      return part.url === part.shown
        ? { type: 'link', url: part.url }
        : { type: 'link', url: part.url, text: part.shown };
    case 'user':
      return { type: 'user', user_id: part.id };
    case 'channel':
      return { type: 'channel', channel_id: part.id };
    case 'broadcast':
      return { type: 'broadcast', range: part.range };
    case 'emoji':
      return { type: 'emoji', name: part.name };
  }
}
