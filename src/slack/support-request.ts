import type { App, types } from '@slack/bolt';
import { z } from 'zod';
import type { Answer } from '../answer/answer.ts';
import { buttons } from './buttons.ts';
import type { Desk } from './desk.ts';
import { limits } from './limits.ts';
import { literal } from './literal.ts';
import { type Press, readPress } from './press.ts';
import { withAnswer } from './with-answer.ts';

export const supportRequestForm = 'support_request_form';

/** Travels in the form: https://docs.slack.dev/reference/views/modal-views */
export const metadata = z.object({ key: z.string(), channel: z.string(), messageTs: z.string().optional() });
export type Metadata = z.infer<typeof metadata>;

export function fieldBlockId(index: number): string {
  return `field ${index}`;
}

/** The form for a support request, with every field filled that the paste gave. */
function requestForm({ template }: Answer, from: Metadata): types.ModalView {
  return {
    type: 'modal',
    callback_id: supportRequestForm,
    private_metadata: JSON.stringify(from),
    title: { type: 'plain_text', text: 'Support request' },
    submit: { type: 'plain_text', text: 'Finish' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: template.fields.slice(0, 50).map(({ name, value, hint }, index) => ({
      type: 'input',
      block_id: fieldBlockId(index),
      optional: true,
      label: plain(name, limits.label),
      hint: plain(hint, limits.label),
      element: {
        type: 'plain_text_input',
        action_id: 'typed',
        max_length: limits.input,
        ...(value === null ? {} : { initial_value: literal(value, limits.input) }),
      },
    })),
  };
}

/** A person prepares a support request from an answer. */
export function onSupportRequest(app: App, desk: Desk): void {
  app.action(buttons.supportRequest.actionId, async ({ ack, body, respond, client }) => {
    await ack();
    const press = readPress(body);
    if (press === undefined) return;
    await withAnswer(desk, press.value, respond, ({ answer, seen }) =>
      desk.out.open(client, press.triggerId, requestForm(answer, whence(press)), seen),
    );
  });
}

/** An answer that one person saw has no address that others could follow. */
function whence({ value: key, channel, messageTs, alone }: Press): Metadata {
  return { key, channel, messageTs: alone ? undefined : messageTs };
}

function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: literal(text, most) || '…', emoji: false };
}
