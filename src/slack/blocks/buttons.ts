import type { types } from '@slack/bolt';
import type { Words } from '../../packs/words.ts';

/** What people can press under an answer, by the name of its label. */
export const actionIds = {
  share: 'share_answer',
  nextCheck: 'next_check',
  fixed: 'fixed_it',
  stuck: 'still_stuck',
  supportRequest: 'support_request',
} as const;

export type ButtonName = keyof typeof actionIds;

/** `value` comes back when it is pressed. */
export function button(words: Words, name: ButtonName, value: string): types.Button {
  const text = { type: 'plain_text', text: words[name], emoji: false } as const;
  return { type: 'button', action_id: actionIds[name], text, value };
}
