import { prefixWord } from '../shell/joined-words.ts';
import { type Entry, readValue, type Value } from './powershell-value.ts';

/** What a script gives to its variables, by name in lower case, as far as it stands above the call. */
export type Variables = ReadonlyMap<string, Value>;

const assignment =
  /(?:^|\n|;)[ \t]{0,40}\$(?:script:|global:)?(\w{1,60})(?:\.Add\([ \t]{0,4}(?:"([^"\n]{1,200})"|'([^'\n]{1,200})')[ \t]{0,4},[ \t]{0,4}|(?:\[(?:"([^"\n]{1,200})"|'([^'\n]{1,200})')\]|\.(\w{1,60}))?[ \t]{0,20}=[ \t]{0,20})/g;

const cookie =
  /(?:^|\n|;)[ \t]{0,40}\$(\w{1,60})\.Cookies\.Add\([ \t]{0,4}\(?(?:New-Object[ \t]{1,4}System\.Net\.Cookie|\[System\.Net\.Cookie\]::new)[ \t]{0,4}\([ \t]{0,4}(?:"([^"\n]{1,200})"|'([^'\n]{1,200})')[ \t]{0,4},[ \t]{0,4}/gi;

/** Under this name the cookies of a session stand among what it was given, each as `name=value`. */
export const cookieEntry = 'cookie';

/**
 * Adds to `variables` what the script between `start` and `end` gives to them: `$headers = @{…}`, `$headers.Add("Name", "value")`, `$headers["Name"] = "value"` and `$body = …`.
 */
export function readVariables(text: string, start: number, end: number, variables: Map<string, Value>): void {
  // Looked for no further than the call: the next call looks on from there.
  const script = text.slice(0, end);
  assignment.lastIndex = start;
  for (let found = assignment.exec(script); found !== null; found = assignment.exec(script)) {
    const name = (found[1] ?? '').toLowerCase();
    const key = found[2] ?? found[3] ?? found[4] ?? found[5] ?? found[6];
    const read = readValue(text, assignment.lastIndex, end);
    if (read === undefined || (variables.size >= mostVariables && !variables.has(name))) continue;
    if (key === undefined) variables.set(name, read.value);
    else if (read.value.kind === 'text') {
      const entry = { name: key, value: read.value.word };
      variables.set(name, withEntry(variables.get(name), entry));
    }
    assignment.lastIndex = Math.max(assignment.lastIndex, read.end);
  }
  readCookies(text, start, script, variables);
}

/** `$session.Cookies.Add((New-Object System.Net.Cookie("name", "value", "/", "host")))`. */
function readCookies(text: string, start: number, script: string, variables: Map<string, Value>): void {
  cookie.lastIndex = start;
  for (let found = cookie.exec(script); found !== null; found = cookie.exec(script)) {
    const session = (found[1] ?? '').toLowerCase();
    const read = readValue(text, cookie.lastIndex, script.length);
    if (read?.value.kind !== 'text' || !variables.has(session)) continue;
    const value = prefixWord(`${found[2] ?? found[3] ?? ''}=`, read.value.word);
    variables.set(session, withEntry(variables.get(session), { name: cookieEntry, value }));
  }
}

/** No request has more fields, and no script more variables that matter to it. */
const mostEntries = 200;
const mostVariables = 200;

function withEntry(before: Value | undefined, entry: Entry): Value {
  const entries = before?.kind === 'table' ? before.entries : [];
  if (before?.kind === 'table' && entries.length >= mostEntries) return before;
  const span = before?.kind === 'table' ? before.span : entry.value.span;
  return {
    kind: 'table',
    entries: [...entries, entry],
    span: { start: span.start, end: Math.max(span.end, entry.value.span.end) },
    asJson: false,
  };
}
