import type { App } from '@slack/bolt';
import { answerToMessage } from './blocks.ts';
import { buttons } from './buttons.ts';
import { type Desk, orTell } from './desk.ts';
import { plainMessage } from './message.ts';
import { answerIsGone, readPress } from './press.ts';
import { decodeStep } from './step.ts';

/** A person goes on to the next check of the checklist, in place; what was found stays above it. */
export function onNextCheck(app: App, desk: Desk): void {
  app.action(buttons.nextCheck.actionId, async ({ ack, body, respond }) => {
    await ack();
    const press = readPress(body);
    const step = decodeStep(press?.value ?? '');
    if (press === undefined || step === undefined) return;
    const { key, check, shareable } = step;
    const shown = desk.answers.find(key);
    await orTell(
      desk,
      async () => {
        if (shown === undefined) {
          await desk.out.respond(respond, plainMessage(answerIsGone), {});
          return;
        }
        const { answer, seen, ownPaste } = shown;
        const said = answerToMessage(answer, { key, toAuthorAlone: press.alone && ownPaste, shareable, check });
        await desk.out.respond(respond, said, { replace: true }, seen);
      },
      (sentence) => desk.out.respond(respond, plainMessage(sentence), {}),
    );
  });
}
