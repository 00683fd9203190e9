import { steerless } from '../../answer/steerless.ts';

/**
 * Text as Slack can show it, at most `most` UTF-16 code units: control and direction-changing characters and halves of
 * surrogate pairs are replaced by `�`, and what is too long ends in `…`.
 */
export function literal(text: string, most: number): string {
  if (most < 1) return '';
  // What stands far behind the cut need not be looked at, however long the text is.
  const near = steerless(text.slice(0, most + 2).toWellFormed());
  if (near.length <= most && text.length <= most) return near;
  const cut = near.slice(0, most - 1);
  return `${isHighSurrogate(cut.charCodeAt(cut.length - 1)) ? cut.slice(0, -1) : cut}…`;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

const broadcasts = /@(?=channel|here|everyone)/g;

/**
 * Text for a message's `text` member, where Slack reads marks: nothing in it becomes a mention, a link or an entity.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapedFallback(text: string, most: number): string {
  const plain = literal(text, most).replaceAll(broadcasts, '@\u2060');
  const whole = plain.replaceAll(marks, (mark) => entities[mark] ?? mark);
  if (whole.length <= most) return whole;
  const escaped: string[] = [];
  let left = most;
  for (const character of plain) {
    const shown = entities[character] ?? character;
    if (shown.length > left) break;
    escaped.push(shown);
    left -= shown.length;
  }
  return escaped.join('');
}

const marks = /[&<>]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
