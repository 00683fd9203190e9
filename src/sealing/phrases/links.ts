import { isKey } from '../values/key-value.ts';
import { looksRandom, looksSecret } from '../values/suspicion.ts';
import { behindEach, type PhraseRow } from './phrase.ts';

/** Secrets in the path or the query of an address, by the word before them, in lower case. */
export const linkPhrases: readonly PhraseRow[] = [
  // Links that open a door once.
  ['reset', [{ kind: 'token', to: /^(?:[-_/]?password)?\/(?=[\w-]{12})/, behind: /[/_-]$/, fits: looksSecret }]],
  [
    'password',
    [{ kind: 'token', to: /^\/(?:reset|change|edit|set|new)\/(?=[\w-]{12})/, behind: /[/_-]$/, fits: looksSecret }],
  ],
  ...behindEach(['token', 'apikey', 'api_key'], {
    kind: 'token',
    to: /^\/(?=[\w-]{20})/,
    behind: /\/$/,
    fits: (value) => isKey(value.split(/[/?#]/, 1)[0] ?? ''),
  }),
  ['link', [{ kind: 'token', to: /^\/(?=[\w-]{12})/, behind: /magic[-_]?$/i, fits: looksSecret }]],
  // Addresses that take whatever is sent to them: Discord, Slack and its like, Teams, calendars.
  ['webhooks', [{ kind: 'token', to: /^\/\d{6,24}\/(?=[\w-]{16})/, behind: /\/$/ }]],
  ['services', [{ kind: 'token', to: /^\/T\w{4,20}\/B\w{4,20}\/(?=\w{12})/, behind: /\/$/ }]],
  ['incomingwebhook', [{ kind: 'token', to: /^\/(?=[0-9a-f]{24})/, behind: /\/$/ }]],
  ['private', [{ kind: 'token', to: /^-(?=[0-9a-f]{24})/, behind: /\/$/ }]],
  ['magic', [{ kind: 'token', to: /^\?\w{1,12}=(?=[\w-]{16})/, behind: /\/$/, fits: looksSecret }]],
  ...behindEach(['invite', 'confirm', 'activate', 'unsubscribe', 'verify'], {
    kind: 'token',
    to: /^\/(?=[\w-]{12})/,
    behind: /\/$/,
    fits: looksRandom,
  }),
];
