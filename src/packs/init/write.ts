import { Document, isScalar, isSeq, type Node, visit } from 'yaml';
import type { PackFile } from '../compile-item.ts';
import type { NewItem, NewPack, NewRule } from './new-pack.ts';

/** Longer lines are folded, except of lists with an entry a line. */
const lineWidth = 110;

/** The files of a checklist, by their paths in its folder. */
export interface WrittenFiles {
  readonly head: PackFile;
  readonly items: readonly PackFile[];
}

export function writeFiles({ head, items }: NewPack): WrittenFiles {
  return {
    head: { file: 'pack.yml', text: `${about}${yaml(head, 0)}` },
    items: items.map((item, index) => ({
      file: `items/${String(index + 1).padStart(2, '0')}-${item.id}.md`,
      text: `---\n${yaml(frontOf(item), lineWidth)}---\n${item.text}\n`,
    })),
  };
}

const about = `# What is known of the API. The items are in the folder beside this file, a Markdown file for each question.
# What is not here comes from the checklist for any HTTP API: see \`extends\`.

`;

function frontOf(item: NewItem): Readonly<Record<string, unknown>> {
  return {
    id: item.id,
    question: item.question,
    section: item.section,
    rank: item.rank,
    ...(item.links === undefined ? {} : { links: item.links }),
    ...(item.fineWhen === undefined ? {} : { 'fine-when': item.fineWhen }),
    ...(item.rules.length === 0 ? {} : { rules: item.rules.map(ruleOf) }),
  };
}

function ruleOf(rule: NewRule): Readonly<Record<string, unknown>> {
  return {
    id: rule.id,
    certainty: rule.certainty,
    when: rule.when,
    say: rule.say,
    do: rule.do,
    ...(rule.explains === undefined || rule.explains.length === 0 ? {} : { explains: rule.explains }),
    applies: rule.applies,
    ...(rule.spares.length === 0 ? {} : { spares: rule.spares }),
  };
}

function yaml(value: Readonly<Record<string, unknown>>, width: number): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Seq(key, node) {
      if (key !== null) node.flow = node.items.every(isOneWord) && isShort(node);
    },
    Map(_key, node, path) {
      // An entry of a list that is said in one line, such as an endpoint.
      const isEntry = isSeq(path.at(-1)) || path.length === 5;
      node.flow =
        isEntry && node.items.length > 1 && node.items.every(({ value: part }) => isPlain(part)) && isShort(node);
    },
  });
  return document.toString({ lineWidth: width, blockQuote: 'literal', flowCollectionPadding: true });
}

function isOneWord(node: unknown): boolean {
  return isScalar(node) && !/\s/.test(String(node.value));
}

function isPlain(node: unknown): boolean {
  return isScalar(node) || (isSeq(node) && node.items.every(isScalar));
}

/** What a reader takes in at one look. */
function isShort(node: Node): boolean {
  return JSON.stringify(node).length <= 400;
}
