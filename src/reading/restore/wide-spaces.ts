import { mender } from './mender.ts';

/** Spaces that look like one and are none to a shell or a parser of fields: non-breaking, thin, ideographic. */
export const wideSpaces = mender(
  {
    kind: 'wide-spaces',
    note: 'Read non-breaking spaces as plain ones: if they stand in your script, they are the fault.',
    suspect: true,
  },
  /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g,
  () => () => ' ',
);
