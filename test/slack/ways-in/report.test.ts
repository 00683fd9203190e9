import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { reporting, reportOf, wordsOf } from '../../../src/slack/ways-in/report.ts';

const read = (message: object) => z.object(reporting).parse({ bot_id: 'B1', ...message });
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

describe('a report says', () => {
  test.each<readonly [string, object, string]>([
    ['its text', { text: 'HTTP 401' }, 'HTTP 401'],
    ['what its blocks say, below a summary', { text: 'Alert', blocks: [section('HTTP 401')] }, 'Alert\n\nHTTP 401'],
    ['once what both say', { text: 'HTTP  401', blocks: [section('It said\nHTTP 401')] }, 'It said\nHTTP 401'],
    [
      'every part of a block',
      {
        blocks: [
          { type: 'header', text: { type: 'plain_text', text: 'Failed' } },
          {
            type: 'section',
            fields: [
              { type: 'mrkdwn', text: 'status 401' },
              { type: 'mrkdwn', text: 'GET /v2' },
            ],
          },
          { type: 'context', elements: [{ type: 'mrkdwn', text: 'at noon' }] },
          { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Mute' } }] },
        ],
      },
      'Failed\nstatus 401\nGET /v2\nat noon',
    ],
    [
      'a line of rich text in one',
      {
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [
                  { type: 'text', text: 'GET ' },
                  { type: 'link', url: 'https://a.example/v2' },
                ],
              },
              { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'HTTP/2 401\n{}' }] },
            ],
          },
        ],
      },
      'GET https://a.example/v2\nHTTP/2 401\n{}',
    ],
    [
      'its attachments, with their fields',
      {
        attachments: [{ title: 'Failed', text: 'GET /v2', fields: [{ title: 'Status', value: '401' }], fallback: 'x' }],
      },
      'Failed\nGET /v2\nStatus: 401',
    ],
    ['what an attachment falls back to', { attachments: [{ fallback: 'HTTP 401' }] }, 'HTTP 401'],
    [
      'the blocks of a message that is forwarded',
      { attachments: [{ is_share: true, text: '', message_blocks: [{ message: { blocks: [section('HTTP 401')] } }] }] },
      'HTTP 401',
    ],
    ['nothing of what is none of Slack’s', { text: 7, blocks: [7, [[]], { elements: {} }], attachments: 'x' }, ''],
  ])('%s', (_what, message, said) => {
    expect(reportOf(read(message))).toBe(said);
  });

  test('a person’s words once: all of them are in the text', () => {
    expect(reportOf(read({ bot_id: undefined, text: '`401`', blocks: [section('401')] }))).toBe('`401`');
  });
});

test('a person’s words are what they wrote and what they forward, and no preview of a link', () => {
  const attachments = [
    { is_share: true, text: 'HTTP 401' },
    { from_url: 'https://a.example', text: 'A page' },
  ];
  expect(wordsOf(read({ bot_id: undefined, text: 'Why?', attachments }))).toBe('Why?\n\nHTTP 401');
});
