/** Words that people put in the place of what they do not show; what they sent was something else. */
const words =
  /^[^A-Za-z0-9]{0,4}(?:[a-z]{1,20}[ _-]){0,3}(?:redacted|removed|hidden|masked|omitted|snip|snipped|scrubbed|censored|sanitized|sanitised|elided|obfuscated|anonymi[sz]ed|truncated|trimmed|stripped|filtered|sensitive|private|secret value|not shown)(?:[ _-][a-z]{1,20}){0,3}[^A-Za-z0-9]{0,4}$/i;

/** `xxxx`, `****`, `••••`, `...`, in brackets or without. */
const strokes = /^[^A-Za-z0-9]{0,4}(?:x{3,80}|\*{2,80}|•{2,80}|\.{3,80}|…{1,20}|_{3,80}|#{3,80})[^A-Za-z0-9]{0,4}$/i;

/** Whether a value was taken out by the person who pasted it, so that it says nothing about what was sent. */
export function isRedaction(text: string): boolean {
  return text.length <= 120 && (words.test(text) || strokes.test(text));
}
