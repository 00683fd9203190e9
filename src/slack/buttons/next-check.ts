import type { App } from '@slack/bolt';
import { answerToMessage } from '../blocks/blocks.ts';
import { actionIds } from '../blocks/buttons.ts';
import type { Desk } from '../desk.ts';
import { movedOn } from '../live-addition.ts';
import { decodeStep } from '../step.ts';
import { readPress } from './press.ts';
import { withAnswer } from './with-answer.ts';

/** A person goes on to the next check of the checklist, in place; what was found stays above it. */
export function onNextCheck(app: App, desk: Desk): void {
  app.action(actionIds.nextCheck, async ({ ack, body, respond }) => {
    await ack();
    const press = readPress(body);
    const step = decodeStep(press?.value ?? '');
    if (press === undefined || step?.check === undefined) return;
    const { key, check, shareable } = step;
    desk.once.first(movedOn(key));
    await withAnswer(desk, key, respond, async ({ answer, ownPaste }) => {
      const said = answerToMessage(answer, { key, toAuthorAlone: press.alone && ownPaste, shareable, check });
      await desk.out.respond(respond, said, { replace: true });
    });
  });
}
