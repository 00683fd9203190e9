/** The parts of a Markdown file that starts with YAML between lines of three hyphens. */
export interface Split {
  readonly front: string;
  /** The line on which `front` starts, from 1. */
  readonly frontLine: number;
  readonly body: string;
}

const fence = /^---[ \t]*$/;

/** Undefined where the file does not start with front matter, or never ends it. */
export function splitFrontMatter(text: string): Split | undefined {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (!fence.test(lines[0] ?? '')) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line));
  if (end === -1) return undefined;
  return { front: lines.slice(1, end).join('\n'), frontLine: 2, body: lines.slice(end + 1).join('\n') };
}

/** Paragraphs and list entries of a Markdown body, each as one line. */
export function paragraphsOf(body: string): readonly string[] {
  return body
    .split(/\n(?:[ \t]*\n|(?=[ \t]*(?:[-*]|\d+\.)[ \t]))/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .join(' ')
        .trim(),
    )
    .filter((block) => block !== '')
    .map((block) => block.replace(/^[-*][ \t]+/, '• '));
}
