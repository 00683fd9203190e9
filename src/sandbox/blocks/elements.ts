import { isDeepStrictEqual } from 'node:util';
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

export const actionId = atMost(255).optional();
export const focus = z.boolean().optional();
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

const unknownChoice = { message: 'must be one of the options' };

/** What is chosen at first is one of the options, to the letter. */
function isAmong(chosen: unknown, options: readonly unknown[]): boolean {
  return options.some((one) => isDeepStrictEqual(one, chosen));
}

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

/** https://docs.slack.dev/reference/block-kit/block-elements/workflow-button-element */
const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  text: plainText(75),
  action_id: actionId,
  workflow: z.strictObject({ trigger: z.looseObject({ url: webUrl }) }),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().max(75).optional(),
});

const feedbackButton = z.strictObject({
  text: plainText(75),
  value: atMost(2000),
  accessibility_label: z.string().max(75).optional(),
});

/** https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element */
export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: actionId,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
});

/** https://docs.slack.dev/reference/block-kit/block-elements/icon-button-element */
export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  action_id: actionId,
  icon: z.literal('trash'),
  text: plainText(75),
  value: z.string().max(2000).optional(),
  confirm: confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
  visible_to_user_ids: z.array(z.string()).optional(),
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: z.array(plainOption).min(1).max(5),
  confirm: confirm.optional(),
});

/** A file in Slack, by its address or its id. */
export const slackFile = z
  .strictObject({ url: z.string().min(1).optional(), id: z.string().min(1).optional() })
  .refine(oneOf('url', 'id'), { message: 'must provide exactly one of: url, id' });

/** Passes where exactly one of two members is there. */
export function oneOf<First extends string, Second extends string>(first: First, second: Second) {
  return (held: { readonly [Member in First | Second]?: unknown }) =>
    (held[first] === undefined) !== (held[second] === undefined);
}

export const image = z
  .strictObject({
    type: z.literal('image'),
    image_url: webUrl.optional(),
    slack_file: slackFile.optional(),
    alt_text: atMost(2000),
  })
  .refine(oneOf('image_url', 'slack_file'), { message: 'must provide exactly one of: image_url, slack_file' });

const optionsOnce = { message: 'must provide exactly one of: options, option_groups' };

export const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...selectMembers,
    options,
    option_groups: groups,
    initial_option: plainOption.optional(),
  })
  .refine(oneOf('options', 'option_groups'), optionsOnce);

export const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...selectMembers,
    options,
    option_groups: groups,
    initial_options: z.array(plainOption).optional(),
    max_selected_items: selectedMax,
  })
  .refine(oneOf('options', 'option_groups'), optionsOnce);

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

const choice = {
  action_id: actionId,
  options: z.array(richOption).min(1).max(10),
  confirm: confirm.optional(),
  focus_on_load: focus,
};

export const checkboxes = z
  .strictObject({ type: z.literal('checkboxes'), ...choice, initial_options: z.array(richOption).min(1).optional() })
  .refine(({ options, initial_options: chosen = [] }) => chosen.every((one) => isAmong(one, options)), unknownChoice);

export const radioButtons = z
  .strictObject({ type: z.literal('radio_buttons'), ...choice, initial_option: richOption.optional() })
  .refine(({ options, initial_option: one }) => one === undefined || isAmong(one, options), unknownChoice);

const pick = { action_id: actionId, confirm: confirm.optional(), focus_on_load: focus };

export const datePicker = z.strictObject({
  type: z.literal('datepicker'),
  ...pick,
  placeholder: plainText(150).optional(),
  initial_date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date as YYYY-MM-DD')
    .optional(),
});

export const timePicker = z.strictObject({
  type: z.literal('timepicker'),
  ...pick,
  placeholder: plainText(150).optional(),
  initial_time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm')
    .optional(),
  timezone: z.string().optional(),
});

/** Unix time in seconds, of ten digits. */
export const dateTimePicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...pick,
  initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
});

/** What may stand in an actions block, and beside a section. */
export const interactive = [
  button,
  workflowButton,
  overflow,
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
