import type { App } from '@slack/bolt';
import type { Answer } from '../../answer/answer.ts';
import type { WordName } from '../../packs/words.ts';
import type { Outcome } from '../../store/store.ts';
import { actionIds, type ButtonName, button } from '../blocks/buttons.ts';
import { limits } from '../blocks/limits.ts';
import { escapedFallback } from '../blocks/literal.ts';
import { type Message, plainMessage } from '../blocks/message.ts';
import { bullets, createRoom, link, richText, section, words } from '../blocks/rich-text.ts';
import { count, judgedOf, teamOf } from '../counting.ts';
import type { Desk } from '../desk.ts';
import { decodeStep, firstCheck, type Step } from '../step.ts';
import { readPress } from './press.ts';
import { withAnswer } from './with-answer.ts';

type Said = Extract<Outcome, ButtonName>;

const thanks = { fixed: 'thanksForFixed', stuck: 'thanksForStuck' } as const satisfies Record<Said, WordName>;

/** A person says whether an answer helped. It is counted once for each person and check. */
export function onOutcome(app: App, desk: Desk): void {
  for (const outcome of ['fixed', 'stuck'] as const) {
    app.action(actionIds[outcome], async ({ ack, body, respond, context }) => {
      await ack();
      const press = readPress(body);
      const step = decodeStep(press?.value ?? '');
      if (press === undefined || step === undefined) return;
      const { user, threadTs } = press;
      await withAnswer(desk, step.key, respond, async ({ answer }) => {
        const judged = judgedOf(answer, step.check);
        const first = desk.once.first(`judged ${step.key} ${judged.item} ${user.id}`);
        if (first) await count(desk, teamOf(context), answer, judged, outcome);
        const lead = answer.words[first ? thanks[outcome] : 'alreadyNoted'];
        const said = outcome === 'stuck' ? onwards(lead, answer, step) : plainMessage(lead);
        await desk.out.respond(respond, said, { threadTs });
      });
    });
  }
}

/** Where an answer did not help: the rest of the checklist, people, and the request that they will ask for. */
function onwards(lead: string, answer: Answer, { key, check }: Step): Message {
  const room = createRoom(limits.textOfBlocks);
  const left = firstCheck(answer, check === undefined ? 0 : check + 1) !== undefined;
  const ways = [...(left ? [answer.words.goOn] : []), answer.words.askOthers];
  const links = answer.links.slice(0, 4);
  return {
    text: escapedFallback([lead, ...ways].join('\n'), limits.fallback),
    blocks: [
      ...richText([
        section(words(room, lead, 300)),
        bullets([...ways.map((way) => words(room, way, 300)), ...links.map((one) => link(room, one))]),
      ]),
      { type: 'actions', elements: [button(answer.words, 'supportRequest', key)] },
    ],
  };
}
