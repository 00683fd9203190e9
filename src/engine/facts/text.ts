import type { FactDefinition } from '../fact.ts';
import { absent, known, listOf, unknown } from './known.ts';
import { namedIn } from './parts.ts';

/** Longer texts are logs; patterns over all of them would take longer than a person waits. */
export const mostText = 65_536;

/** What tells of a call that failed: a code of OAuth (RFC 6749, sections 4.1.2.1 and 5.2), a value that was not there. */
const failure = /\b(?:invalid|unsupported|unauthorized)_[a-z]+\b|\baccess_denied\b|\b(?:undefined|null)\b/i;

/** What the paste says as a whole. */
export const textFacts: readonly FactDefinition[] = [
  {
    name: 'paste.text',
    meaning: 'The paste, restored and sealed, up to 64 Ki characters: for messages that are no part of an exchange.',
    of: 'paste',
    type: 'text',
    read: ({ paste }) => {
      const text = paste.text.slice(0, mostText);
      return text.trim() === '' ? absent() : known(text, [{ start: 0, end: text.length }]);
    },
  },
  {
    name: 'paste.is-http',
    meaning: 'Whether the paste shows any request, response or failure.',
    of: 'paste',
    type: 'boolean',
    read: ({ paste }) => known(paste.exchanges.length > 0),
  },
  {
    name: 'paste.is-question',
    meaning: 'Whether the paste is words alone, and tells of no call that failed: it asks how something is done.',
    of: 'paste',
    type: 'boolean',
    read: ({ paste }) => known(paste.exchanges.length === 0 && !failure.test(paste.text.slice(0, mostText))),
  },
  {
    name: 'paste.statuses',
    meaning: 'Every status code of the paste, as text.',
    source: 'RFC 9110, section 15',
    of: 'paste',
    type: 'list',
    read: ({ paste }) =>
      listOf(
        paste.exchanges.flatMap(({ response }) =>
          response?.status === undefined ? [] : [{ value: String(response.status), span: response.span }],
        ),
      ),
  },
  {
    name: 'paste.mendings',
    meaning: 'What was undone in the paste and may stand in the person’s own command.',
    of: 'paste',
    type: 'list',
    read: ({ paste }) => {
      const suspects = paste.mendings.filter(({ suspect }) => suspect).map(({ kind }) => kind);
      return suspects.length === 0 ? absent() : known(suspects);
    },
  },
  {
    name: 'named.base-url',
    meaning: 'The base URL that configuration or prose names.',
    of: 'paste',
    type: 'text',
    read: ({ paste }) => {
      const [first] = namedIn(paste, ['base_url']);
      return first === undefined ? unknown : known(first.value, [first.span]);
    },
  },
  {
    name: 'named.names',
    meaning: 'The names of all values that the paste names outside of an exchange.',
    of: 'paste',
    type: 'list',
    read: ({ paste }) => listOf(paste.named.map(({ name, span }) => ({ value: name, span }))),
  },
];
