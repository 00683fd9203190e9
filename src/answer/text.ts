import type { FilledTemplate, Finding } from '../engine/diagnosis.ts';
import type { Inline, Link, RichText } from '../packs/pack.ts';
import type { Answer, ChecklistLine } from './answer.ts';
import { headingOf } from './heading.ts';
import { questionUrlWith } from './question-url.ts';
import { steerless } from './steerless.ts';

export interface TextStyle {
  /** With ANSI colours, for a terminal. */
  readonly color: boolean;
  /** In columns; prose is wrapped to it, a paste's own lines never are. */
  readonly width: number;
}

type Paint = 'bold' | 'dim' | 'cyan' | 'red' | 'green' | 'yellow';

/** SGR parameters, on and off (ECMA-48, section 8.3.117). */
const sgr: Readonly<Record<Paint, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  cyan: [36, 39],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
};

const marks = {
  problem: ['✗', 'red'],
  fine: ['✓', 'green'],
  unknown: ['?', 'yellow'],
} as const satisfies Record<ChecklistLine['mark'], readonly [string, Paint]>;

/**
 * The answer as text for a terminal or a file. Control characters of the paste are shown as `�`, so that pasted text
 * cannot steer the terminal.
 */
export function answerToText(answer: Answer, style: TextStyle): string {
  const paint = painter(style.color);
  const prose: Prose = (text, hanging = '') => wrap(paintRich(text, paint), style.width, hanging);
  const said = (text: string): RichText => [{ kind: 'text', text }];
  const { words } = answer;

  const sections: string[] = [paint('bold', answer.headline)];
  answer.findings.forEach((finding, index) => {
    sections.push(findingToText(finding, headingOf(answer, index), paint, prose));
  });
  if (answer.more.length > 0) {
    const lines = answer.more.map((finding) =>
      prose([{ kind: 'text', text: `• ${finding.question} ` }, ...finding.say], '  '),
    );
    sections.push([paint('bold', words.worthALook), ...lines].join('\n'));
  }
  if (answer.live !== undefined && answer.live.length > 0) {
    sections.push(
      [paint('bold', words.checkedLive), ...answer.live.map((line) => prose(said(`• ${line}`), '  '))].join('\n'),
    );
  }
  const notes = [...answer.conflicts, ...answer.mended];
  if (notes.length > 0) sections.push(notes.map((note) => prose(said(`${words.note}: ${note}`))).join('\n'));
  if (answer.unread !== undefined) sections.push(prose(said(answer.unread)));
  if (answer.wasRead) {
    const lines = answer.checklist.map((line) => checklistLine(line, paint));
    sections.push([`${paint('bold', words.checklist)} ${paint('dim', words.legend)}`, ...lines].join('\n'));
  }
  if (answer.next !== undefined) {
    const command = answer.next.command === undefined ? [] : [indented(steerless(answer.next.command), '  ')];
    sections.push([paint('bold', words.whatToPaste), prose(said(answer.next.text)), ...command].join('\n'));
  }
  if (answer.wasRead) {
    sections.push([paint('bold', answer.template.title), steerless(answer.template.text)].join('\n'));
  }
  if (answer.wasRead && answer.template.questionUrl !== undefined) {
    sections.push(questionLine(words.askAsQuestion, answer.template, answer.template.questionUrl, style.color));
  }
  if (answer.warning !== undefined) {
    const steps = answer.warning.steps.map((step) => prose([{ kind: 'text', text: '• ' }, ...step], '  '));
    sections.push([paint('red', wrap(steerless(answer.warning.text), style.width, '')), ...steps].join('\n'));
  }
  if (answer.links.length > 0) sections.push([steerless(words.furtherHelp), ...answer.links.map(linkLine)].join('\n'));
  sections.push(paint('dim', wrap(steerless(answer.footer), style.width, '')));
  return `${sections.join('\n\n')}\n`;
}

function findingToText(finding: Finding, heading: string | undefined, paint: Painter, prose: Prose): string {
  const above = heading === undefined ? [] : [prose([{ kind: 'bold', text: heading }])];
  const lines = [...above, prose(finding.say)];
  for (const { line, excerpt } of finding.evidence) {
    lines.push(
      indented(steerless(excerpt), paint('dim', `  ${String(line).padStart(4)} │ `), paint('dim', '       │ ')),
    );
  }
  lines.push(prose([{ kind: 'bold', text: '→ ' }, ...finding.do], '  '));
  return [...lines, ...finding.links.map(linkLine)].join('\n');
}

function checklistLine(line: ChecklistLine, paint: Painter): string {
  const [mark, color] = marks[line.mark];
  return `  ${paint(color, mark)} ${steerless(line.question)}`;
}

/**
 * A terminal that shows colours shows a link (OSC 8). Elsewhere the address is without the request: it would fill the
 * screen, and can be copied from above.
 */
function questionLine(title: string, template: FilledTemplate, url: string, color: boolean): string {
  if (color) return `\u001b]8;;${steerless(url)}\u001b\\${steerless(title)}\u001b]8;;\u001b\\`;
  return steerless(`${title}: ${questionUrlWith(template, undefined) ?? url}`);
}

function linkLine(link: Link): string {
  return `  ${steerless(link.title)}: ${steerless(link.url)}`;
}

type Painter = (paint: Paint, text: string) => string;
/** Wraps; the lines after the first begin with `hanging`. */
type Prose = (text: RichText, hanging?: string) => string;

function painter(color: boolean): Painter {
  if (!color) return (_paint, text) => steerless(text);
  return (paint, text) => `\u001b[${sgr[paint][0]}m${steerless(text)}\u001b[${sgr[paint][1]}m`;
}

function paintRich(text: RichText, paint: Painter): string {
  return text.map((part) => paintInline(part, paint)).join('');
}

function paintInline(part: Inline, paint: Painter): string {
  switch (part.kind) {
    case 'text':
      return steerless(part.text);
    case 'bold':
      return paint('bold', part.text);
    case 'code':
      return paint('cyan', part.text);
    case 'link':
      return `${steerless(part.text)} (${steerless(part.url)})`;
    case 'fact':
      return '';
  }
}

function indented(text: string, first: string, rest = first): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : rest}${line}`)
    .join('\n');
}

/** Breaks at spaces; a word longer than a line stays whole, since it may be there to be copied. */
function wrap(text: string, width: number, hanging: string): string {
  return text
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph, width, hanging.length))
    .map((line, index) => (index === 0 || line === '' ? line : `${hanging}${line}`))
    .join('\n');
}

function wrapParagraph(paragraph: string, width: number, hanging: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && hanging + visibleLength(line) + 1 + visibleLength(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences that `painter` wrote take no room.
const escapeSequence = /\u001b\[\d+m/g;

function visibleLength(text: string): number {
  return text.replaceAll(escapeSequence, '').length;
}
