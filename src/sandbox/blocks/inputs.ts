import { z } from 'zod';
import {
  actionId,
  checkboxes,
  datePicker,
  dateTimePicker,
  externalSelect,
  focus,
  multiStaticSelect,
  peopleSelect,
  placeSelect,
  plainText,
  radioButtons,
  staticSelect,
  timePicker,
} from './elements.ts';

/** What people write into: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element and its kin. */

const dispatch = z.strictObject({
  trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
});

const typed = {
  action_id: actionId,
  dispatch_action_config: dispatch.optional(),
  focus_on_load: focus,
  placeholder: plainText(150).optional(),
};

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...typed,
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.number().int().min(0).max(3000).optional(),
    max_length: z.number().int().min(1).max(3000).optional(),
  })
  .refine(({ min_length: min = 0, max_length: max = 3000 }) => min <= max, {
    message: 'min_length must not be more than max_length',
  });

const addressInput = z.strictObject({
  type: z.enum(['email_text_input', 'url_text_input']),
  ...typed,
  initial_value: z.string().optional(),
});

const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...typed,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});

const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: actionId,
  filetypes: z.array(z.string()).min(1).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});

const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  action_id: actionId,
  initial_value: z.looseObject({}).optional(),
  dispatch_action_config: dispatch.optional(),
  focus_on_load: focus,
  placeholder: plainText(150).optional(),
});

/** What may stand in an input block. */
export const inputs = [
  plainTextInput,
  addressInput,
  numberInput,
  fileInput,
  richTextInput,
  staticSelect,
  multiStaticSelect,
  externalSelect,
  peopleSelect,
  placeSelect,
  checkboxes,
  radioButtons,
  datePicker,
  timePicker,
  dateTimePicker,
] as const;
