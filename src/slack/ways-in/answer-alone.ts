import type { webApi } from '@slack/bolt';
import { answerToMessage, liveToMessage } from '../blocks/blocks.ts';
import { plainMessage } from '../blocks/message.ts';
import { count, judgedOf } from '../counting.ts';
import type { Desk } from '../desk.ts';
import { addLive } from '../live-addition.ts';
import type { Respond } from '../outgoing/outgoing.ts';
import { tooMany } from '../outgoing/rate.ts';
import { usageMessage } from './usage.ts';

/** A text that a person asks about in private. */
export interface AskedAlone {
  readonly client: webApi.WebClient;
  readonly user: string;
  /** Slack's id of their workspace. */
  readonly team: string | undefined;
  /** Slack's id of the channel that they ask in. */
  readonly channel?: string;
  readonly text: string;
  readonly respond: Respond;
  /** Whether the person wrote the text: then the warning about secrets is theirs. */
  readonly isAuthor: boolean;
  /** Whether others can read it where it stands. */
  readonly othersRead?: boolean;
  readonly threadTs?: string;
  /** Sentences about what could not be read. */
  readonly notes?: readonly string[];
}

/** Answers in a message that the person alone sees, and can share. Nothing to read gets how to use it. */
export async function answerAlone(desk: Desk, asked: AskedAlone): Promise<void> {
  const { respond, threadTs, notes = [] } = asked;
  const text = asked.text.trim();
  if (text === '' && notes.length === 0) return desk.out.respond(respond, usageMessage(), { threadTs });
  if (!desk.rate.allows(asked.user)) return desk.out.respond(respond, plainMessage(tooMany), { threadTs });
  const locale = await desk.locales.of(asked.client, asked.user);
  const { diagnosis, answer, seen } = desk.troubleshoot(text, { channel: asked.channel, locale });
  const shown = { answer, ownPaste: asked.isAuthor };
  const key = desk.answers.keep(shown, seen);
  const said = answerToMessage(answer, {
    key,
    toAuthorAlone: asked.isAuthor,
    othersReadPaste: asked.othersRead,
    shareable: true,
    notes,
  });
  await desk.out.respond(respond, said, { threadTs }, seen);
  addLive(desk, { diagnosis, shown, key, seen }, (_live, lines) =>
    desk.out.respond(respond, liveToMessage(answer, lines), { threadTs }, seen),
  );
  await count(desk, asked.team, answer, judgedOf(answer, undefined), 'found');
}
