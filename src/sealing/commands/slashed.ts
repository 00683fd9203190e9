import { type Scan, take } from '../scan.ts';

/** `sqlplus -s app/…@db`, `jdbc:oracle:thin:app/…@//db:1521/main`, `CONNECT app/…@db`. */
const login =
  /^(?:: ?|[ \t]{1,4}(?:-\S{1,20}[ \t]{1,4}){0,4}(?:userid=)?)["']?([\w$#.]{1,60})\/("?)([^\s"'@/]{1,200}|[^\s"']{1,200}(?=@\/\/))\2@(?=[\w/[(*])/i;

/** The same where the database is the one of the machine, to commands alone: `impdp system/… directory=d`, `sqlplus app/…`. */
const local =
  /^ (?:-\w{1,6} ){0,3}(?:userid=)?([\w$#.]{1,60})\/([^\s"'@/.]{1,200})(?=[ \t]{1,4}(?:\w{1,20}=|@|as )|[ \t]{0,4}(?:\r?\n|$))/i;
const commands: ReadonlySet<string> = new Set(['sqlplus', 'sqlldr', 'expdp', 'impdp', 'sqlcl']);

/**
 * The password of Oracle's `user/password@database` after the word that ends at `end`. Returns where to read on; undefined
 * where none stands there.
 */
export function takeSlashed(scan: Scan, start: number, end: number): number | undefined {
  const rest = scan.text.slice(end, end + 400);
  const found = login.exec(rest);
  if (found?.[3] !== undefined) {
    const to = end + found[0].length - 1 - (found[2] === '"' ? 1 : 0);
    take(scan, to - found[3].length, to, 'password');
    return to;
  }
  const here = commands.has(scan.text.slice(start, end).toLowerCase()) ? local.exec(rest) : null;
  if (here?.[2] === undefined) return undefined;
  const to = end + here[0].length;
  take(scan, to - here[2].length, to, 'password');
  return to;
}
