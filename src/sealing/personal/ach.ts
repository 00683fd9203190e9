import { type Scan, take } from '../scan.ts';

/**
 * An entry of a NACHA file: what sets it apart are its columns, 94 of them. Kind of record, transaction code, bank with
 * check digit, account, amount, number and name of the person, discretionary data, addenda, trace number.
 */
const entry = /^(6[2-5]\d\d{9})([A-Z0-9 -]{17})(\d{10})([ -~]{15})([ -~]{22})[ -~]{2}[01]\d{15}(?!\S)/i;

/** The account and the person of an entry that starts at `start`. Returns where to read on; undefined where none does. */
export function takeAchEntry(scan: Scan, start: number): number | undefined {
  const { text } = scan;
  if (text.charCodeAt(start) !== 54 || (start > 0 && text.charCodeAt(start - 1) !== 10)) return undefined;
  const found = entry.exec(text.slice(start, start + 95));
  if (found === null) return undefined;
  const [, head = '', account = '', amount = '', number = '', name = ''] = found;
  const from = start + head.length;
  const person = from + account.length + amount.length;
  take(scan, from, from + account.length, 'account number');
  if (/\d{4}/.test(number)) take(scan, person, person + number.length, 'account number');
  take(scan, person + number.length, person + number.length + name.length, 'personal name');
  return start + found[0].length;
}
