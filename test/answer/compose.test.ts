import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { packsAtHand } from '../../src/packs-at-hand.ts';
import { troubleshoot } from '../../src/troubleshoot.ts';

const atHand = await packsAtHand(undefined);
if (!atHand.ok) throw new Error('The packs do not load.');
const { packs } = atHand;
const now = Date.parse('2026-01-01T00:00:00Z');
const answerTo = (paste: string): Answer => troubleshoot(paste, packs, now).answer;

const accounts = 'https://digital.garden-fi.com/a/consumer/api/v0/users/7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310/accounts';

describe('an answer', () => {
  it.each([
    [
      'what is sure',
      `curl -i ${accounts} -H "Accept: application/json"\nHTTP/2 401`,
      'Found it: “Is the authorization header valid?”',
    ],
    ['what is likely', 'RPError: unexpected JWT alg received, expected RS256, got: ES256', /^(Found it|Most likely): /],
    [
      'what is possible',
      'I keep getting 401 Unauthorized',
      'Worth checking first: “Is the authorization header valid?”',
    ],
    ['that nothing fits', 'thanks, that worked!', 'Nothing in the checklist fits what you pasted.'],
    ['that it is no text', '\ufffdPNG\u0000\u0000\ufffd\ufffdIHDR\u0001\u0002\ufffd', /^What you sent is not text\./],
    ['that nothing came', ' \n\t', 'There is nothing to read in what you sent.'],
  ])('opens with %s', (_what, paste, headline) => {
    expect(answerTo(paste).headline).toMatch(headline);
  });

  it('always brings the whole checklist in its order, the template and where to turn', () => {
    const answer = answerTo('no idea what is going on');
    expect(answer.checklist.map(({ id }) => id)).toEqual([
      'base-url',
      'version',
      'authorization-header',
      'external-application',
      'scopes',
      'claims',
      'user-access',
      'copy-and-paste',
      'server-errors',
      'more-help',
    ]);
    expect(answer.template.fields.map(({ name }) => name)).toEqual([
      'x-request-id',
      'Date',
      'Client ID',
      'Authentication URL',
      'Redirect URL',
    ]);
    expect(answer.template.text).toContain('Never share private information');
    expect(answer.template.questionUrl).toMatch(/^https:\/\/stackoverflow\.com\/questions\/ask\?/);
    expect(answer.links.map(({ url }) => url)).toContain(
      'https://stackoverflow.com/questions/tagged/banno-digital-toolkit',
    );
  });

  it('fills the template from the paste', () => {
    const { template } = answerTo(`HTTP/1.1 500 Internal Server Error
Date: Mon, 07 Jul 2025 15:01:12 GMT
x-request-id: 0f6e2ad4b8c1957330de4a61c2b97f58

client_id=c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa
redirect_uri=https://app.example.com/callback`);
    expect(Object.fromEntries(template.fields.map(({ name, value }) => [name, value]))).toMatchObject({
      'x-request-id': '0f6e2ad4b8c1957330de4a61c2b97f58',
      Date: 'Mon, 07 Jul 2025 15:01:12 GMT',
      'Client ID': 'c5f0a1d2-88b4-4f6d-a3e7-0b9d2f41c6aa',
      'Authentication URL': null,
      'Redirect URL': 'https://app.example.com/callback',
    });
  });

  it('asks for what is missing while nothing is sure, and for nothing after that', () => {
    expect(answerTo('I keep getting 401 Unauthorized').next?.text).toMatch(/^Paste /);
    expect(answerTo(`curl -i ${accounts}\nHTTP/2 401`).next).toBeUndefined();
  });

  it.each([
    ['what may be the fault', `curl “${accounts}”\nHTTP/2 401`, /^I read curly quotes as straight ones\. If they are/],
    ['what a mail program did', `> curl ${accounts}\n> -H "Accept: */*"\n> HTTP/2 401`, /./],
    ['nothing of what a chat always writes', `\`\`\`\ncurl <${accounts}>\nHTTP/2 401\n\`\`\``, undefined],
  ])('tells of the mendings %s', (_what, paste, note) => {
    const { mended } = answerTo(paste);
    if (note === undefined) expect(mended).toEqual([]);
    else expect(mended.join('\n')).toMatch(note);
  });

  it('warns of a secret that still opens something', () => {
    const answer = answerTo('client_secret=e91d7c34-2b6f-4a80-95d3-6c1f0e8b7a25');
    expect(answer.warning?.text).toMatch(/^A client secret was in what you pasted/);
    expect(JSON.stringify(answer)).not.toContain('e91d7c34-2b6f');
  });

  it('warns of what stands in the paste alone, not of the field that curl makes of it', () => {
    const answer = answerTo(`curl -i ${accounts} -u robin:fake-password-01\nHTTP/2 401`);
    expect(answer.warning?.text).toMatch(/^A password was in what you pasted/);
  });
});
