import { createHmac } from 'node:crypto';
import { type Ack, ackDeadlineMs, type Delivery, type Retry, type Transport } from '../delivery.ts';
import { isJsonObject, type JsonObject, parseJson } from '../json.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Sends what happens as signed HTTP requests to the app's request URL, as Slack does without Socket Mode:
 * https://docs.slack.dev/apis/events-api/using-http-request-urls
 */
export function createHttpTransport(workspace: Workspace, requestUrl: string): Transport {
  return {
    over: 'http',
    send: (delivery, retry) => request(workspace, requestUrl, encode(delivery), retry),
  };
}

/** The handshake in which the app proves that a request URL is its own: https://docs.slack.dev/reference/events/url_verification */
export async function verifyRequestUrl(workspace: Workspace, requestUrl: string): Promise<boolean> {
  const challenge = workspace.newId('ch');
  const body = JSON.stringify({ token: workspace.app.verificationToken, challenge, type: 'url_verification' });
  const ack = await request(workspace, requestUrl, { type: 'application/json', body }, undefined);
  return ack.ok && (ack.payload === challenge || (isJsonObject(ack.payload) && ack.payload.challenge === challenge));
}

interface Encoded {
  readonly type: string;
  readonly body: string;
}

function encode(delivery: Delivery): Encoded {
  switch (delivery.type) {
    case 'events_api':
      return { type: 'application/json', body: JSON.stringify(delivery.payload) };
    case 'slash_commands':
      return form(delivery.payload);
    case 'interactive':
      return form({ payload: JSON.stringify(delivery.payload) });
  }
}

function form(fields: JsonObject): Encoded {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) body.append(name, String(value));
  return { type: 'application/x-www-form-urlencoded', body: body.toString() };
}

async function request(
  workspace: Workspace,
  requestUrl: string,
  encoded: Encoded,
  retry: Retry | undefined,
): Promise<Ack> {
  // The app checks the age by its own clock, so the workspace's, which tests move, will not do here.
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', workspace.app.signingSecret)
    .update(`v0:${timestamp}:${encoded.body}`)
    .digest('hex');
  const headers: Record<string, string> = {
    'content-type': encoded.type,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
  if (retry !== undefined) {
    headers['x-slack-retry-num'] = String(retry.num);
    headers['x-slack-retry-reason'] = retry.reason;
  }
  const given = new AbortController();
  let late = false;
  const callOff = workspace.clock.after(ackDeadlineMs, () => {
    late = true;
    given.abort();
  });
  try {
    const response = await fetch(requestUrl, {
      method: 'POST',
      headers,
      body: encoded.body,
      redirect: 'follow',
      signal: given.signal,
    });
    const text = await response.text();
    if (!response.ok) {
      const final = response.headers.get('x-slack-no-retry') === '1';
      return { ok: false, reason: 'http_error', ...(final ? { final } : {}) };
    }
    return { ok: true, payload: text === '' ? undefined : (parseJson(text) ?? text) };
  } catch {
    return { ok: false, reason: late ? 'http_timeout' : 'connection_failed' };
  } finally {
    callOff();
  }
}
