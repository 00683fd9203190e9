const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';

/** A time of day as people write it behind a date, with its zone. */
const timeOfDay = String.raw`,?(?: (?:at|around|about|um|à|a las))?[ \u202f]\d{1,2}:\d{2}(?::\d{2})?(?:[ \u202f]?[AaPp]\.?[Mm]\b\.?)?(?: \(?(?:UTC|GMT|[A-Z]{2,4}T)(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?`;

/** A date as HTTP (RFC 9110, section 5.6.7), RFC 3339, logs and `date` write it. */
const forms: readonly RegExp[] = [
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}, \d{1,2}[ -](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT/,
  /\b\d{4}-\d{2}-\d{2}[T \t]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?(?:Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}))?/,
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} (?:\d{4} )?\d{2}:\d{2}:\d{2}(?: [A-Z]{2,5}(?:[+-]\d{4})?)?(?: \d{4})?/,
  /\b\d{1,2}\/(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4}/,
  /\b\d{1,2}\/(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\/\d{4}[: ]\d{2}:\d{2}:\d{2}/,
  new RegExp(String.raw`\b${month}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}${timeOfDay}`),
  new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th|\.)? ${month}\.?,? \d{4}${timeOfDay}`),
  new RegExp(String.raw`\b\d{1,2}[./-]\d{1,2}[./-]\d{4}${timeOfDay}`),
  new RegExp(String.raw`\b\d{4}-\d{2}-\d{2}${timeOfDay}`),
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\d{1,2} \d{2}:\d{2}:\d{2}\b/,
  /\b\d{4}-\d{2}-\d{2}\b/,
];

/** The first date in `text`, in the first form that is found; undefined for none. Relative words are no dates. */
export function findDate(text: string): { readonly start: number; readonly end: number } | undefined {
  for (const form of forms) {
    const found = form.exec(text);
    if (found !== null) return { start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}
