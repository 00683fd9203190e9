import type { FactDefinition } from '../fact.ts';
import { absent, known, listOf, unknown } from './known.ts';
import { namedIn } from './parts.ts';

/** What the paste says as a whole. */
export const textFacts: readonly FactDefinition[] = [
  {
    name: 'paste.text',
    meaning: 'All of the paste, restored and sealed: for messages of programs that are no part of an exchange.',
    type: 'text',
    read: ({ paste }) =>
      paste.text.trim() === '' ? absent() : known(paste.text, [{ start: 0, end: paste.text.length }]),
  },
  {
    name: 'paste.is-http',
    meaning: 'Whether the paste shows any request, response or failure.',
    type: 'boolean',
    read: ({ paste }) => known(paste.exchanges.length > 0),
  },
  {
    name: 'paste.statuses',
    meaning: 'Every status code of the paste, as text.',
    source: 'RFC 9110, section 15',
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
    type: 'list',
    read: ({ paste }) => {
      const suspects = paste.mendings.filter(({ suspect }) => suspect).map(({ kind }) => kind);
      return suspects.length === 0 ? absent() : known(suspects);
    },
  },
  {
    name: 'named.base-url',
    meaning: 'The base URL that configuration or prose names.',
    type: 'text',
    read: ({ paste }) => {
      const [first] = namedIn(paste, ['base_url']);
      return first === undefined ? unknown : known(first.value, [first.span]);
    },
  },
  {
    name: 'named.names',
    meaning: 'The names of all values that the paste names outside of an exchange.',
    type: 'list',
    read: ({ paste }) => listOf(paste.named.map(({ name, span }) => ({ value: name, span }))),
  },
];
