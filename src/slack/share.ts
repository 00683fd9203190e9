import type { App } from '@slack/bolt';
import { answerToMessage } from './blocks.ts';
import { buttons } from './buttons.ts';
import { type Desk, orTell } from './desk.ts';
import { plainMessage } from './message.ts';
import { answerIsGone, readPress } from './press.ts';

/** A person shares an answer that only they saw with everybody in the channel: the sealed answer, never the paste. */
export function onShare(app: App, desk: Desk): void {
  app.action(buttons.share.actionId, async ({ ack, body, respond }) => {
    await ack();
    const press = readPress(body);
    if (press === undefined) return;
    const { value: key, user, threadTs } = press;
    const shown = desk.answers.find(key);
    const claim = `shared ${key}`;
    if (shown !== undefined && !desk.once.first(claim)) return;
    await orTell(
      desk,
      async () => {
        if (shown === undefined) {
          await desk.out.respond(respond, plainMessage(answerIsGone), {});
          return;
        }
        const { answer, seen, ownPaste } = shown;
        const shared = answerToMessage(answer, { key, toAuthorAlone: false, shareable: false, sharedBy: user.name });
        await desk.out.respond(respond, shared, { inChannel: true, threadTs }, seen);
        const left = answerToMessage(answer, { key, toAuthorAlone: ownPaste, shareable: false });
        await desk.out.respond(respond, left, { replace: true }, seen);
      },
      async (sentence) => {
        desk.once.forget(claim);
        await desk.out.respond(respond, plainMessage(sentence), {});
      },
    );
  });
}
