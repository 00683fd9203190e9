import type { types } from '@slack/bolt';

/** What people can press under an answer, by action id. */
export const buttons = {
  share: { actionId: 'share_answer', label: 'Share in channel' },
  nextCheck: { actionId: 'next_check', label: 'Not it? Next check' },
  fixed: { actionId: 'fixed_it', label: 'This fixed it' },
  stuck: { actionId: 'still_stuck', label: 'Still stuck' },
  supportRequest: { actionId: 'support_request', label: 'Prepare support request' },
} as const;

export type ButtonName = keyof typeof buttons;

/** `value` comes back when it is pressed. */
export function button(name: ButtonName, value: string): types.Button {
  const { actionId, label } = buttons[name];
  return { type: 'button', action_id: actionId, text: { type: 'plain_text', text: label, emoji: false }, value };
}
