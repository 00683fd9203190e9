import { type Scan, take } from '../scan.ts';

/** `sqlplus -s app/…@db`, `jdbc:oracle:thin:app/…@//db:1521/main`, `CONNECT app/…@db`. */
const login =
  /^(?:: ?|[ \t]{1,4}(?:-\S{1,20}[ \t]{1,4}){0,4}(?:userid=)?)["']?([\w$#.]{1,60})\/("?)([^\s"'@/]{1,200}|[^\s"']{1,200}(?=@\/\/))\2@(?=[\w/[(*])/i;

/**
 * The password of Oracle's `user/password@database` after the word that ends at `end`. Returns where to read on; undefined
 * where none stands there.
 */
export function takeSlashed(scan: Scan, _start: number, end: number): number | undefined {
  const found = login.exec(scan.text.slice(end, end + 400));
  const password = found?.[3];
  if (found === null || password === undefined) return undefined;
  const to = end + found[0].length - 1 - (found[2] === '"' ? 1 : 0);
  take(scan, to - password.length, to, 'password');
  return to;
}
