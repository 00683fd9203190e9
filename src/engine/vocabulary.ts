import { facts } from './facts/table.ts';

/** The vocabulary of all rules as a page of Markdown, for the authors of checklists. */
export function vocabularyPage(): string {
  const rows = facts.map(
    ({ name, type, meaning, source }) =>
      `| \`${name}\` | ${type} | ${cell(meaning)}${source === undefined ? '' : ` (${cell(source)})`} |`,
  );
  return `# Facts

What a rule can ask about, one fact a line. A fact is known, \`absent\` (the paste shows that it is not there) or unknown
(the paste does not show that part). In a rule, \`fact: value\` tests for a value, \`fact: [a, b]\` for one of several,
\`fact: { matches: 'pattern' }\` for a pattern (RE2 syntax, any case), \`fact: { min: 400, max: 499 }\` for a range, and
\`fact: absent\` or \`fact: present\` for whether it is there. A list is tested element by element.

Written by \`npx stepwise pack facts\`.

| fact | type | meaning |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
