import { placedContent } from '../curl/placed.ts';
import type { Content, Field } from '../paste.ts';
import type { Recognizer } from '../recognizer.ts';
import type { Command } from '../shell/command.ts';
import { joinWords, prefixWord } from '../shell/joined-words.ts';
import { sliceWord, type Word } from '../shell/word.ts';
import { basicField } from './basic.ts';
import { type Call, callerRecognizer, fieldIn, fieldOf, fileContent, hasField, mediaTypeOf } from './caller.ts';

/** GNU Wget 1.25 (https://www.gnu.org/software/wget/manual/). */
export const wgetRecognizer: Recognizer = callerRecognizer({
  name: 'wget',
  program: /(?<![\w:/.-])wget2?(?:\.exe)?(?=[ \t\n\\])/g,
  read: (_program, command) => readWget(command),
});

/** Short options with a value; all others are flags. */
const valuedLetters = 'oaeiBtOTwQPUDlARXI';

/** Long options that take the next word where no `=` follows them. */
const valuedNames: ReadonlySet<string> = new Set(
  (
    'header post-data post-file method body-data body-file user password http-user http-password user-agent referer ' +
    'output-document output-file append-output tries timeout wait load-cookies save-cookies input-file base certificate ' +
    'private-key ca-certificate ca-directory max-redirect directory-prefix limit-rate execute secure-protocol ' +
    'dns-timeout connect-timeout read-timeout waitretry quota bind-address proxy-user proxy-password config level'
  ).split(' '),
);

interface Given {
  readonly values: ReadonlyMap<string, Word>;
  readonly headers: readonly Word[];
  readonly urls: readonly Word[];
}

function readGiven(words: readonly Word[]): Given {
  const values = new Map<string, Word>();
  const headers: Word[] = [];
  const urls: Word[] = [];
  const note = (name: string, value: Word): void => {
    if (name === 'header') headers.push(value);
    else values.set(name, value);
  };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const { text } = word;
    const next = words[index + 1];
    const equals = text.indexOf('=');
    if (text.startsWith('--')) {
      const name = text.slice(2, equals > 0 ? equals : undefined);
      if (equals > 0) note(name, sliceWord(word, equals + 1));
      else if (valuedNames.has(name) && next !== undefined) {
        note(name, next);
        index += 1;
      }
    } else if (text.startsWith('-') && text.length > 1) index += readLetters(word, next, note);
    else urls.push(word);
  }
  return { values, headers, urls };
}

const letterNames: Readonly<Record<string, string>> = { U: 'user-agent', O: 'output-document' };

/** How many further words the letters take. */
function readLetters(word: Word, next: Word | undefined, note: (name: string, value: Word) => void): number {
  for (let at = 1; at < word.text.length; at += 1) {
    const letter = word.text.charAt(at);
    if (!valuedLetters.includes(letter)) continue;
    const own = at + 1 < word.text.length ? sliceWord(word, at + 1) : undefined;
    const value = own ?? next;
    if (value !== undefined) note(letterNames[letter] ?? letter, value);
    return own === undefined ? 1 : 0;
  }
  return 0;
}

function readWget(command: Command): Call | undefined {
  const { values, headers, urls } = readGiven(command.words.slice(1));
  const url = urls.find(({ text, unknowns }) => unknowns.length > 0 || /^[a-z]+:\/\/|^[\w-]+(?:\.[\w-]+)+/i.test(text));
  if (url === undefined) return undefined;
  const fields: Field[] = headers.flatMap((header) => fieldIn(header) ?? []);
  fields.push(...credentials(values));
  for (const [option, name] of [
    ['user-agent', 'User-Agent'],
    ['referer', 'Referer'],
  ] as const) {
    const value = values.get(option);
    if (value !== undefined && value.text !== '' && !hasField(fields, name.toLowerCase()))
      fields.push(fieldOf(name, value.text, value));
  }
  const posted = values.get('post-data') ?? values.get('post-file');
  const body = posted ?? values.get('body-data') ?? values.get('body-file');
  const isFile = body !== undefined && (body === values.get('post-file') || body === values.get('body-file'));
  if (body !== undefined && !hasField(fields, 'content-type')) {
    fields.push({ name: 'Content-Type', value: 'application/x-www-form-urlencoded', span: body.span });
  }
  const content: Content | undefined =
    body === undefined ? undefined : isFile ? fileContent(body) : placedContent(body, mediaTypeOf(fields));
  return {
    method: values.get('method')?.text.toUpperCase() ?? (posted === undefined ? 'GET' : 'POST'),
    url:
      /^[a-z][a-z0-9+.-]{0,30}:\/\//i.test(url.text) || url.unknowns[0]?.start === 0 ? url : prefixWord('http://', url),
    fields,
    fieldsWhole: !values.has('load-cookies'),
    content,
    contentWhole: !isFile,
  };
}

function credentials(values: ReadonlyMap<string, Word>): readonly Field[] {
  const user = values.get('http-user') ?? values.get('user');
  const password = values.get('http-password') ?? values.get('password');
  if (user === undefined) return [];
  return [basicField(password === undefined ? user : joinWords('', [user, prefixWord(':', password)]))];
}
