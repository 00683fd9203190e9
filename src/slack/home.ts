import type { App, types } from '@slack/bolt';
import { type Desk, orTell } from './desk.ts';
import { limits } from './limits.ts';
import { bullets, createRoom, richText, section, words } from './rich-text.ts';
import { usageMessage } from './usage.ts';

const privacy = [
  'Your paste is read in memory and gone once you have the answer. It is written to no log, no file and no database.',
  'Secrets are sealed at the door: what you see of them here is all that is left of them.',
  'No language model reads your paste, and nobody but Slack gets the answer.',
  'Answers stay in memory for a while, sealed, for the buttons under them.',
];

/** How to use Stepwise, what becomes of a paste, and which checklists it knows. */
export function homeView(checklists: readonly string[]): types.HomeView {
  const room = createRoom(limits.textOfBlocks);
  const list = (items: readonly string[]) => bullets(items.map((item) => words(room, item, 300)));
  const heading = (text: string): types.HeaderBlock => ({ type: 'header', text: { type: 'plain_text', text } });
  return {
    type: 'home',
    blocks: [
      heading('How to use me'),
      ...usageMessage().blocks,
      heading('What becomes of your paste'),
      ...richText([list(privacy)]),
      heading('Checklists at hand'),
      ...richText([checklists.length === 0 ? section(words(room, 'None.', 10)) : list(checklists.slice(0, 50))]),
    ],
  };
}

/** A person opens the app's Home tab. */
export function onHome(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    await orTell(
      desk,
      () => desk.out.publish(client, event.user, homeView(desk.checklists)),
      async () => {},
    );
  });
}
