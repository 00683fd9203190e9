import type { App, types, webApi } from '@slack/bolt';
import { limits } from '../blocks/limits.ts';
import { plainMessage } from '../blocks/message.ts';
import { teamOf } from '../counting.ts';
import type { Desk } from '../desk.ts';
import type { Fetch } from '../outgoing/fetch.ts';
import type { Respond } from '../outgoing/outgoing.ts';
import { answerAlone } from './answer-alone.ts';

const callbackId = 'paste_form';

/** How long Slack may take to take an answer. */
const patienceMs = 20_000;

/** What a paste longer than a command line is put into, in the order in which it is read. */
const inputs = [
  { id: 'request', label: 'What you sent', hint: 'The curl command, the URL or the code. Secrets are sealed.' },
  { id: 'response', label: 'What came back', hint: 'The response or the error, at best as curl -i shows it.' },
  {
    id: 'more',
    label: 'Anything else',
    hint: 'More of the same, or what you have tried. If it is longer still, send me a text file.',
  },
] as const;

/** The form for a long paste. Its answer goes to `responseUrl`, so that it appears where the command was given. */
export function pasteForm(responseUrl: string): types.ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: responseUrl,
    title: { type: 'plain_text', text: 'Troubleshoot' },
    submit: { type: 'plain_text', text: 'Troubleshoot' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: inputs.map(({ id, label, hint }) => ({
      type: 'input',
      block_id: id,
      optional: true,
      label: { type: 'plain_text', text: label },
      hint: { type: 'plain_text', text: hint },
      element: { type: 'plain_text_input', action_id: 'typed', multiline: true, max_length: limits.input },
    })),
  };
}

/** A person sends the form for a long paste. */
export function onPasteForm(app: App, desk: Desk): void {
  app.view(callbackId, async ({ ack, view, body, client, context }) => {
    const typed = inputs.map(({ id }) => view.state.values[id]?.typed?.value?.trim() ?? '');
    const text = typed.filter((part) => part !== '').join('\n\n');
    if (text === '') {
      await ack({ response_action: 'errors', errors: { request: 'Paste something here or below.' } });
      return;
    }
    await ack();
    const user = body.user.id;
    const asked = {
      client,
      user,
      team: teamOf(context),
      respond: respondTo(desk.fetch, view.private_metadata),
      tell: tellDirectly(desk, client, user),
      isAuthor: true,
    };
    await answerAlone(desk, asked, async () => ({ text }));
  });
}

/** The address of the command may be used up, or too old. */
function tellDirectly({ out }: Desk, client: webApi.WebClient, user: string): (sentence: string) => Promise<void> {
  return async (sentence) => {
    await out.post(client, { channel: user }, plainMessage(sentence));
  };
}

/** Half an hour long and five times: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
function respondTo(fetch: Fetch, responseUrl: string): Respond {
  return async (message) => {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The response_url answered ${response.status}.`);
  };
}
