import { isJsonObject, type JsonObject, objectsIn } from '../json.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/markdown-block: of all Markdown in one message together. */
const longestMarkdown = 12_000;

/**
 * What may be there only once, or only so much of: block ids, the action ids of a block, the table of a message, the
 * element that has the focus, and Markdown. https://docs.slack.dev/reference/block-kit/blocks
 */
export function repeated(blocks: readonly JsonObject[], at: string): readonly string[] {
  return [
    ...blocks.flatMap((block, index) => twice(objectsIn(block.elements), 'action_id', `${at}/${index}/elements`)),
    ...twice(blocks, 'block_id', at),
    ...second(blocks, ({ type }) => type === 'table', 'only one table is allowed', at),
    ...second(blocks, hasFocus, 'only one element may have focus_on_load', at),
    ...tooMuchMarkdown(blocks, at),
  ];
}

function twice(held: readonly JsonObject[], member: 'action_id' | 'block_id', at: string): readonly string[] {
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const [index, { [member]: id }] of held.entries()) {
    if (typeof id !== 'string' || id === '') continue;
    if (seen.has(id)) problems.push(`\`${member}\` ${id} already exists [json-pointer:${at}/${index}/${member}]`);
    seen.add(id);
  }
  return problems;
}

function second(
  blocks: readonly JsonObject[],
  is: (block: JsonObject) => boolean,
  problem: string,
  at: string,
): readonly string[] {
  const found = blocks.flatMap((block, index) => (is(block) ? [index] : []));
  return found.slice(1).map((index) => `${problem} [json-pointer:${at}/${index}]`);
}

function hasFocus(block: JsonObject): boolean {
  const elements = [block.element, block.accessory, ...objectsIn(block.elements)];
  return elements.some((element) => isJsonObject(element) && element.focus_on_load === true);
}

function tooMuchMarkdown(blocks: readonly JsonObject[], at: string): readonly string[] {
  let length = 0;
  for (const { type, text } of blocks) if (type === 'markdown' && typeof text === 'string') length += text.length;
  return length > longestMarkdown ? [`must be less than ${longestMarkdown + 1} characters [json-pointer:${at}]`] : [];
}
