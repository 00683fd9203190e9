import type { App } from '@slack/bolt';
import { answerToMessage } from '../blocks/blocks.ts';
import { actionIds } from '../blocks/buttons.ts';
import type { Desk } from '../desk.ts';
import { readPress } from './press.ts';
import { withAnswer } from './with-answer.ts';

/** A person shares an answer that only they saw with everybody in the channel: the sealed answer, never the paste. */
export function onShare(app: App, desk: Desk): void {
  app.action(actionIds.share, async ({ ack, body, respond }) => {
    await ack();
    const press = readPress(body);
    if (press === undefined) return;
    const { value: key, user, threadTs } = press;
    await withAnswer(desk, key, respond, async ({ answer, ownPaste }) => {
      const claim = `shared ${key}`;
      if (!desk.once.first(claim)) return;
      const shared = answerToMessage(answer, { key, toAuthorAlone: false, shareable: false, sharedBy: user.name });
      try {
        await desk.out.respond(respond, shared, { inChannel: true, threadTs });
      } catch (error) {
        desk.once.forget(claim);
        throw error;
      }
      const left = answerToMessage(answer, { key, toAuthorAlone: ownPaste, shareable: false });
      await desk.out.respond(respond, left, { replace: true });
    });
  });
}
