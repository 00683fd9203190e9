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
