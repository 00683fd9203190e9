import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import type { Prompt } from '../outgoing/outgoing.ts';
import { whatToPaste } from './greeting.ts';

const heading = 'Paste a request that fails, or try one of these';

/** What can be sent with one click; each but the first shows how an answer looks. */
const prompts: readonly Prompt[] = [
  { title: whatToPaste, message: whatToPaste },
  {
    title: 'Example: a 401',
    message: 'curl https://api.example.com/v1/orders -H "Authorization: Bearer {ACCESS_TOKEN}"\nHTTP/2 401',
  },
  {
    title: 'Example: blocked by CORS',
    message:
      "Access to fetch at 'https://api.example.com/v1/orders' from origin 'http://localhost:3000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  },
  {
    title: 'Example: no such host',
    message: 'curl https://api.exmaple.com/v1/orders\ncurl: (6) Could not resolve host: api.exmaple.com',
  },
];

/**
 * A person opens the app beside what they work at. Slack has two forms of it: an agent, which all new apps are, whose
 * suggestions stand above its direct message, and an assistant of old, whose pane begins a thread each time. What the
 * person looks at meanwhile is not asked for: `assistant_thread_context_changed` is acknowledged, and nothing comes of it.
 * https://docs.slack.dev/ai/migrating-to-agent-messaging
 */
export function onPane(app: App, { out }: Desk): void {
  app.event('app_home_opened', async ({ event, client }) => {
    const { tab, channel } = event;
    if (tab === 'messages') await out.suggest(client, { channel }, heading, prompts);
  });
  app.event('assistant_thread_started', async ({ event, client }) => {
    const { channel_id: channel, thread_ts: threadTs } = event.assistant_thread;
    await out.suggest(client, { channel, threadTs }, heading, prompts);
  });
  app.event('assistant_thread_context_changed', async () => {});
}
