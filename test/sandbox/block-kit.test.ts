import { describe, expect, test } from 'vitest';
import { problemsOfBlocks, problemsOfView } from '../../src/sandbox/blocks/validate.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const button = { type: 'button', action_id: 'a', text: plain('Share') };
const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ text: plain('Option'), value: String(at) }));
const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] };
const preformatted = { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'curl' }] };

describe('blocks of a message that Slack takes (docs.slack.dev/reference/block-kit/blocks)', () => {
  test.each([
    ['a section', { type: 'section', text: mrkdwn('x'.repeat(3000)) }],
    ['a section with fields alone', { type: 'section', fields: [mrkdwn('a'), plain('b')] }],
    [
      'a section with an overflow menu',
      { type: 'section', text: plain('x'), accessory: { type: 'overflow', action_id: 'o', options: options(5) } },
    ],
    ['a header', { type: 'header', text: plain('x'.repeat(150)) }],
    ['a divider', { type: 'divider' }],
    [
      'context',
      {
        type: 'context',
        elements: [mrkdwn('x'), { type: 'image', image_url: 'https://x.example/i.png', alt_text: 'i' }],
      },
    ],
    ['actions', { type: 'actions', elements: [button] }],
    ['rich text', { type: 'rich_text', elements: [preformatted] }],
    ['Markdown', { type: 'markdown', text: '**x**' }],
    ['a table', table],
    [
      'a menu with its first choice',
      {
        type: 'actions',
        elements: [{ type: 'static_select', action_id: 's', options: options(2), initial_option: options(1)[0] }],
      },
    ],
    ['a picture of Slack', { type: 'image', slack_file: { id: 'F1' }, alt_text: 'x' }],
    [
      'buttons that ask for an opinion',
      {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            action_id: 'f',
            positive_button: { text: plain('Good'), value: 'good' },
            negative_button: { text: plain('Bad'), value: 'bad' },
          },
        ],
      },
    ],
  ])('%s', (_, block) => {
    expect(problemsOfBlocks([block], 'message', '/blocks')).toEqual([]);
  });
});

describe('blocks of a message that Slack refuses, and what it says (docs.slack.dev/reference/block-kit/blocks)', () => {
  test.each([
    ['a type that is none', { type: 'sektion' }, 'unsupported type: sektion [json-pointer:/blocks/0/type]'],
    ['a section of nothing', { type: 'section' }, 'missing required field: text [json-pointer:/blocks/0]'],
    [
      'a text of 3,001',
      { type: 'section', text: mrkdwn('x'.repeat(3001)) },
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'an empty text',
      { type: 'section', text: mrkdwn('') },
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      '11 fields',
      { type: 'section', fields: Array(11).fill(plain('x')) },
      'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
    ['a header in mrkdwn', { type: 'header', text: mrkdwn('x') }, '[json-pointer:/blocks/0/text/type]'],
    [
      'a header of 151',
      { type: 'header', text: plain('x'.repeat(151)) },
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      '11 elements of context',
      { type: 'context', elements: Array(11).fill(mrkdwn('x')) },
      'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      '26 buttons',
      { type: 'actions', elements: Array.from({ length: 26 }, (_, at) => ({ ...button, action_id: `a${at}` })) },
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'two elements of one action id',
      { type: 'actions', elements: [button, button] },
      '`action_id` a already exists [json-pointer:/blocks/0/elements/1/action_id]',
    ],
    [
      'a button of 76',
      { type: 'actions', elements: [{ ...button, text: plain('x'.repeat(76)) }] },
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'a value of 2,001',
      { type: 'actions', elements: [{ ...button, value: 'x'.repeat(2001) }] },
      'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    ],
    [
      '6 options of an overflow menu',
      { type: 'section', text: plain('x'), accessory: { type: 'overflow', options: options(6) } },
      'no more than 5 items allowed [json-pointer:/blocks/0/accessory/options]',
    ],
    [
      'a member that is none',
      { type: 'divider', colour: 'red' },
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'rich text of an empty text',
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] },
      'must be more than 0 characters',
    ],
    [
      'a menu without options',
      { type: 'section', text: plain('x'), accessory: { type: 'static_select', action_id: 's' } },
      'must provide exactly one of: options, option_groups [json-pointer:/blocks/0/accessory]',
    ],
    [
      'a first choice that is no option',
      {
        type: 'actions',
        elements: [
          {
            type: 'radio_buttons',
            action_id: 'r',
            options: options(2),
            initial_option: { ...options(1)[0], value: '9' },
          },
        ],
      },
      'must be one of the options [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'an image of nothing',
      { type: 'image', alt_text: 'x' },
      'must provide exactly one of: image_url, slack_file [json-pointer:/blocks/0]',
    ],
    [
      'an image without a text for who cannot see it',
      { type: 'image', image_url: 'https://x.example/i.png' },
      'missing required field: alt_text',
    ],
    [
      'a date that is none',
      { type: 'actions', elements: [{ type: 'datepicker', action_id: 'd', initial_date: '1 May' }] },
      'must be a date as YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]',
    ],
    [
      'a number without a word on decimals',
      { type: 'input', label: plain('x'), element: { type: 'number_input', action_id: 'n' } },
      'missing required field: is_decimal_allowed',
    ],
    [
      'a shortest text over the longest',
      {
        type: 'input',
        label: plain('x'),
        element: { type: 'plain_text_input', action_id: 'i', min_length: 5, max_length: 4 },
      },
      'min_length must not be more than max_length [json-pointer:/blocks/0/element]',
    ],
    [
      'a block id of 256',
      { type: 'divider', block_id: 'x'.repeat(256) },
      'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
    ],
    ['two tables', [table, table], 'only one table is allowed [json-pointer:/blocks/1]'],
    [
      'Markdown of 12,001 in two blocks',
      [
        { type: 'markdown', text: 'x'.repeat(6000) },
        { type: 'markdown', text: 'x'.repeat(6001) },
      ],
      'must be less than 12001 characters [json-pointer:/blocks]',
    ],
    ['51 blocks', ...manyBlocks(51)],
  ])('%s', (_, block, problem) => {
    const blocks = Array.isArray(block) ? block : [block];
    expect(problemsOfBlocks(blocks, 'message', '/blocks').join('\n')).toContain(problem);
  });

  function manyBlocks(count: number): [object[], string] {
    return [Array(count).fill({ type: 'divider' }), 'no more than 50 items allowed [json-pointer:/blocks]'];
  }

  test('two blocks of one id', () => {
    const blocks = [
      { type: 'divider', block_id: 'd' },
      { type: 'divider', block_id: 'd' },
    ];
    expect(problemsOfBlocks(blocks, 'message', '/blocks')).toEqual([
      '`block_id` d already exists [json-pointer:/blocks/1/block_id]',
    ]);
  });
});

describe('views (docs.slack.dev/reference/views/modal-views)', () => {
  const input = { type: 'input', label: plain('Name'), element: { type: 'plain_text_input', action_id: 'v' } };
  const modal = { type: 'modal', title: plain('Form'), submit: plain('Send'), blocks: [input] };

  test('a modal that Slack takes', () => {
    expect(problemsOfView(modal, 'modal')).toEqual([]);
  });

  test.each([
    [
      'a title of 25',
      { ...modal, title: plain('x'.repeat(25)) },
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    [
      'inputs and no way to submit them',
      { type: 'modal', title: plain('Form'), blocks: [input] },
      'missing required field: submit',
    ],
    [
      'metadata of 3,001',
      { ...modal, private_metadata: 'x'.repeat(3001) },
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'a block for messages',
      { ...modal, blocks: [{ type: 'markdown', text: 'x' }] },
      'unsupported type: markdown [json-pointer:/view/blocks/0/type]',
    ],
    [
      '101 blocks',
      { ...modal, blocks: Array(101).fill({ type: 'divider' }) },
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    ['no title', { type: 'modal', blocks: [] }, 'missing required field: title [json-pointer:/view/title]'],
  ])('%s', (_, view, problem) => {
    expect(problemsOfView(view, 'modal').join('\n')).toContain(problem);
  });
});
