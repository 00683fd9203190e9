import type { types } from '@slack/bolt';
import type { Inline, Link, RichText } from '../../packs/pack.ts';
import { limits } from './limits.ts';
import { literal } from './literal.ts';

/**
 * `rich_text` blocks, in which Slack reads no marks: a text element shows what it holds and nothing else, so that pasted
 * text can be no mention, no link and no formatting.
 * https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
export type Part = types.RichTextBlock['elements'][number];
type Element = types.RichTextElement;
type Style = NonNullable<types.RichTextText['style']>;

/** Deals out the room that all texts of a message share. */
export interface Room {
  /** As much of `text` as there is room for, and `most` at the highest. */
  take(text: string, most: number): string;
}

export function createRoom(size: number): Room {
  let left = size;
  return {
    take(text, most) {
      const taken = literal(text, Math.min(most, left));
      left -= taken.length;
      return taken;
    },
  };
}

export function richText(parts: readonly Part[]): readonly types.RichTextBlock[] {
  const filled = parts.filter((part) => part.elements.length > 0);
  return filled.length === 0 ? [] : [{ type: 'rich_text', elements: filled }];
}

export function section(...elements: readonly (readonly Element[])[]): Part {
  return { type: 'rich_text_section', elements: elements.flat() };
}

export function preformatted(room: Room, text: string, most: number): Part {
  const taken = room.take(text, most);
  return { type: 'rich_text_preformatted', elements: taken === '' ? [] : [{ type: 'text', text: taken }] };
}

export function bullets(items: readonly (readonly Element[])[]): Part {
  return {
    type: 'rich_text_list',
    style: 'bullet',
    elements: items
      .filter((elements) => elements.length > 0)
      .map((elements) => ({ type: 'rich_text_section', elements: [...elements] })),
  };
}

export function words(room: Room, text: string, most: number, style?: Style): readonly Element[] {
  const taken = room.take(text, most);
  return taken === ''
    ? []
    : [style === undefined ? { type: 'text', text: taken } : { type: 'text', text: taken, style }];
}

/** A pack's own text: its links are live, since the pack's author wrote them. */
export function inlines(room: Room, text: RichText, most: number): readonly Element[] {
  const within = createRoom(most);
  const both: Room = { take: (words, most) => room.take(within.take(words, most), most) };
  return text.flatMap((part) => inline(both, part));
}

function inline(room: Room, part: Inline): readonly Element[] {
  switch (part.kind) {
    case 'text':
      return words(room, part.text, limits.textOfBlocks);
    case 'bold':
      return words(room, part.text, limits.textOfBlocks, { bold: true });
    case 'code':
      return words(room, part.text, limits.textOfBlocks, { code: true });
    case 'link':
      return link(room, { title: part.text, url: part.url });
    case 'fact':
      return [];
  }
}

export function link(room: Room, { title, url }: Link): readonly Element[] {
  if (url.length > limits.url || !/^https?:\/\//.test(url)) return words(room, `${title} (${url})`, 500);
  const text = room.take(title, 200);
  return text === '' ? [] : [{ type: 'link', url, text }];
}
