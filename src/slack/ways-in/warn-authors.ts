import type { webApi } from '@slack/bolt';
import type { Seen } from '../../sealing/seal.ts';
import { warningToMessage } from '../blocks/blocks.ts';
import type { Message } from '../blocks/message.ts';
import type { Desk } from '../desk.ts';
import { describeError } from '../log.ts';
import type { Place } from '../outgoing/outgoing.ts';
import { isWorthAnotherTry, slackErrorOf } from '../trouble.ts';

/** What a person wrote in a message, with what its files hold. */
export interface Written {
  /** Undefined where a program wrote it: nobody can be warned. */
  readonly user: string | undefined;
  readonly ts: string;
  readonly text: string;
}

/** What an author is told of a message of theirs. */
export interface Warning {
  readonly author: string;
  /** The timestamp of the message. */
  readonly ts: string;
  readonly said: Message;
  readonly seen: Seen;
}

/** What there is to tell of secrets to the authors of messages, with nothing that leads back to these. */
export async function warningsAbout(
  desk: Desk,
  client: webApi.WebClient,
  read: readonly Written[],
): Promise<readonly Warning[]> {
  const warnings: Warning[] = [];
  for (const { user, ts, text } of read) {
    if (user === undefined) continue;
    const locale = await desk.locales.of(client, user);
    const { answer, seen } = desk.troubleshoot(text, { locale });
    if (answer.warning === undefined) continue;
    const said = structuredClone(warningToMessage(answer.warning, answer.words));
    warnings.push({ author: user, ts, said, seen });
  }
  return warnings;
}

/**
 * Tells each author, and nobody else, of secrets in their own messages; once a message. The reply is out, and stays right: a
 * warning that cannot be given now is given when the message is asked about again.
 */
export async function warnAuthors(
  desk: Desk,
  client: webApi.WebClient,
  place: Place,
  warnings: readonly Warning[],
): Promise<void> {
  for (const { author, ts, said, seen } of warnings) {
    const claim = `warned ${place.channel} ${ts}`;
    if (!desk.once.first(claim)) continue;
    try {
      await warn(desk, client, place, author, said, seen);
    } catch (error) {
      desk.once.forget(claim);
      const about = { error: describeError(error), slack: slackErrorOf(error) };
      desk.log.warn(about, 'The author of a secret could not be warned.');
    }
  }
}

/** Whoever left the channel is warned in a direct message. */
async function warn(
  { out }: Desk,
  client: webApi.WebClient,
  place: Place,
  author: string,
  warning: Message,
  seen: Seen,
): Promise<void> {
  try {
    await out.whisper(client, place, author, warning, seen);
  } catch (error) {
    if (isWorthAnotherTry(error)) throw error;
    await out.post(client, { channel: author }, warning, seen);
  }
}
