import type { App, types, webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Answer } from '../../answer/answer.ts';
import { questionUrlWith } from '../../answer/question-url.ts';
import type { FilledTemplate } from '../../engine/diagnosis.ts';
import { english, fill, type Words } from '../../packs/words.ts';
import type { Seen } from '../../sealing/seal.ts';
import { limits } from '../blocks/limits.ts';
import { escapedFallback } from '../blocks/literal.ts';
import { type Message, plainMessage } from '../blocks/message.ts';
import { createRoom, link, preformatted, richText, section, words } from '../blocks/rich-text.ts';
import type { Rest } from '../delivery/outbox.ts';
import { type Desk, orTell } from '../desk.ts';
import { slackErrorOf } from '../trouble.ts';
import { dateProblem } from './date-check.ts';
import { fieldBlockId, type Metadata, metadata, supportRequestForm, typed } from './support-request.ts';
import { answerIsGone } from './with-answer.ts';

/**
 * A person finishes a support request: what they typed is sealed like any paste, and comes back as one block to copy, in
 * the form and, so that it is not lost with the form, in a direct message; where there is a support channel, there too.
 */
export function onFinishedRequest(app: App, desk: Desk): void {
  app.view(supportRequestForm, async ({ ack, view, body, client }) => {
    const from = readMetadata(view.private_metadata);
    const answer = from === undefined ? undefined : (await desk.answers.find(from.key))?.answer;
    if (from === undefined || answer === undefined) {
      await ack({ response_action: 'update', view: desk.out.view(done(plainMessage(answerIsGone), english)) });
      return;
    }
    const { template, words } = answer;
    const values = readValues(template, view);
    const errors = dateErrors(template, values, desk.now());
    if (Object.keys(errors).length > 0) {
      await ack({ response_action: 'errors', errors });
      return;
    }
    const request = sealRequest(desk, answer, values);
    // Slack waits three seconds for the acknowledgement, and a store may take longer.
    const kept = desk.drafts.keep(from.key, body.user.id, request.values, request.seen);
    const message = requestMessage(request, words.copyThis);
    await ack({ response_action: 'update', view: desk.out.view(done(message, words), request.seen) });
    await kept;
    const { id: user, name } = body.user;
    desk.outbox.hand(posting(desk, { client, user, name, from, request: structuredClone(request) }));
  });
}

/** A finished request, with nothing that leads back to what was typed. */
interface Finished {
  readonly client: webApi.WebClient;
  /** Slack's id of who finished it, and the name. */
  readonly user: string;
  readonly name: string;
  readonly from: Metadata;
  readonly request: Request;
}

function posting(desk: Desk, { client, user, name, from, request }: Finished): Rest {
  const post = async (channel: string, message: Message): Promise<void> => {
    await desk.out.post(client, { channel }, message, request.seen);
  };
  return () =>
    orTell(
      desk,
      async () => {
        await post(user, requestMessage(request, request.words.copyThis));
        const { supportChannel } = desk.settings;
        if (supportChannel === undefined) return;
        const where = await permalink(client, from);
        await post(supportChannel, requestMessage({ ...request, where }, `From ${name}.`));
      },
      (sentence) => post(user, plainMessage(sentence)),
    );
}

/**
 * A person types into a support request: what stands in it is kept, sealed, so that it stands there again where they close
 * the form and open it another time.
 */
export function onTypedRequest(app: App, desk: Desk): void {
  app.action(typed, async ({ ack, body }) => {
    await ack();
    const read = typing.safeParse(body);
    if (!read.success || read.data.view.callback_id !== supportRequestForm) return;
    const { user, view } = read.data;
    const from = readMetadata(view.private_metadata);
    const answer = from === undefined ? undefined : (await desk.answers.find(from.key))?.answer;
    if (from === undefined || answer === undefined) return;
    const { values, seen } = sealRequest(desk, answer, readValues(answer.template, view));
    await desk.drafts.keep(from.key, user.id, values, seen);
  });
}

const held = z.object({ value: z.string().nullish() });
const formView = z.object({
  callback_id: z.string(),
  private_metadata: z.string(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), held)) }),
});
const typing = z.object({ user: z.object({ id: z.string() }), view: formView });

function readValues({ fields }: FilledTemplate, { state }: Pick<z.infer<typeof formView>, 'state'>): readonly string[] {
  return fields.map((_, index) => state.values[fieldBlockId(index)]?.[typed]?.value?.trim() ?? '');
}

/** A support request, sealed. */
interface Request {
  readonly title: string;
  readonly text: string;
  /** Of each field, empty where nothing was typed. */
  readonly values: readonly string[];
  /** Opens a new question with the request in it. */
  readonly questionUrl?: string;
  /** Where it was asked. */
  readonly where?: string;
  /** Says what was sealed in what the person typed. */
  readonly note?: string;
  readonly seen: Seen;
  readonly words: Words;
}

function sealRequest(desk: Desk, { template, words }: Answer, values: readonly string[]): Request {
  const lines = template.fields.map(({ name, hint }, index) => `${name}: ${values[index] || `(${hint})`}`);
  const { diagnosis, seen } = desk.troubleshoot(lines.join('\n'));
  const { text, secrets } = diagnosis.paste;
  const kinds = [...new Set(secrets.map(({ kind }) => kind))].join(', ');
  return {
    title: template.title,
    text,
    values: valuesIn(template, values, text),
    questionUrl: questionUrlWith(template, text),
    note: kinds === '' ? undefined : fill(words.sealed, { kinds }),
    words,
    seen,
  };
}

/** The sealed value of each field that holds one, from its line. Where the lines are no longer the fields', none is known. */
function valuesIn({ fields }: FilledTemplate, typedIn: readonly string[], text: string): readonly string[] {
  const lines = text.split('\n');
  return fields.map(({ name }, index) => {
    const [lead, line] = [`${name}: `, lines[index] ?? ''];
    return typedIn[index] !== '' && lines.length === fields.length && line.startsWith(lead)
      ? line.slice(lead.length)
      : '';
  });
}

function requestMessage({ title, text, questionUrl, where, note, words: said }: Request, lead: string): Message {
  const room = createRoom(limits.textOfBlocks);
  const links = [
    // An address that is longer than Slack's links may be is of no use.
    ...(questionUrl === undefined || questionUrl.length > limits.url
      ? []
      : [link(room, { title: said.askAsQuestion, url: questionUrl })]),
    ...(where === undefined ? [] : [link(room, { title: 'Where it was asked', url: where })]),
  ];
  return {
    text: escapedFallback([title, lead, note, text].filter((part) => part !== undefined).join('\n\n'), limits.fallback),
    blocks: [
      ...richText([
        section(words(room, `${title}\n`, 200, { bold: true }), words(room, lead, 200)),
        preformatted(room, text, limits.input),
        ...links.map((one) => section(one)),
        ...(note === undefined ? [] : [section(words(room, note, 400, { bold: true }))]),
      ]),
    ],
  };
}

function done(message: Message, { requestTitle, close }: Words): types.ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: requestTitle },
    close: { type: 'plain_text', text: close },
    blocks: [...message.blocks],
  };
}

function dateErrors(
  template: FilledTemplate,
  values: readonly string[],
  now: number,
): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const [index, { isDate }] of template.fields.entries()) {
    const problem = isDate ? dateProblem(values[index] ?? '', now) : undefined;
    if (problem !== undefined) errors[fieldBlockId(index)] = problem;
  }
  return errors;
}

function readMetadata(text: string): Metadata | undefined {
  try {
    return metadata.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Undefined where others cannot follow it, or Slack does not give it. */
async function permalink(client: webApi.WebClient, { channel, messageTs }: Metadata): Promise<string | undefined> {
  if (messageTs === undefined) return undefined;
  try {
    return (await client.chat.getPermalink({ channel, message_ts: messageTs })).permalink;
  } catch (error) {
    if (slackErrorOf(error) === undefined) throw error;
    return undefined;
  }
}
