import { quietMender } from './mender.ts';

/** A row of curl's progress meter, behind which what came back, or what curl tells, goes on in the same line. */
const meter =
  /^[ \t]{0,8}\d{1,3}(?:[ \t]{1,12}[\d.]{1,7}[kMGT]?){7}(?:[ \t]{1,8}(?:--:--:--|\d{1,3}:\d\d:\d\d|\d{1,4}d \d\dh)){3}[ \t]{1,8}\d[\d.]{0,6}[kMGT]?(?=[*<>{}[]|HTTP\/\d|curl: )/gm;

/** Puts on a line of its own what stands behind curl's progress meter, which writes over its own line in a terminal. */
export const progressMeters = quietMender((text) => (text.includes('--:--:--') ? text.replace(meter, '$&\n') : text));
