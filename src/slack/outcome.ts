import type { App } from '@slack/bolt';
import type { Answer } from '../answer/answer.ts';
import type { Outcome } from '../store/store.ts';
import { type ButtonName, button, buttons } from './buttons.ts';
import { count, judgedOf, teamOf } from './counting.ts';
import type { Desk } from './desk.ts';
import { limits } from './limits.ts';
import { escapedFallback } from './literal.ts';
import { type Message, plainMessage } from './message.ts';
import { readPress } from './press.ts';
import { bullets, createRoom, link, richText, section, words } from './rich-text.ts';
import { decodeStep, firstCheck, type Step } from './step.ts';
import { withAnswer } from './with-answer.ts';

type Said = Extract<Outcome, ButtonName>;

const thanks: Readonly<Record<Said, string>> = {
  fixed: 'Glad that it works. Thank you for telling me: it shows which checks help, and nothing of your paste is kept.',
  stuck: 'Thank you for telling me. Let us go on:',
};

const already = 'I have noted that already, thank you.';

/** A person says whether an answer helped. It is counted once for each person and check. */
export function onOutcome(app: App, desk: Desk): void {
  for (const outcome of ['fixed', 'stuck'] as const) {
    app.action(buttons[outcome].actionId, async ({ ack, body, respond, context }) => {
      await ack();
      const press = readPress(body);
      const step = decodeStep(press?.value ?? '');
      if (press === undefined || step === undefined) return;
      const { user, threadTs } = press;
      await withAnswer(desk, step.key, respond, async ({ answer, seen }) => {
        const judged = judgedOf(answer, step.check);
        const first = desk.once.first(`judged ${step.key} ${judged.item} ${user.id}`);
        if (first) await count(desk, teamOf(context), answer, judged, outcome);
        const lead = first ? thanks[outcome] : already;
        const said = outcome === 'stuck' ? onwards(lead, answer, step) : plainMessage(lead);
        await desk.out.respond(respond, said, { threadTs }, seen);
      });
    });
  }
}

/** Where an answer did not help: the rest of the checklist, people, and the request that they will ask for. */
function onwards(lead: string, answer: Answer, { key, check }: Step): Message {
  const room = createRoom(limits.textOfBlocks);
  const left = firstCheck(answer, check === undefined ? 0 : check + 1) !== undefined;
  const ways = [
    ...(left ? ['“Not it? Next check” above goes through the rest of the checklist with you.'] : []),
    'With a support request other people can help. I fill in what your paste gave.',
  ];
  const links = answer.links.slice(0, 4);
  return {
    text: escapedFallback([lead, ...ways].join('\n'), limits.fallback),
    blocks: [
      ...richText([
        section(words(room, lead, 300)),
        bullets([...ways.map((way) => words(room, way, 300)), ...links.map((one) => link(room, one))]),
      ]),
      { type: 'actions', elements: [button('supportRequest', key)] },
    ],
  };
}
