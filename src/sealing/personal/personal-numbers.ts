import { isIdentified } from '../places/identified.ts';
import { type Scan, take } from '../scan.ts';
import type { SecretKind } from '../secret.ts';
import { takeAchEntry } from './ach.ts';
import { cardIn, isIban } from './cards.ts';
import { dateAt } from './personal-values.ts';

/** Forms of numbers of tax payers that nothing else has: of the United States, of people and of firms in Brazil. */
const taxId =
  /^(?:(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}|\d{3}\.\d{3}\.\d{3}-\d{2}|\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2})/;

/** Ten digits as North America writes them, with its own code before them or without. */
const phone = /^(?:1[-. ])?\d{3}[-. ]\d{3}[-. ]\d{4}/;

/** What a sentence calls a number, right before it. */
const called: readonly (readonly [RegExp, SecretKind])[] = [
  [
    /\b(?<!aws )(?:account|acct|a\/c|konto|cuenta|compte|conta)(?: ?(?:number|num|no|nr|id))?\.?(?: is| ending in)?[ :#=]{1,4}$/i,
    'account number',
  ],
  [
    /\b(?:SSN|ITIN|EIN|TIN|social(?: security| insurance)?(?: number| no)?|tax id|steuer-?id(?:nr)?|BSN|PESEL|NIP|Aadhaar|TFN|ABN|CUI[TL]|RUT|NHS(?: number)?|P\.? ?IVA|partita iva|AHV(?:-?N[ru]m?m?e?r?)?|s[ée]curit[ée] sociale|seguridad social|personnummer|CPR)\.?(?: is)?[ :#=]{1,4}$/i,
    'tax id',
  ],
  [
    /(?:ИНН|СНИЛС|身份证(?:号码?)?|身分證字號|マイナンバー|個人番号|주민등록번호|f[øo]dselsnummer)[ :：=是为は]{0,4}$/iu,
    'tax id',
  ],
  [
    /(?:手机号?码?|电话(?:号码)?|電話(?:番号)?|携帯(?:番号)?|전화(?:번호)?|휴대폰|тел(?:ефон)?\.?)[ :：=是为は]{0,4}$/iu,
    'phone number',
  ],
  [
    /\b(?:tel|phone|mobile|cell|t[ée]l|telefon|tel[ée]fono|telefone|m[óo]vil|celular|portable|handy|fax)\.?[ :#=]{1,4}$/i,
    'phone number',
  ],
];

/** What a sentence calls the code of a person, which has letters and digits. */
const calledCode =
  /\b(?:NIF|NIE|DNI|NINO|national insurance(?: number| no)?|VAT(?: id| number| no)?|passport(?: number| no)|driver['’]?s? licen[cs]e(?: number| no)?|codice fiscale|P\.? ?IVA|CURP|RFC|PAN(?: card)?(?: number| no)?|NRIC|HKID(?: number| no)?|USt-?Id(?:Nr)?|身份证(?:号码?)?)\.?(?: is| es)?[ :：#=]{1,4}$/i;

/** Forms that nothing else has: an Italian's fiscal code, a Mexican's. */
const personsCode = /^(?:[A-Z]{6}\d\d[A-EHLMPRST]\d\d[A-Z]\d{3}[A-Z]|[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z\d]\d)$/;

/** What the tax office of Mexico calls a firm or a person: letters, a date, three signs. */
const rfc = /^[A-ZÑ&]{3,4}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[A-Z\d]{3}$/;

/** A Briton's number of the National Insurance, in its groups. */
const nationalInsurance = /^[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] \d\d \d\d \d\d [A-D](?!\w)/;

/** The same as `takeCode` for one in groups, of which the first word starts at `start`. Returns where to read on. */
export function takeGroupedCode(scan: Scan, start: number): number | undefined {
  const code = nationalInsurance.exec(scan.text.slice(start, start + 14))?.[0];
  if (code === undefined) return undefined;
  take(scan, start, start + code.length, 'tax id');
  return start + code.length;
}

/** A code of letters and digits that stands for a person, as a word. True where it was taken. */
export function takeCode(scan: Scan, start: number, end: number): boolean {
  const { text } = scan;
  const word = text.slice(start, end);
  if (!/^[A-Z]{1,6}\d{1,9}[A-Z\d]{1,16}$/.test(word) || !endsAt(text, end)) return false;
  const before = text.slice(Math.max(0, start - reachBack), start);
  const isRfc = /\bRFC\.?(?: es| is)?["' :=]{1,4}$/i.test(before);
  const known = personsCode.test(word) || (isRfc ? rfc.test(word) : calledCode.test(before));
  const check = known ? (/^\([\dA]\)/.exec(text.slice(end, end + 3))?.[0].length ?? 0) : 0;
  if (known) take(scan, start, end + check, 'tax id');
  return known;
}

/** What tells that a date is a day of birth, right before it. */
const born =
  /\b(?:born(?: on)?|birth(?:day|date)?|DOB|geb(?:oren|\.)?(?: am)?|geburts(?:datum|tag)|nacimiento|naissance|nascita|nascimento|geboortedatum|n[ée]e? le|nacid[oa] el|nat[oa] il|nascid[oa] em)(?: is| was| ist)?[ :=]{1,3}$/i;

/** `born on May 17, 1990`: the date behind such a word, where it starts with its month. */
export function takeBirth(scan: Scan, _start: number, end: number): number | undefined {
  if (!scan.personalData) return undefined;
  const tie = /^(?:(?: on| is| was|:){0,2} )(?=\p{L})/u.exec(scan.text.slice(end, end + 12))?.[0].length ?? 0;
  const date = tie === 0 ? undefined : dateAt(scan.text, end + tie);
  if (date === undefined) return undefined;
  take(scan, end + tie, end + tie + date.length, 'birth date');
  return end + tie + date.length;
}

const reachBack = 36;

/** Groups of digits with a blank or a mark between them. */
const groups = /^\d{1,19}(?:[ ./-]\d{1,8}){0,6}(?![\w-])/;

/** Card numbers, tax ids, phone numbers and what is called an account that start at `start`, where a word starts. */
export function takeNumbers(scan: Scan, start: number, wordEnd: number): number {
  const { text } = scan;
  const length = wordEnd - start;
  const entry = length >= 12 ? takeAchEntry(scan, start) : undefined;
  if (entry !== undefined) return entry;
  const next = text.charCodeAt(wordEnd);
  const grouped = length < 5 && (next === 32 || next === 45 || next === 46 || next === 47);
  if (length > 19 || (!grouped && length < 6) || /[\w.#-]/.test(text.charAt(start - 1))) return start;
  const shown = text.slice(start, start + 40);
  const run = /^\d[\d -]{10,26}/.exec(shown)?.[0]?.trimEnd() ?? '';
  const found: readonly (readonly [string | undefined, SecretKind])[] = [
    [taxId.exec(shown)?.[0], 'tax id'],
    [run === '' ? undefined : cardAt(text, start, run), 'card number'],
    [grouped ? phoneAt(text, start, shown) : undefined, 'phone number'],
  ];
  const birth = grouped || length === 8 ? birthDateAt(text, start) : undefined;
  if (birth !== undefined) {
    take(scan, start, start + birth.length, 'birth date');
    return start + birth.length;
  }
  for (const [number, kind] of found) {
    if (number === undefined || !endsAt(text, start + number.length)) continue;
    const code = kind === 'phone number' ? codeBefore(text, start) : 0;
    take(scan, start - code, start + number.length, kind);
    return start + number.length;
  }
  return takeCalled(scan, start, shown);
}

/** What is counted, sent or asked about, and has a number by which it is called. */
const numbered =
  /\b(?:order|invoice|rma|po|part|model|tracking|shipment|parcel|ticket|ref|reference|batch|offset|timestamp|sequence|seq|serial|imei|sku|ean|upc|item|transaction|message|event|job|task)s?(?:[ _]?(?:number|num|no|nr|id))?\.?["' :#=/]{1,4}$/i;

/** A card's number; one in fifty others passes its test by chance, where it is called something else. */
function cardAt(text: string, start: number, run: string): string | undefined {
  const number = cardIn(run);
  if (number === undefined || /\D/.test(number)) return number;
  const before = text.slice(Math.max(0, start - reachBack), start);
  return numbered.test(before) || isIdentified(text, start) ? undefined : number;
}

function phoneAt(text: string, start: number, shown: string): string | undefined {
  const number = phone.exec(shown)?.[0];
  return number !== undefined && numbered.test(text.slice(Math.max(0, start - reachBack), start)) ? undefined : number;
}

function birthDateAt(text: string, start: number): string | undefined {
  return born.test(text.slice(Math.max(0, start - reachBack), start)) ? dateAt(text, start) : undefined;
}

function endsAt(text: string, end: number): boolean {
  return !/[\w.-]/.test(text.charAt(end)) || /^[.-](?:\s|$)/.test(text.slice(end, end + 2));
}

function codeBefore(text: string, start: number): number {
  return /\+1[-. ]?$/.exec(text.slice(Math.max(0, start - 3), start))?.[0].length ?? 0;
}

function takeCalled(scan: Scan, start: number, shown: string): number {
  const number = groups.exec(shown)?.[0] ?? '';
  const digits = number.replace(/\D/g, '').length;
  if (digits < 6 || /^\d{4}-\d\d-\d\d|^\d+(?:\.[a-z]|@)/.test(shown)) return start;
  const before = scan.text.slice(Math.max(0, start - reachBack), start);
  const kind = called.find(([name]) => name.test(before))?.[1];
  if (kind === undefined) return start;
  const whole = kind === 'account number' ? (/^[\d-]+/.exec(number)?.[0] ?? number) : number;
  if (whole.length < 6) return start;
  take(scan, start, start + whole.length, kind);
  return start + whole.length;
}

/** `DE89 3704 0044 …`, as a word starts that may be an International Bank Account Number. Returns where to read on. */
export function takeIban(scan: Scan, start: number, wordEnd: number): number {
  const run = /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)/.exec(
    scan.text.slice(start, start + 44),
  )?.[0];
  if (run === undefined || run.length < wordEnd - start || !isIban(run)) return wordEnd;
  take(scan, start, start + run.length, 'account number');
  return start + run.length;
}

/** `+1 (555) 010-1234`, `(555) 010-1234`, `+49 (0)30 901820`, `+14155550123` (E.164). Returns where to read on. */
export function takePhone(scan: Scan, start: number): number {
  const { text } = scan;
  if (/[\w)+]/.test(text.charAt(start - 1))) return start + 1;
  const shown = text.slice(start, start + 32);
  const found =
    /^\(\d{3}\)[ .-]?\d{3}[ .-]?\d{4}(?!\d)/.exec(shown)?.[0] ??
    /^\+[1-9]\d{0,2}[ ./-]?(?:\(\d{1,5}\)[ ./-]?)?\d{1,12}(?:[ ./-]\d{1,8}){0,5}(?![\w]|[.:]\d)/.exec(shown)?.[0];
  const digits = found?.replace(/\D/g, '').length ?? 0;
  if (found === undefined || digits < 8 || digits > 16) return start + 1;
  take(scan, start, start + found.length, 'phone number');
  return start + found.length;
}
