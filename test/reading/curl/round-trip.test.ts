import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlRecognizer } from '../../../src/reading/curl/curl.ts';
import type { Request } from '../../../src/reading/paste.ts';
import { readPaste } from '../../../src/reading/read.ts';
import { piecesOf } from '../pieces.ts';
import { plainRequests, printed, quotings, type Written, writtenRequests } from './printing.ts';

const seeded = { seed: 20260101 };

function readBack(request: Request | undefined): Written | undefined {
  if (request === undefined) return undefined;
  const fields = request.fields.filter(({ name }) => name !== 'Content-Type');
  return {
    method: request.method ?? '',
    uri: request.target?.uri ?? '',
    fields: fields.map(({ name, value }) => [name, value] as const),
    content: request.content?.text,
  };
}

describe('a request that is printed as a curl command is read back as it was', () => {
  it.each(quotings)('in %s', (_name, quote, between) => {
    fc.assert(
      fc.property(writtenRequests, (written) => {
        const text = printed(written, quote, between);
        const [piece] = piecesOf(curlRecognizer, text);
        expect(readBack(piece?.kind === 'request' ? piece.request : undefined)).toEqual(written);
      }),
      seeded,
    );
  });
});

/** What happens to commands on their way here. The first argument is the command in single, the second in double quotes. */
const damages: readonly (readonly [string, (single: string, double: string) => string])[] = [
  ['nothing', (single) => single],
  [
    'escaped as Slack does',
    (single) => single.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  ],
  ['links wrapped by Slack', (_, double) => double.replace(/https:\/\/[^"]+/g, (url) => `<${url}>`)],
  [
    'links wrapped by Slack with a label',
    (_, double) => double.replace(/https:\/\/[^"]+/g, (url) => `<${url}|${url}>`),
  ],
  ['in a code fence', (single) => `\`\`\`\n${single}\n\`\`\``],
  ['in a code fence with its language', (single) => `\`\`\`bash\n${single}\n\`\`\``],
  ['curly double quotes', (_, double) => double.replace(/"([^"]*)"/g, '“$1”')],
  ['curly single quotes', (single) => single.replace(/'([^']*)'/g, '‘$1’')],
  ['long dashes', (single) => single.replaceAll(' --', ' —').replaceAll(' -', ' –')],
  ['an en dash for two dashes', (single) => single.replaceAll(' --', ' –')],
  ['non-breaking spaces', (single) => single.replaceAll(' ', '\u00a0')],
  ['zero-width spaces', (single) => single.replaceAll(' ', ' \u200b')],
  ['a byte order mark', (single) => `\ufeff${single}`],
  ['CRLF', (single) => single.replaceAll('\n', '\r\n')],
  ['tabs', (single) => single.replaceAll('\n  ', '\n\t')],
  ['terminal colours', (single) => single.replaceAll('-H', '\u001b[33m-H\u001b[0m')],
  ['a prompt', (single) => `$ ${single}`],
  ['prompts on each line', (single) => `$ ${single.replaceAll('\n', '\n> ')}`],
  ['quoted in mail', (single) => single.replace(/^/gm, '> ')],
  [
    'line numbers',
    (single) =>
      single
        .split('\n')
        .map((line, index) => `${index + 1}  ${line}`)
        .join('\n'),
  ],
  ['lost backslashes', (single) => single.replaceAll(' \\\n', '\n')],
  ['lost line breaks', (single) => single.replaceAll(' \\\n', ' \\ ')],
  ['line breaks turned to spaces', (single) => single.replaceAll(' \\\n', ' ')],
  ['blanks behind backslashes', (single) => single.replaceAll('\\\n', '\\  \n')],
  ['empty lines between', (single) => single.replaceAll('\\\n', '\\\n\n')],
  ['HTML entities', (_, double) => double.replaceAll('"', '&quot;')],
  ['sudo and time', (single) => `sudo time ${single}`],
  ['a pipe and a redirection', (single) => `${single} 2>/dev/null | jq . > out.json`],
  ['in a sentence', (single) => `I ran ${single} and nothing came back`],
  ['with its answer on the same line', (single) => `${single} HTTP/1.1 401 Unauthorized`],
  ['indented', (single) => single.replace(/^/gm, '    ')],
];

describe('what happens to a command on its way here leaves method, target, fields and content as they were', () => {
  it.each(damages)('%s', (_name, damage) => {
    const single = quotings[0];
    const double = quotings[1];
    if (single === undefined || double === undefined) return;
    fc.assert(
      fc.property(plainRequests, (written) => {
        const text = damage(printed(written, single[1], single[2]), printed(written, double[1], double[2]));
        const { paste } = readPaste(text, { personalData: false });
        expect(readBack(paste.exchanges[0]?.request)).toEqual(written);
      }),
      { ...seeded, numRuns: 30 },
    );
  });
});
