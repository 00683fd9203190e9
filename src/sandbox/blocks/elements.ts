import { z } from 'zod';

/**
 * The composition objects and elements of Block Kit with their limits:
 * https://docs.slack.dev/reference/block-kit/composition-objects and https://docs.slack.dev/reference/block-kit/block-elements
 */

const atMost = (max: number) => z.string().min(1).max(max);

export function plainText(max: number) {
  return z.strictObject({ type: z.literal('plain_text'), text: atMost(max), emoji: z.boolean().optional() });
}

function mrkdwn(max: number) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: atMost(max), verbatim: z.boolean().optional() });
}

export function anyText(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

const actionId = atMost(255).optional();
const focus = z.boolean().optional();
const webUrl = z
  .string()
  .max(3000)
  .regex(/^(?:https?|mailto|slack):/);

const confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});

function option(text: z.ZodType) {
  return z.strictObject({ text, value: atMost(150), description: plainText(75).optional(), url: webUrl.optional() });
}
const plainOption = option(plainText(75));
const richOption = option(anyText(75));
const optionGroup = z.strictObject({ label: plainText(75), options: z.array(plainOption).min(1).max(100) });

const selectMembers = {
  action_id: actionId,
  placeholder: plainText(150).optional(),
  confirm: confirm.optional(),
  focus_on_load: focus,
};
const options = z.array(plainOption).min(1).max(100).optional();
const groups = z.array(optionGroup).min(1).max(100).optional();
const selectedMax = z.number().int().min(1).optional();

export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(75),
  action_id: actionId,
  url: webUrl.optional(),
  value: z.string().max(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: z.array(plainOption).min(1).max(5),
  confirm: confirm.optional(),
});

export const image = z.strictObject({
  type: z.literal('image'),
  image_url: webUrl.optional(),
  slack_file: z.looseObject({}).optional(),
  alt_text: atMost(2000),
});

export const staticSelect = z.strictObject({
  type: z.literal('static_select'),
  ...selectMembers,
  options,
  option_groups: groups,
  initial_option: plainOption.optional(),
});

export const multiStaticSelect = z.strictObject({
  type: z.literal('multi_static_select'),
  ...selectMembers,
  options,
  option_groups: groups,
  initial_options: z.array(plainOption).optional(),
  max_selected_items: selectedMax,
});

export const externalSelect = z.strictObject({
  type: z.enum(['external_select', 'multi_external_select']),
  ...selectMembers,
  min_query_length: z.number().int().min(0).optional(),
  initial_option: plainOption.optional(),
  initial_options: z.array(plainOption).optional(),
  max_selected_items: selectedMax,
});

export const peopleSelect = z.strictObject({
  type: z.enum(['users_select', 'multi_users_select']),
  ...selectMembers,
  initial_user: z.string().optional(),
  initial_users: z.array(z.string()).optional(),
  max_selected_items: selectedMax,
});

export const placeSelect = z.strictObject({
  type: z.enum(['conversations_select', 'channels_select', 'multi_conversations_select', 'multi_channels_select']),
  ...selectMembers,
  initial_conversation: z.string().optional(),
  initial_channel: z.string().optional(),
  initial_conversations: z.array(z.string()).optional(),
  initial_channels: z.array(z.string()).optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  filter: z.looseObject({}).optional(),
  max_selected_items: selectedMax,
});

export const choices = z.strictObject({
  type: z.enum(['checkboxes', 'radio_buttons']),
  action_id: actionId,
  options: z.array(richOption).min(1).max(10),
  initial_options: z.array(richOption).optional(),
  initial_option: richOption.optional(),
  confirm: confirm.optional(),
  focus_on_load: focus,
});

export const picker = z.strictObject({
  type: z.enum(['datepicker', 'timepicker', 'datetimepicker']),
  action_id: actionId,
  placeholder: plainText(150).optional(),
  initial_date: z.string().optional(),
  initial_time: z.string().optional(),
  initial_date_time: z.number().optional(),
  timezone: z.string().optional(),
  confirm: confirm.optional(),
  focus_on_load: focus,
});

const dispatch = z.strictObject({
  trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1),
});

export const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: actionId,
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(3000).optional(),
  max_length: z.number().int().min(1).max(3000).optional(),
  dispatch_action_config: dispatch.optional(),
  focus_on_load: focus,
  placeholder: plainText(150).optional(),
});

export const typedInput = z.strictObject({
  type: z.enum(['email_text_input', 'url_text_input', 'number_input']),
  action_id: actionId,
  is_decimal_allowed: z.boolean().optional(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
  dispatch_action_config: dispatch.optional(),
  focus_on_load: focus,
  placeholder: plainText(150).optional(),
});

export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: actionId,
  filetypes: z.array(z.string()).min(1).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});

export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  action_id: actionId,
  initial_value: z.looseObject({}).optional(),
  dispatch_action_config: dispatch.optional(),
  focus_on_load: focus,
  placeholder: plainText(150).optional(),
});

/** What may stand in an actions block, and beside a section. */
export const interactive = [
  button,
  overflow,
  staticSelect,
  multiStaticSelect,
  externalSelect,
  peopleSelect,
  placeSelect,
  choices,
  picker,
] as const;

/** What may stand in an input block. */
export const inputs = [
  plainTextInput,
  typedInput,
  fileInput,
  richTextInput,
  staticSelect,
  multiStaticSelect,
  externalSelect,
  peopleSelect,
  placeSelect,
  choices,
  picker,
] as const;
