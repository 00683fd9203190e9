import { Lexer } from 'yaml';

/** Parsers of YAML call themselves for each level, and where the stack ends a process can end with it. */
const deepest = 200;

/** Whether text in YAML or JSON is nested deeper than anybody writes it by hand. Linear in the text. */
export function isNestedTooDeep(text: string): boolean {
  if (linesDepth(text) > deepest) return true;
  // Brackets in prose and patterns count too at first: only where there are many, it is looked which are YAML's own.
  return bracketsDepth(text) > deepest && flowDepth(text) > deepest;
}

/** By indentation, and by several `- ` in one line. */
function linesDepth(text: string): number {
  const indents: number[] = [];
  let depth = 0;
  for (const [line] of text.matchAll(/^.*$/gm)) {
    const content = line.trimStart();
    if (content === '') continue;
    const indent = line.length - content.length;
    while ((indents.at(-1) ?? -1) >= indent) indents.pop();
    indents.push(indent);
    const marks = /^(?:[-?] +)*/.exec(content)?.[0].replaceAll(' ', '').length ?? 0;
    depth = Math.max(depth, indents.length + marks);
  }
  return depth;
}

function bracketsDepth(text: string): number {
  return deepestOf(text.match(/[[\]{}]/g) ?? []);
}

function flowDepth(text: string): number {
  return deepestOf(new Lexer().lex(text));
}

function deepestOf(tokens: Iterable<string>): number {
  let open = 0;
  let depth = 0;
  for (const token of tokens) {
    if (token === '[' || token === '{') open += 1;
    else if (token === ']' || token === '}') open = Math.max(0, open - 1);
    depth = Math.max(depth, open);
  }
  return depth;
}
