import type { Shown } from '../answers.ts';
import { plainMessage } from '../blocks/message.ts';
import { type Desk, orTell } from '../desk.ts';
import type { Respond } from '../outgoing/outgoing.ts';

export const answerIsGone =
  'I no longer have this answer at hand: I keep answers for a while, and no paste at all. Send your paste again.';

/** Does the work with the answer that a button belongs to, or tells the person why it cannot be done. */
export async function withAnswer(
  desk: Desk,
  key: string,
  respond: Respond,
  work: (shown: Shown) => Promise<void>,
): Promise<void> {
  const tell = (sentence: string) => desk.out.respond(respond, plainMessage(sentence), {});
  const shown = await desk.answers.find(key);
  await orTell(desk, () => (shown === undefined ? tell(answerIsGone) : work(shown)), tell);
}
