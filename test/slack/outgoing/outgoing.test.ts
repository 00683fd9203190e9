import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../../src/slack/blocks/message.ts';
import { noMeter } from '../../../src/slack/meter.ts';
import { createGuard } from '../../../src/slack/outgoing/guard.ts';
import { createOutgoing, type Respond } from '../../../src/slack/outgoing/outgoing.ts';

const secret = ['ghp', '_', 'F4k3F4k3F4k3F4k3F4k3F4k3F4k3F4k3F4k3'].join('');
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiJmYWtlIn0', 'c2lnbmF0dXJlLXRoYXQtaXMtZmFrZS1mYWtlLWZha2U'].join('.');

async function responded(text: string) {
  const logged: string[] = [];
  const line = (about: object, message: string) => {
    logged.push(`${JSON.stringify(about)} ${message}`);
  };
  const sent: Parameters<Respond>[0][] = [];
  const log = { info: line, warn: line, error: line };
  const out = createOutgoing(
    log,
    createGuard(log, noMeter, () => ''),
    async () => undefined,
  );
  await out.respond(
    async (message) => {
      sent.push(message);
    },
    plainMessage(text),
    {},
  );
  return { sent: JSON.stringify(sent), logged: logged.join('\n') };
}

describe('what leaves for Slack', () => {
  test('shows no preview of a link and reads no marks', async () => {
    const { sent } = await responded('hello');
    expect(sent).toContain('"unfurl_links":false,"unfurl_media":false,"mrkdwn":false,"parse":"none"');
  });

  test.each([secret, jwt])('is withheld where a secret slipped in', async (value) => {
    const { sent, logged } = await responded(`Look: ${value}`);
    expect(sent).not.toContain(value);
    expect(sent).toContain('I do not show the answer');
    expect(logged).toContain('withheld');
    expect(logged).not.toContain(value);
  });
});
