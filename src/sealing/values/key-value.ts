import { isCompact, isUuid, looksLikeValue, looksRandom } from './suspicion.ts';
import { isUnspeakable } from './unspeakable.ts';

/** Long, and neither words nor a path: for names that secrets share with other things, as `key` and `auth`. */
export function isLong(value: string): boolean {
  if (/^[A-Za-z]{16,}$/.test(value)) return isUnspeakable(value);
  if (value.length < 20 || !/\d/.test(value)) return false;
  return isBase64(value) || (!/[ /]/.test(value) && looksLikeValue(value) && !isNamed(value));
}

/** Whose keys are UUIDs, by what their documentation shows. */
const keepersOfUuids =
  /heroku|hubspot|snyk|postmark|opsgenie|victorops|codecov|deepl|sauce|scaleway|railway|loggly|browserless|consul/i;

/** `OVH_AK`, `HUAWEICLOUD_SK`: sort keys of tables are called so too. */
const initials = /^(?:ak|sk|q-ak)$|_(?:AK|SK|CK|AS)$/;

/** What a person says is theirs: `my key is …`. */
const owned = /^(?:my|our|your|their|his|her|this|new|old|staging|prod|production|sandbox|live|partner|on-call) key$/i;

/** What stands under any name of a key: a UUID there is the number of a record, but where `name` tells whose key it is. */
export function isKey(value: string, name = ''): boolean {
  if (initials.test(name)) return looksRandom(value) && /^[\w+/=-]+$/.test(value);
  if (owned.test(name)) return isKept(value) || isNumericKey(value);
  if (isUuid(value)) return keepersOfUuids.test(name);
  return isLong(value) && /[A-Za-z]/.test(value) && !/[:,(){}[\]]/.test(value);
}

/** `release-2024-prod`: words and numbers. */
export function isNamed(value: string): boolean {
  return (
    value.length < 80 && value.split(/[-_.]/).every((part) => /^(?:[A-Z]?[a-z]{0,12}|[A-Z]{0,12})\d{0,8}$/.test(part))
  );
}

/** With slashes in it, and no path. */
export function isBase64(value: string): boolean {
  return /[+=]/.test(value) && /^[A-Za-z0-9+/]{20,4000}={0,2}$/.test(value) && looksRandom(value);
}

/**
 * What is kept among secrets under a name that says nothing: no words, no host and no region. A password has letters of
 * both cases and a digit.
 */
export function isKept(value: string): boolean {
  if (!/^[!-~]+$/.test(value)) return false;
  if (isUuid(value) || isCompact(value) || isLong(value)) return true;
  return /^(?=.{0,80}[a-z])(?=.{0,80}[A-Z])(?=.{0,80}\d)[^\s:/.<>{}()]{8,80}$/.test(value) && !isNamed(value);
}

/** A number that is neither a time nor a date. */
export function isNumericKey(value: string): boolean {
  return (
    /^\d{8,64}$/.test(value) && !/^(?:1[5-9]\d{8}(?:\d{3}|\d{6}|\d{9})?|(?:19|20)\d{6}(?:\d{4}|\d{6})?)$/.test(value)
  );
}
