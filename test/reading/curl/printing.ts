import fc from 'fast-check';

/** A request that somebody writes down as a curl command. */
export interface Written {
  readonly method: string;
  readonly uri: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly content: string | undefined;
}

/** Words of a value; none that sealing takes for a secret, and none that mending would change. */
const texts = fc.stringMatching(/^[a-z]{1,8}(?:[ ./:;=?&_~!%'"$`\\<>{}()#*|^@-][a-z]{1,6}){0,4}$/);
const plainTexts = fc.stringMatching(/^[a-z]{1,8}(?:[ ./;=_-][a-z]{1,6}){0,3}$/);

function requests(values: fc.Arbitrary<string>): fc.Arbitrary<Written> {
  return fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
    uri: fc.stringMatching(/^https:\/\/[a-z]{2,8}\.example(?:\/[a-z]{1,6}){0,3}(?:\?[a-z]{1,4}=[a-z0-9]{0,4}){0,1}$/),
    fields: fc.array(fc.tuple(fc.stringMatching(/^X-[A-Z][a-z]{2,8}$/), values), { maxLength: 4 }),
    content: fc.option(values, { nil: undefined }),
  });
}

/** With every sign that a shell has a meaning for. */
export const writtenRequests = requests(texts);

/** As most people's requests are, so that a damage to the command is the only difficulty. */
export const plainRequests = requests(plainTexts);

/** A word in quotes, as each shell needs them. */
export type Quoting = (text: string) => string;

export const quotings: readonly (readonly [string, Quoting, string])[] = [
  ['single quotes', (text) => `'${text.replaceAll("'", "'\\''")}'`, ' \\\n  '],
  ['double quotes', (text) => `"${text.replace(/["\\$`]/g, '\\$&')}"`, ' \\\n  '],
  ['ANSI-C quotes', (text) => `$'${text.replace(/['\\]/g, '\\$&')}'`, ' \\\n  '],
  ['backslashes', (text) => text.replace(/[^A-Za-z0-9,._+:@%/-]/g, '\\$&'), ' '],
  [
    'cmd.exe',
    (text) => `^"${text.replace(/["\\]/g, '\\$&').replace(/[^A-Za-z0-9\s_:=+~'/.,?;()*`-]/g, '^$&')}^"`,
    ' ^\n  ',
  ],
  ['PowerShell', (text) => `'${text.replaceAll("'", "''")}'`, ' `\n  '],
];

export function printed({ method, uri, fields, content }: Written, quote: Quoting, between: string): string {
  return [
    `curl -X ${method} ${quote(uri)}`,
    ...fields.map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(content === undefined ? [] : [`--data-raw ${quote(content)}`]),
    '--compressed',
  ].join(between);
}

type Damage = readonly [name: string, damage: (single: string, double: string) => string];

/** What loggers put before a line. */
const loggers: readonly (readonly [string, string])[] = [
  ['with a timestamp', '2026-01-01T10:00:00Z '],
  ['with a time', '12:03:11 '],
  ['with a time in brackets', '[12:03:11.123] '],
  ['with a level', '[INFO] '],
  ['with both', '2026-01-01 10:00:00,123 INFO '],
  ['by docker compose', 'web-1  | '],
  ['by Kubernetes', '2026-01-01T10:00:00.123456789Z stdout F '],
  ['by syslog', 'Jan  1 10:00:00 host app[123]: '],
];

/** Lines cut at a width, wherever that is. */
function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\n');
}

/** What happens to commands on their way here. The first argument is the command in single, the second in double quotes. */
export const damages: readonly Damage[] = [
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
  ['a double-quoted command in a JSON string', (_, double) => JSON.stringify({ command: double })],
  ['double quotes that were escaped', (_, double) => double.replaceAll('"', '\\"')],
  ['the last end quote lost', (single) => single.replace(/'(?=[^']*$)/, '')],
  ['the first end quote lost', (single) => single.replace(/^([^']*'[^']*)'/, '$1')],
  ['apostrophes of a page', (single) => single.replaceAll("'", '&#39;')],
  ...loggers.map(([name, prefix]): Damage => [`each line logged ${name}`, (single) => single.replace(/^/gm, prefix)]),
  ...[60, 80, 100].map(
    (width): Damage => [
      `wrapped by a terminal of ${width} columns`,
      (single) => wrapped(single.replaceAll(' \\\n  ', ' '), width),
    ],
  ),
  ['wrapped by a mail program', (single) => single.replaceAll(' \\\n  ', ' ').replace(/(.{40,72}) (?=[-'])/g, '$1\n')],
];

/** Those that change nothing that a shell or curl minds, so that nothing needs to be told of them. */
export const harmless: ReadonlySet<string> = new Set([
  'nothing',
  'CRLF',
  'tabs',
  'a prompt',
  'line breaks turned to spaces',
  'sudo and time',
  'a pipe and a redirection',
  'in a sentence',
  'with its answer on the same line',
  'indented',
]);
