import { describe, expect, test } from 'vitest';
import { isWorthAnotherTry, sentenceFor } from '../../src/slack/trouble.ts';

/** An error as Slack's client throws it for an answer with `ok: false`. */
function refused(error: string, needed?: string): Error {
  const data = { ok: false, error, ...(needed === undefined ? {} : { needed }) };
  return Object.assign(new Error(`An API error occurred: ${error}`), { data });
}

describe('what a person reads, by Slack’s error code (https://docs.slack.dev/reference/methods/chat.postMessage)', () => {
  test.each([
    ['not_in_channel', /^I am not in this channel\. Type \/invite/],
    ['channel_not_found', /Type \/invite/],
    ['is_archived', /archived.*direct message/],
    ['restricted_action', /settings of this workspace/],
    ['restricted_action_read_only_channel', /Only some people may write/],
    ['restricted_action_thread_only_channel', /Ask me in a thread/],
    ['thread_locked', /locked/],
    ['user_not_in_channel', /You are not in this channel/],
    ['user_disabled', /no longer in this workspace/],
    ['expired_trigger_id', /took too long.*Try it again/],
    ['token_revoked', /install me again/],
    ['account_inactive', /install me again/],
    ['ratelimited', /Wait a minute/],
  ])('%s', (code, sentence) => {
    expect(sentenceFor(refused(code))).toMatch(sentence);
  });

  test('what Slack puts off for too long', () => {
    const error = Object.assign(new Error(), { code: 'slack_webapi_rate_limited_error', retryAfter: 700 });
    expect(sentenceFor(error)).toMatch(/Wait a minute/);
  });

  test('a missing scope is named, and what to do about it', () => {
    expect(sentenceFor(refused('missing_scope', 'files:read'))).toMatch(/permission files:read .* install me again/);
    expect(sentenceFor(refused('missing_scope'))).toMatch(/^I lack a permission /);
  });

  test.each([[refused('something_new')], [new Error('connect ECONNREFUSED')], ['no error at all'], [undefined]])(
    'anything else says nothing of the inside: %o',
    (error) => {
      expect(sentenceFor(error)).toBe(
        'Something went wrong on my side, and I could not answer. Try it again in a minute.',
      );
    },
  );
});

test.each([
  [refused('internal_error'), true],
  [refused('service_unavailable'), true],
  [new Error('socket hang up'), true],
  [refused('is_archived'), false],
  [refused('user_disabled'), false],
])('%o is worth another try: %o', (error, worth) => {
  expect(isWorthAnotherTry(error)).toBe(worth);
});
