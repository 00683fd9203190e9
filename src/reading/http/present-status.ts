import type { Span } from '../../sealing/span.ts';

/** How far to either side of a number its time is looked for, in UTF-16 code units. */
const reach = 60;

/** What came before: `yesterday it was 200`, `a 401 last week`; a time since when something holds is no such word. */
const earlierBefore =
  /(?<!\b(?:since|from|of|seit|depuis|desde|dal) )\b(?:yesterday|last (?:week|month|year|night|time)|previously|formerly|earlier|before|gestern|vorher|früher|hier|avant|ayer|antes|ieri|prima)\b(?:(?!\b(?:now|today|currently|but|since|and|jetzt|heute|aber|maintenant|mais|ahora|pero|ora|ma)\b)[^.!?;,\n]){0,40}$/i;
const earlierBehind =
  /^["')]?(?: ok)?\s(?:until|till|up to|bis|jusqu|hasta|fino a|(?:yesterday|last (?:week|month|year|night|time)|previously|earlier|before|gestern|vorher|hier|avant|ayer|antes)(?=[\s]?[,.;)]|\s(?:and|but|now)|$))/i;

/** Somebody who says that all is well now tells of what was before: `fixed it! The 401 was …`. */
const solved =
  /(?:^|[.!?;,:\n–—-]\s{0,3}|\b(?:is|are|it|that|all|been|got|now) )(?:fixed(?: it| now| that| this)?|solved(?: it)?|resolved(?: it)?|sorted(?: it)?(?: out)?|working(?: now| again| fine)|works (?:now|again|fine now)|figured it out|all good now|that (?:was|fixed|did|solved) it|(?:is|are) gone(?: now)?|went away|never ?mind|nvm|false alarm)(?=\s{0,2}(?:$|[.!,;:)\n–—-])| (?:now|thanks|thank)\b)/i;
const stillOpen = /\b(?:but|however|still|yet|again|except|only|now (?:i|we)|another|different|new|once)\b|\?/i;

function isSolved(line: string): boolean {
  return solved.test(line) && !stillOpen.test(line);
}

/** The statuses that still hold, as the sentences around them tell. */
export function presentOnes<Stated extends { readonly status: number; readonly span: Span }>(
  text: string,
  found: readonly Stated[],
): readonly Stated[] {
  return ofNow(
    text,
    found.filter(({ status, span }) => status < 400 || !isSolved(lineAround(text, span.start))),
  );
}

/** What a sentence remembers gives way to what it says of now: `it was 200 until yesterday and is 504 since`. */
function ofNow<Stated extends { readonly span: Span }>(text: string, found: readonly Stated[]): readonly Stated[] {
  if (found.length < 2) return found;
  const isEarlier = found.map(({ span }) => {
    const behind = text.slice(span.end, span.end + reach);
    const before = lineBefore(text, span.start, reach);
    return earlierBefore.test(before) || earlierBehind.test(behind);
  });
  return found.filter((stated, index) => {
    if (!isEarlier[index]) return true;
    return !found.some((other, at) => !isEarlier[at] && Math.abs(other.span.start - stated.span.start) < 2 * reach);
  });
}

/** The line that `index` stands in, no more than some sentences of it. */
function lineAround(text: string, index: number): string {
  const [behind = ''] = text.slice(index, index + 4 * reach).split('\n', 1);
  return lineBefore(text, index, 4 * reach) + behind;
}

function lineBefore(text: string, index: number, length: number): string {
  const before = text.slice(Math.max(0, index - length), index);
  return before.slice(before.lastIndexOf('\n') + 1);
}
