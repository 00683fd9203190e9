import type { types } from '@slack/bolt';
import type { Answer, ChecklistLine, SecretWarning } from '../../answer/answer.ts';
import { headingOf } from '../../answer/heading.ts';
import { plain } from '../../answer/plain.ts';
import { answerToText } from '../../answer/text.ts';
import type { Finding } from '../../engine/diagnosis.ts';
import { fill, type Words } from '../../packs/words.ts';
import { encodeStep, firstCheck } from '../step.ts';
import { type ButtonName, button } from './buttons.ts';
import { checkBlocks } from './check-blocks.ts';
import { limits } from './limits.ts';
import { escapedFallback, literal } from './literal.ts';
import type { Message } from './message.ts';
import {
  bullets,
  createRoom,
  inlines,
  link,
  type Part,
  preformatted,
  type Room,
  richText,
  section,
  words,
} from './rich-text.ts';

/** How an answer is shown where it stands. */
export interface Showing {
  /** The key of the answer, which its buttons send; without it there are no buttons. */
  readonly key?: string;
  /** The author of the paste alone reads it: then the warning about secrets stands in it. */
  readonly toAuthorAlone: boolean;
  /** Others can read the paste all the same: then the warning is whole, with how to delete the message. */
  readonly othersReadPaste?: boolean;
  /** Whether it can be shared from here with the others in the channel. */
  readonly shareable: boolean;
  /** The check that is stepped through, as an index into the checklist. */
  readonly check?: number;
  /** The name of who shared it. */
  readonly sharedBy?: string;
  /** Sentences about what could not be read. */
  readonly notes?: readonly string[];
}

/** Of each part of an answer, the most that is shown: the rest of the room is for what comes after it. */
const most = {
  say: 900,
  do: 900,
  excerpt: 500,
  excerpts: 2,
  template: 1_600,
  command: 600,
  note: 400,
  live: 6,
  question: 120,
  lead: 60,
};

const marks: Readonly<Record<ChecklistLine['mark'], string>> = { problem: '✗', fine: '✓', unknown: '?' };

/** Kept free for the buttons, the footer and a check that is stepped through. */
const reserved = 2_500;

/** The answer as Slack shows it, within Slack's limits whatever was pasted. */
export function answerToMessage(answer: Answer, showing: Showing): Message {
  const room = createRoom(limits.textOfBlocks - reserved);
  const tail = createRoom(reserved);
  const blocks: readonly types.KnownBlock[] = [
    { type: 'header', text: plainText(answer.headline, limits.header) },
    ...answer.findings.flatMap((finding, index) => findingBlock(room, finding, answer, index)),
    ...liveBlocks(room, answer),
    ...warningIn(room, answer, showing),
    ...noteBlocks(answer, showing.notes ?? []),
    ...nextBlock(room, answer),
    ...(showing.check === undefined ? glanceBlocks(room, answer) : checkBlocks(tail, answer, showing.check)),
    ...(answer.findings.length === 0 && answer.wasRead ? templateBlock(room, answer) : []),
    ...actionBlocks(answer, showing),
    footerBlock(answer, showing),
  ];
  return { text: fallback(answer, showing), blocks: blocks.slice(0, limits.blocksOfMessage) };
}

/** The warning alone, for the author of a message that others can read. */
export function warningToMessage(warning: SecretWarning, { deletion }: Words): Message {
  const room = createRoom(limits.textOfBlocks);
  const blocks = warningBlocks(room, warning, [deletion]);
  const text = [warning.text, ...warning.steps.map(plain), deletion].join('\n');
  return { text: escapedFallback(text, limits.fallback), blocks };
}

function fallback(answer: Answer, { toAuthorAlone, notes = [] }: Showing): string {
  const said = toAuthorAlone ? answer : { ...answer, warning: undefined };
  const text = answerToText(said, { color: false, width: Number.POSITIVE_INFINITY }).trimEnd();
  return escapedFallback([text, ...notes].join('\n'), limits.fallback);
}

function findingBlock(room: Room, finding: Finding, answer: Answer, index: number): readonly types.RichTextBlock[] {
  const heading = headingOf(answer, index);
  const { line: lineWords, whatToDo } = answer.words;
  const above = heading === undefined ? [] : words(room, `${heading}\n`, most.question, { bold: true });
  const evidence = finding.evidence
    .slice(0, most.excerpts)
    .flatMap(({ line, excerpt }): readonly Part[] => [
      section(words(room, fill(lineWords, { number: String(line) }), most.lead, { italic: true })),
      preformatted(room, excerpt, most.excerpt),
    ]);
  return richText([
    section(above, inlines(room, finding.say, most.say)),
    ...evidence,
    section(words(room, `${whatToDo} `, most.lead, { bold: true }), inlines(room, finding.do, most.do)),
    bullets(finding.links.slice(0, 4).map((one) => link(room, one))),
  ]);
}

function liveBlocks(
  room: Room,
  { live = [], words: { checkedLive } }: Pick<Answer, 'live' | 'words'>,
): readonly types.RichTextBlock[] {
  const lines = live.slice(0, most.live).map((line) => words(room, line, most.note));
  const [first = []] = lines;
  const heading = words(room, `${checkedLive} `, most.lead, { bold: true });
  if (lines.length <= 1) return live.length === 0 ? [] : richText([section(heading, first)]);
  return richText([section(heading), bullets(lines)]);
}

/** What live checks add to an answer, alone: for a message that only one person sees, which cannot be changed. */
export function liveToMessage({ words: said }: Pick<Answer, 'words'>, live: readonly string[]): Message {
  return {
    text: escapedFallback([said.checkedLive, ...live].join('\n'), limits.fallback),
    blocks: [...liveBlocks(createRoom(limits.textOfBlocks), { live, words: said })],
  };
}

function warningIn(
  room: Room,
  { warning, words: { deletion } }: Answer,
  { toAuthorAlone, othersReadPaste = false }: Showing,
): readonly types.RichTextBlock[] {
  if (!toAuthorAlone || warning === undefined) return [];
  return othersReadPaste ? warningBlocks(room, warning, [deletion]) : warningBlocks(room, shorter(warning));
}

/** Where nobody else reads the paste, what stood in it is enough: its first sentence. */
function shorter(warning: SecretWarning): SecretWarning {
  const end = warning.text.indexOf('. ');
  return end === -1 ? warning : { ...warning, text: warning.text.slice(0, end + 1) };
}

function warningBlocks(
  room: Room,
  warning: SecretWarning,
  more: readonly string[] = [],
): readonly types.RichTextBlock[] {
  const steps = [
    ...warning.steps.slice(0, 5).map((step) => inlines(room, step, most.note)),
    ...more.map((step) => words(room, step, most.note)),
  ];
  return richText([section(words(room, warning.text, most.note, { bold: true })), bullets(steps)]);
}

function noteBlocks(answer: Answer, unread: readonly string[]): readonly types.ContextBlock[] {
  const also = answer.more.map((finding) => `${answer.words.worthALook}: ${finding.question}`);
  const tooLong = answer.unread === undefined ? [] : [answer.unread];
  const notes = [...unread, ...tooLong, ...answer.conflicts, ...answer.mended, ...also].slice(0, 10);
  return notes.length === 0 ? [] : [{ type: 'context', elements: notes.map((note) => plainText(note, most.note / 2)) }];
}

function nextBlock(room: Room, { next, words: { whatToPaste } }: Answer): readonly types.RichTextBlock[] {
  if (next === undefined) return [];
  return richText([
    section(words(room, `${whatToPaste}: `, most.lead, { bold: true }), words(room, next.text, most.note)),
    // A command that is cut off cannot be run.
    ...(next.command === undefined || next.command.length > most.command
      ? []
      : [preformatted(room, next.command, most.command)]),
  ]);
}

function glanceBlocks(room: Room, { checklist, wasRead, words: said }: Answer): readonly types.RichTextBlock[] {
  if (!wasRead) return [];
  const legend = words(room, ` ${said.legend}`, most.lead, { italic: true });
  const lines = checklist.flatMap(({ mark, question }) => words(room, `\n${marks[mark]}  ${question}`, most.question));
  return richText([section(words(room, said.checklist, most.lead, { bold: true }), legend, lines)]);
}

function templateBlock(room: Room, { template, links }: Answer): readonly types.RichTextBlock[] {
  return richText([
    section(words(room, template.title, most.question, { bold: true })),
    preformatted(room, template.text, most.template),
    bullets(links.slice(0, 6).map((one) => link(room, one))),
  ]);
}

function actionBlocks(answer: Answer, { key, shareable, check }: Showing): readonly types.ActionsBlock[] {
  if (key === undefined) return [];
  const next = firstCheck(answer, check === undefined ? 0 : check + 1);
  const here = encodeStep({ key, check, shareable });
  const isJudged = check !== undefined || answer.findings.length > 0;
  const names: readonly (readonly [ButtonName, string])[] = [
    ...(isJudged ? ([['fixed', here]] as const) : []),
    ...(next === undefined ? [] : [['nextCheck', encodeStep({ key, check: next, shareable })] as const]),
    ...(isJudged ? ([['stuck', here]] as const) : []),
    ['supportRequest', key],
    ...(shareable ? [['share', key] as const] : []),
  ];
  const labels = isJudged ? answer.words : { ...answer.words, nextCheck: answer.words.firstCheck };
  return [{ type: 'actions', elements: names.map(([name, value]) => button(labels, name, value)) }];
}

function footerBlock(answer: Answer, { sharedBy }: Showing): types.ContextBlock {
  const shared = sharedBy === undefined ? '' : `${fill(answer.words.sharedBy, { name: sharedBy })} `;
  return { type: 'context', elements: [plainText(`${shared}${answer.footer}`, most.note)] };
}

function plainText(text: string, length: number): types.PlainTextElement {
  return { type: 'plain_text', text: literal(text, length) || '…', emoji: false };
}
