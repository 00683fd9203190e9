import { z } from 'zod';
import { isJsonObject, type JsonObject, objectsIn } from '../json.ts';
import { anyText, feedbackButtons, iconButton, image, interactive, oneOf, plainText, slackFile } from './elements.ts';
import { inputs } from './inputs.ts';
import { repeated } from './repeated.ts';
import { richTextElement } from './rich-text.ts';

/** Where blocks are shown. Each surface has its own blocks and its own count. */
export type Surface = 'message' | 'modal' | 'home';

/** https://docs.slack.dev/reference/block-kit/blocks */
const mostBlocks: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

const blockId = z.string().max(255).optional();
const every: readonly Surface[] = ['message', 'modal', 'home'];

const blocks = {
  section: {
    surfaces: every,
    schema: z
      .strictObject({
        type: z.literal('section'),
        block_id: blockId,
        text: anyText(3000).optional(),
        fields: z.array(anyText(2000)).min(1).max(10).optional(),
        accessory: z.discriminatedUnion('type', [...interactive, image]).optional(),
        expand: z.boolean().optional(),
      })
      .refine((section) => section.text !== undefined || section.fields !== undefined, {
        message: 'missing required field: text',
      }),
  },
  divider: { surfaces: every, schema: z.strictObject({ type: z.literal('divider'), block_id: blockId }) },
  header: {
    surfaces: every,
    schema: z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
  },
  context: {
    surfaces: every,
    schema: z.strictObject({
      type: z.literal('context'),
      block_id: blockId,
      elements: z
        .array(z.discriminatedUnion('type', [image, ...anyText(3000).options]))
        .min(1)
        .max(10),
    }),
  },
  actions: {
    surfaces: every,
    schema: z.strictObject({
      type: z.literal('actions'),
      block_id: blockId,
      elements: z
        .array(z.discriminatedUnion('type', [...interactive]))
        .min(1)
        .max(25),
    }),
  },
  context_actions: {
    surfaces: ['message'],
    schema: z.strictObject({
      type: z.literal('context_actions'),
      block_id: blockId,
      elements: z
        .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
        .min(1)
        .max(5),
    }),
  },
  image: {
    surfaces: every,
    schema: z
      .strictObject({
        type: z.literal('image'),
        block_id: blockId,
        image_url: z.string().min(1).max(3000).optional(),
        slack_file: slackFile.optional(),
        alt_text: z.string().min(1).max(2000),
        title: plainText(2000).optional(),
      })
      .refine(oneOf('image_url', 'slack_file'), { message: 'must provide exactly one of: image_url, slack_file' }),
  },
  input: {
    surfaces: every,
    schema: z.strictObject({
      type: z.literal('input'),
      block_id: blockId,
      label: plainText(2000),
      element: z.discriminatedUnion('type', [...inputs]),
      dispatch_action: z.boolean().optional(),
      hint: plainText(2000).optional(),
      optional: z.boolean().optional(),
    }),
  },
  rich_text: {
    surfaces: every,
    schema: z.strictObject({ type: z.literal('rich_text'), block_id: blockId, elements: z.array(richTextElement) }),
  },
  markdown: {
    surfaces: ['message'],
    schema: z.strictObject({
      type: z.literal('markdown'),
      block_id: blockId,
      text: z.string().min(1).max(12_000),
    }),
  },
  video: {
    surfaces: every,
    schema: z.strictObject({
      type: z.literal('video'),
      block_id: blockId,
      alt_text: z.string().min(1),
      author_name: z.string().max(50).optional(),
      description: plainText(200).optional(),
      provider_icon_url: z.string().optional(),
      provider_name: z.string().max(50).optional(),
      title: plainText(200),
      title_url: z.string().startsWith('https://').optional(),
      thumbnail_url: z.string(),
      video_url: z.string().startsWith('https://'),
    }),
  },
  table: {
    surfaces: ['message'],
    schema: z.strictObject({
      type: z.literal('table'),
      block_id: blockId,
      rows: z
        .array(z.array(z.looseObject({ type: z.enum(['raw_text', 'raw_number', 'rich_text']) })).max(20))
        .min(1)
        .max(100),
      column_settings: z.array(z.looseObject({})).max(20).optional(),
    }),
  },
  file: {
    surfaces: ['message'],
    schema: z.strictObject({
      type: z.literal('file'),
      block_id: blockId,
      external_id: z.string(),
      source: z.literal('remote'),
    }),
  },
} as const satisfies Record<string, { surfaces: readonly Surface[]; schema: z.ZodType }>;

const blocksByType = new Map<string, { readonly surfaces: readonly Surface[]; readonly schema: z.ZodType }>(
  Object.entries(blocks),
);

/**
 * What is wrong with blocks, as Slack words it with a JSON pointer from `at`: `must be less than 3001 characters
 * [json-pointer:/blocks/0/text/text]`. Empty where they are in order.
 */
export function problemsOfBlocks(value: unknown, surface: Surface, at: string): readonly string[] {
  if (!Array.isArray(value)) return [`must be an array [json-pointer:${at}]`];
  const most = mostBlocks[surface];
  if (value.length > most) return [`no more than ${most} items allowed [json-pointer:${at}]`];
  return [
    ...value.flatMap((block: unknown, index) => problemsOfBlock(block, surface, `${at}/${index}`)),
    ...repeated(objectsIn(value), at),
  ];
}

function problemsOfBlock(block: unknown, surface: Surface, at: string): readonly string[] {
  const type = isJsonObject(block) ? block.type : undefined;
  if (typeof type !== 'string') return [`missing required field: type [json-pointer:${at}]`];
  const known = blocksByType.get(type);
  if (known === undefined || !known.surfaces.includes(surface)) {
    return [`unsupported type: ${type} [json-pointer:${at}/type]`];
  }
  const read = known.schema.safeParse(block);
  return read.success ? [] : read.error.issues.map((issue) => wordIssue(issue, at));
}

const view = {
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
  blocks: z.array(z.unknown()),
};
const viewSchemas = {
  modal: z.strictObject({
    type: z.literal('modal'),
    title: plainText(24),
    close: plainText(24).optional(),
    submit: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...view,
  }),
  home: z.strictObject({ type: z.literal('home'), ...view }),
} as const;

/** A view's own members and its blocks: https://docs.slack.dev/reference/views/modal-views */
export function problemsOfView(value: unknown, surface: 'modal' | 'home'): readonly string[] {
  const read = viewSchemas[surface].safeParse(value);
  const own = read.success ? [] : read.error.issues.map((issue) => wordIssue(issue, '/view'));
  const inside = isJsonObject(value) ? value.blocks : undefined;
  const hasInput = objectsIn(inside).some((block) => block.type === 'input');
  const submit = isJsonObject(value) ? value.submit : undefined;
  const unsent =
    surface === 'modal' && hasInput && submit === undefined
      ? ['missing required field: submit, as the view has input blocks [json-pointer:/view]']
      : [];
  return [...own, ...unsent, ...problemsOfBlocks(inside ?? [], surface, '/view/blocks')];
}

function wordIssue(issue: z.core.$ZodIssue, at: string): string {
  const pointer = [at, ...issue.path.map(String)].join('/');
  return `${wordOf(issue)} [json-pointer:${pointer}]`;
}

function wordOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'array'
        ? `no more than ${issue.maximum} items allowed`
        : `must be less than ${Number(issue.maximum) + 1} characters`;
    case 'too_small':
      return issue.origin === 'array'
        ? `no less than ${issue.minimum} items allowed`
        : 'must be more than 0 characters';
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return 'unsupported type';
    case 'invalid_type':
      return issue.input === undefined
        ? `missing required field: ${String(issue.path.at(-1))}`
        : `must provide a ${issue.expected}`;
    default:
      return issue.message;
  }
}

/** Every text of a message's blocks together, which Slack limits too. */
export function textLengthOf(value: readonly JsonObject[]): number {
  let length = 0;
  const waiting: unknown[] = [...value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (isJsonObject(next) && typeof next.text === 'string') length += next.text.length;
    for (const inside of Object.values(next)) waiting.push(inside);
  }
  return length;
}
