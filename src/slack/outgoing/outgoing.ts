import type { RespondArguments, types, webApi } from '@slack/bolt';
import type { Seen } from '../../sealing/seal.ts';
import { limits } from '../blocks/limits.ts';
import { literal } from '../blocks/literal.ts';
import { type Message, plainMessage } from '../blocks/message.ts';
import { describeError, type Log } from '../log.ts';
import { slackErrorOf } from '../trouble.ts';
import type { HoldsSecret } from './guard.ts';
import type { PatientPost } from './patient-post.ts';
import { findReply, markReply } from './reply-mark.ts';

/** A place that messages stand in. */
export interface Place {
  readonly channel: string;
  /** The first message of the thread. */
  readonly threadTs?: string;
}

/** The message that a reply belongs to. */
export interface Replied {
  /** Its timestamp. */
  readonly to: string;
  /** Who replies. */
  readonly botUserId: string | undefined;
}

export interface RespondingHow {
  readonly inChannel?: boolean;
  /** Takes the place of the message that was acted on. */
  readonly replace?: boolean;
  readonly threadTs?: string;
}

/** What a person can send with one click. */
export interface Prompt {
  readonly title: string;
  readonly message: string;
}

/** Sends to a `response_url`. */
export type Respond = (message: RespondArguments) => Promise<unknown>;

/**
 * The one way out to Slack. Each payload is looked at a last time; one that holds a secret does not leave, and a general
 * sentence leaves in its place. Links are never unfurled and marks in the text are never read.
 */
export interface Outgoing {
  /** The timestamp of the new message, or undefined where Slack gives none. */
  post(client: webApi.WebClient, place: Place, message: Message, seen?: Seen): Promise<string | undefined>;
  /** Posts a reply to a message, and only one, also where Slack's word of it is lost. */
  reply(
    client: webApi.WebClient,
    place: Place,
    replied: Replied,
    message: Message,
    seen?: Seen,
  ): Promise<string | undefined>;
  /** Changes a reply, which stays known as one. */
  changeReply(
    client: webApi.WebClient,
    reply: { readonly channel: string; readonly ts: string },
    replied: Replied,
    message: Message,
    seen?: Seen,
  ): Promise<void>;
  /** Only `user` sees it. */
  whisper(client: webApi.WebClient, place: Place, user: string, message: Message, seen?: Seen): Promise<void>;
  /** Answers a command, a shortcut or a button, also where the app is no member. */
  respond(respond: Respond, message: Message, how: RespondingHow, seen?: Seen): Promise<void>;
  /** What can be written in the app's pane. Never rejects: where it cannot be shown, nobody misses it; nor do the next two. */
  suggest(client: webApi.WebClient, place: Place, heading: string, prompts: readonly Prompt[]): Promise<void>;
  /** Says in a thread of a direct message what the app is doing, until it replies there. */
  tellStatus(client: webApi.WebClient, place: Place, status: string): Promise<void>;
  /** Names a thread in the pane after what was found in it. */
  entitle(client: webApi.WebClient, place: Place, title: string, seen: Seen): Promise<void>;
  open(client: webApi.WebClient, triggerId: string, view: types.ModalView, seen?: Seen): Promise<void>;
  publish(client: webApi.WebClient, user: string, view: types.HomeView): Promise<void>;
  /** A view that is given back in an acknowledgement. */
  view(view: types.ModalView, seen?: Seen): types.ModalView;
}

const withheld =
  'I read what you sent, but I do not show the answer: there was what looks like a secret in it. Replace the secret in your paste with a word such as TOKEN and send it again.';

const withheldHere = 'I do not show this: there was what looks like a secret in it. Tell whoever runs me.';

const literalText = { unfurl_links: false, unfurl_media: false, mrkdwn: false, parse: 'none' } as const;

/** It keeps the id of what it stands for. */
function instead({ blocks: [first] }: Message): Message {
  const { text, blocks } = plainMessage(withheld);
  return { text, blocks: blocks.map((block) => ({ ...block, block_id: first?.block_id })) };
}

export function createOutgoing(log: Log, holdsSecret: HoldsSecret, postOnce: PatientPost): Outgoing {
  function safe(message: Message, seen: Seen | undefined) {
    const { text, blocks } = holdsSecret(message, seen) ? instead(message) : message;
    return { text, blocks: [...blocks], ...literalText };
  }

  function safeView(view: types.ModalView, seen: Seen | undefined): types.ModalView {
    if (!holdsSecret(view, seen)) return view;
    const title = { type: 'plain_text', text: 'Stepwise' } as const;
    return { type: 'modal', title, blocks: [...plainMessage(withheld).blocks] };
  }

  /** An app that was installed before it asked for `assistant:write` has no pane. */
  async function orLeaveIt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const slack = slackErrorOf(error);
      if (slack !== 'missing_scope') log.warn({ error: describeError(error), slack }, 'The pane could not be changed.');
    }
  }

  return {
    async post(client, { channel, threadTs }, message, seen) {
      const posted = await client.chat.postMessage({ channel, thread_ts: threadTs, ...safe(message, seen) });
      return posted.ts;
    },
    reply(client, place, replied, message, seen) {
      const { channel, threadTs } = place;
      const marked = markReply(message, replied.to);
      return postOnce(client, { channel, thread_ts: threadTs, ...safe(marked, seen) }, () =>
        findReply(client, place, replied),
      );
    },
    async changeReply(client, { channel, ts }, { to }, message, seen) {
      await client.chat.update({ channel, ts, ...safe(markReply(message, to), seen) });
    },
    async whisper(client, { channel, threadTs }, user, message, seen) {
      await client.chat.postEphemeral({ channel, user, thread_ts: threadTs, ...safe(message, seen) });
    },
    async respond(respond, message, { inChannel = false, replace = false, threadTs }, seen) {
      await respond({
        response_type: inChannel ? 'in_channel' : 'ephemeral',
        replace_original: replace,
        ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        ...safe(message, seen),
      });
    },
    suggest(client, { channel, threadTs }, heading, prompts) {
      // An agent has no threads to suggest in, and Slack does nothing where one is named.
      const where = threadTs === undefined ? {} : { thread_ts: threadTs };
      return orLeaveIt(() =>
        client.assistant.threads.setSuggestedPrompts({
          channel_id: channel,
          ...where,
          title: heading,
          prompts: [...prompts],
        }),
      );
    },
    async tellStatus(client, { channel, threadTs }, status) {
      if (threadTs === undefined) return;
      await orLeaveIt(() => client.assistant.threads.setStatus({ channel_id: channel, thread_ts: threadTs, status }));
    },
    async entitle(client, { channel, threadTs }, title, seen) {
      if (threadTs === undefined || holdsSecret(title, seen)) return;
      const short = literal(title, limits.threadTitle);
      await orLeaveIt(() =>
        client.assistant.threads.setTitle({ channel_id: channel, thread_ts: threadTs, title: short }),
      );
    },
    async open(client, triggerId, view, seen) {
      await client.views.open({ trigger_id: triggerId, view: safeView(view, seen) });
    },
    async publish(client, user, view) {
      const safeHome = holdsSecret(view) ? { ...view, blocks: [...plainMessage(withheldHere).blocks] } : view;
      await client.views.publish({ user_id: user, view: safeHome });
    },
    view: safeView,
  };
}
