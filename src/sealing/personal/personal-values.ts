import type { SecretKind } from '../secret.ts';
import { isUuid } from '../values/suspicion.ts';

const months =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|f[ée]v|avr|mai|juin|juil|ao[uû]t|d[ée]c|m[äa]r|okt|dez|gen|mag|giu|lug|set|ott|out)\\p{L}{0,8}';

/** A date as people write one. */
const date = new RegExp(
  `^(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th|\\.)?[ -](?:de |of )?${months}\\.?,?[ -](?:de )?\\d{4}|${months}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})(?![\\w])`,
  'iu',
);

/** The date that stands at `at`. */
export function dateAt(text: string, at: number): string | undefined {
  return date.exec(text.slice(at, at + 40))?.[0];
}

/** Whether a value can be what its name says. `quoted`: it stands apart from what follows it. */
export function isPersonal(kind: SecretKind, written: string, quoted: boolean): boolean {
  const value = written.includes('‹') ? written.replace(/‹[^‹›]{1,40}›/g, 'x') : written;
  if (value.trim() === '' || /^[[{]/.test(value)) return false;
  switch (kind) {
    case 'email address':
      return /@|%40|\\u0040|&#(?:64|x40);/.test(value) && !isNobodys(value);
    case 'phone number':
      return countDigits(value) >= 4 && !/^[a-z]{3,40}[-_ ]|^[\d.]+:\d/i.test(value);
    case 'tax id':
    case 'account number':
      return countDigits(value) >= 4 && !isUuid(value) && !/^[a-z]{2,10}_\w/.test(value);
    case 'card number':
    case 'birth date':
      return countDigits(value) >= 4;
    case 'postal address':
      return quoted && (isAddressWithNumber(value) || street.test(value)) && !notAddress.test(value);
    default:
      return quoted && /[\p{L}\d]/u.test(value) && !path.test(value);
  }
}

/** `user@example.com`, what a page of help puts in the place of an address, and what a program or a calendar is called by. */
export function isNobodys(value: string): boolean {
  return example.test(value) || machine.test(value);
}

const machine =
  /(?:@|%40)(?:[\w-]{1,63}\.)?(?:iam|developer|appspot)\.gserviceaccount\.com$|(?:@|%40)(?:group|import|resource)\.calendar\.google\.com$/i;

const example =
  /^(?:user|username|you|your[._-]?(?:e?mail|name|address)|name|e?mail|someone|somebody|me|foo|test)(?:@|%40)(?:example\.(?:com|org|net)|(?:your)?(?:domain|company|e?mail)\.com)$/i;

/** `Heidestraße`, `Rue de la Paix`: a street whose number stands elsewhere. */
const street =
  /^\p{Lu}[\p{L} .'’-]{2,60}(?:stra(?:ss|ß)e|str\.|weg|gasse|allee|straat|gatan| (?:street|st\.?|road|rd\.?|avenue|ave\.?|lane|drive|boulevard|blvd\.?))$|^(?:Rue|Calle|Via|Rua|Avenida|Avenue) \p{L}[\p{L} .'’-]{2,60}$/iu;

/** `octocat/Hello-World`, where the name of a thing has the same name. */
const path = /^[\w.-]{1,60}\/\S{1,100}$/;

function isAddressWithNumber(value: string): boolean {
  return /\p{L}.{0,200}\d|\d.{0,200}\p{L}|^\d{3,10}(?:-\d{3,4})?$/su.test(value);
}

/** Of a host, a program, a wallet, a file, a person's mail. */
const notAddress =
  /^(?:\S{0,60}:\d{1,5}|0x[0-9a-fA-F]{8,}|\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?|[\da-fA-F]{0,4}:[\da-fA-F:]{1,40}|\S{1,200}[./@]\S{1,200}|[a-z]{1,20}(?:-[a-z0-9]{1,20}){1,6}|[a-z]{3,20}\d{1,4})$/;

function countDigits(value: string): number {
  let digits = 0;
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits;
}
