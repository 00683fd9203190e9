import { mender } from './mender.ts';

/** Spaces that look like one and are none to a shell or a parser of fields: non-breaking, thin, ideographic. */
export const wideSpaces = mender(
  {
    kind: 'wide-spaces',
    note: 'I read non-breaking spaces as plain ones. If they are in your script, they are the problem.',
    suspect: true,
  },
  /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g,
  () => () => ' ',
);
