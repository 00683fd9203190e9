import type { webApi } from '@slack/bolt';
import { answerToMessage, liveToMessage } from '../blocks/blocks.ts';
import { plainMessage } from '../blocks/message.ts';
import { count, judgedOf } from '../counting.ts';
import type { Rest } from '../delivery/outbox.ts';
import { type Desk, orLog, orTell, troubleOf } from '../desk.ts';
import { type Answered, addLive, answerText } from '../live-addition.ts';
import type { Respond } from '../outgoing/outgoing.ts';
import { tooMany } from '../outgoing/rate.ts';
import { usageMessage } from './usage.ts';

/** Who asks about a text in private, and where, with nothing of the text. */
export interface AskedAlone {
  readonly client: webApi.WebClient;
  readonly user: string;
  /** Slack's id of their workspace. */
  readonly team: string | undefined;
  /** Slack's id of the channel that they ask in. */
  readonly channel?: string | undefined;
  readonly respond: Respond;
  /** Says why there is no answer, where it is not said as the answer would be. */
  readonly tell?: (sentence: string) => Promise<void>;
  /** Whether the person wrote the text: then the warning about secrets is theirs. */
  readonly isAuthor: boolean;
  /** Whether others can read it where it stands. */
  readonly othersRead?: boolean;
  readonly threadTs?: string | undefined;
}

/** What is asked about. */
export interface Pasted {
  readonly text: string;
  /** Sentences about what could not be read. */
  readonly notes?: readonly string[];
}

/**
 * Answers in a message that the person alone sees, and can share. Nothing to read gets how to use it. Resolves once the text
 * is read.
 */
export async function answerAlone(desk: Desk, asked: AskedAlone, paste: () => Promise<Pasted>): Promise<void> {
  const rest = await readAlone(desk, asked, paste).catch((error: unknown) => sayingTrouble(desk, asked, error));
  desk.outbox.hand(rest);
}

async function readAlone(desk: Desk, asked: AskedAlone, paste: () => Promise<Pasted>): Promise<Rest> {
  const { text, notes = [] } = await paste();
  const { client, user, channel, isAuthor } = asked;
  if (text.trim() === '' && notes.length === 0) return saying(desk, asked, usageMessage());
  if (!desk.rate.allows(user)) return saying(desk, asked, plainMessage(tooMany));
  const locale = await desk.locales.of(client, user);
  return sayingAnswer(desk, asked, answerText(desk, text.trim(), { channel, locale }, isAuthor), notes);
}

function saying(desk: Desk, asked: AskedAlone, message: ReturnType<typeof plainMessage>): Rest {
  const { respond, threadTs } = asked;
  return () => orTell(desk, () => desk.out.respond(respond, message, { threadTs }), tellTo(desk, asked));
}

function sayingTrouble(desk: Desk, asked: AskedAlone, error: unknown): Rest {
  const sentence = troubleOf(desk, error);
  return () => orLog(desk, sentence, tellTo(desk, asked));
}

function sayingAnswer(desk: Desk, asked: AskedAlone, answered: Answered, notes: readonly string[]): Rest {
  return () =>
    orTell(
      desk,
      async () => {
        const { respond, threadTs, isAuthor, othersRead } = asked;
        const { shown, key, seen } = answered;
        const { answer } = shown;
        const showing = { key, toAuthorAlone: isAuthor, othersReadPaste: othersRead, shareable: true, notes };
        await desk.out.respond(respond, answerToMessage(answer, showing), { threadTs }, seen);
        addLive(desk, answered, (_live, lines) =>
          desk.out.respond(respond, liveToMessage(answer, lines), { threadTs }, seen),
        );
        await count(desk, asked.team, answer, judgedOf(answer, undefined), 'found');
      },
      tellTo(desk, asked),
    );
}

function tellTo({ out }: Desk, { respond, tell }: AskedAlone): (sentence: string) => Promise<void> {
  return tell ?? ((sentence) => out.respond(respond, plainMessage(sentence), {}));
}
