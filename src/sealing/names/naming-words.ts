import { endings, knownNames, pairs, parameterNames, secretWords } from './name-table.ts';

/** `signing_key_prod`, `SESSION_ID`, `X-Session-Id`: the end of names of several words. */
const lastWords = ['_prod', '_dev', '_test', '_live', '_stage', 'n_id', 's_id', 't_id', 't id', 'n-id', 's-id'];

/** `ROOT_PW`, `db-pw`, `adminPw`: words of two letters, behind any other. */
const shortWords = [...secretWords.keys()]
  .filter((word) => /^[a-z]{2}$/.test(word))
  .flatMap((word) => Array.from('abcdefghijklmnopqrstuvwxyz_-. ', (before) => before + word));

/** How the names of secrets end as they are written, in lower case. */
export const namingWords: readonly string[] = [
  ...[secretWords, knownNames, pairs, parameterNames].flatMap((names) => [...names.keys()]),
  ...endings.map(([ending]) => ending),
  ...lastWords,
  ...shortWords,
];
