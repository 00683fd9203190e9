import type { types } from '@slack/bolt';
import { limits } from './limits.ts';
import { escapedFallback, literal } from './literal.ts';
import { richText, section } from './rich-text.ts';

/** What is said in Slack: blocks, and the same as text for notifications, screen readers and old clients. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/** A few sentences without any form. */
export function plainMessage(text: string): Message {
  return {
    text: escapedFallback(text, limits.fallback),
    blocks: [...richText([section([{ type: 'text', text: literal(text, limits.fallback) }])])],
  };
}
