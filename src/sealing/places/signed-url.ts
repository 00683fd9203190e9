/** How far the address of a signed request goes to either side of its signature. */
const reach = 3_000;

/** What no address holds. */
const outside = /[\s"'<>`]/;

/** What a signed address has that is secret, right before its value. */
const signed =
  /[?&;](?:X-(?:Amz|Goog|Oss|Cos)-(?:Signature|Security-Token|Credential)|sig|Signature|(?:AWS|OSS)AccessKeyId|Policy)=$/i;

/**
 * Until when an address was signed that has what starts at `start` in its query, in seconds since the epoch: by AWS and
 * Google (a date and how long), Azure (`se`), CloudFront and others (`Expires`). Undefined where it does not say.
 */
export function signedUntil(text: string, start: number): number | undefined {
  if (!signed.test(text.slice(Math.max(0, start - 28), start))) return undefined;
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split(outside)
      .at(-1) ?? '';
  const behind = text.slice(start, start + reach).split(outside, 1)[0] ?? '';
  const parameters = new Map<string, string>();
  for (const [, name = '', value = ''] of `${before}${behind}`.matchAll(/[?&;]([A-Za-z-]{2,20})=([\w:%.+-]{1,40})/g))
    parameters.set(name.toLowerCase().replace(/^x-[a-z]{3,4}-/, ''), value.replace(/%3a/gi, ':'));
  const lasting = Number(parameters.get('expires'));
  const date = secondsOf(parameters.get('date'));
  if (date !== undefined && lasting <= longestLasting) return date + lasting;
  const stated = secondsOf(parameters.get('se'));
  if (stated !== undefined) return stated;
  return lasting > longestLasting ? lasting : undefined;
}

/** No signature lasts for ten years; a number beyond is a time itself. */
const longestLasting = 315_360_000;

/** `20240911T140541Z`, `2024-09-11T14:05:41Z`, `2024-09-11`. */
function secondsOf(date: string | undefined): number | undefined {
  const found = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?Z?)?$/.exec(date ?? '');
  if (found === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}
