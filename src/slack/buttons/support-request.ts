import type { App, types } from '@slack/bolt';
import { z } from 'zod';
import type { Answer } from '../../answer/answer.ts';
import { actionIds } from '../blocks/buttons.ts';
import { limits } from '../blocks/limits.ts';
import { literal } from '../blocks/literal.ts';
import type { Desk } from '../desk.ts';
import { type Press, readPress } from './press.ts';
import { withAnswer } from './with-answer.ts';

export const supportRequestForm = 'support_request_form';

/** Travels in the form: https://docs.slack.dev/reference/views/modal-views */
export const metadata = z.object({ key: z.string(), channel: z.string(), messageTs: z.string().optional() });
export type Metadata = z.infer<typeof metadata>;

export function fieldBlockId(index: number): string {
  return `field ${index}`;
}

/** Slack tells of what is typed at each pause, in the value that it is submitted in. */
export const typed = 'typed';

/** The form for a support request, with every field filled that the paste gave, or that the person filled before. */
function requestForm(
  { template, words }: Answer,
  from: Metadata,
  draft: readonly string[] | undefined,
): types.ModalView {
  return {
    type: 'modal',
    callback_id: supportRequestForm,
    private_metadata: JSON.stringify(from),
    title: { type: 'plain_text', text: words.requestTitle },
    submit: { type: 'plain_text', text: words.finish },
    close: { type: 'plain_text', text: words.cancel },
    blocks: template.fields.slice(0, 50).map(({ name, value, hint }, index) => ({
      type: 'input',
      block_id: fieldBlockId(index),
      optional: true,
      dispatch_action: true,
      label: plain(name, limits.label),
      hint: plain(hint, limits.label),
      element: {
        type: 'plain_text_input',
        action_id: typed,
        dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
        max_length: limits.input,
        ...initialValue(draft?.[index] ?? value),
      },
    })),
  };
}

/** A person prepares a support request from an answer. */
export function onSupportRequest(app: App, desk: Desk): void {
  app.action(actionIds.supportRequest, async ({ ack, body, respond, client }) => {
    await ack();
    const press = readPress(body);
    if (press === undefined) return;
    await withAnswer(desk, press.value, respond, async ({ answer }) => {
      const draft = await desk.drafts.find(press.value, press.user.id);
      await desk.out.open(client, press.triggerId, requestForm(answer, whence(press), draft));
    });
  });
}

/** An answer that one person saw has no address that others could follow. */
function whence({ value: key, channel, messageTs, alone }: Press): Metadata {
  return { key, channel, messageTs: alone ? undefined : messageTs };
}

function initialValue(value: string | null): { readonly initial_value?: string } {
  return value === null || value === '' ? {} : { initial_value: literal(value, limits.input) };
}

function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: literal(text, most) || '…', emoji: false };
}
