import type { App, types } from '@slack/bolt';
import type { WeekCount } from '../../store/store.ts';
import { limits } from '../blocks/limits.ts';
import { bullets, createRoom, richText, section, words } from '../blocks/rich-text.ts';
import { teamOf } from '../counting.ts';
import { type Checklist, type Desk, orTell } from '../desk.ts';
import { describeError } from '../log.ts';
import { stumblesBlocks, weeksShown } from './stumbles.ts';
import { usageMessage } from './usage.ts';

const privacy = [
  'Your paste is read in memory and gone once you have the answer. It is written to no log, no file and no database.',
  'Secrets are sealed at the door: what you see of them here is all that is left of them.',
  'No language model reads your paste, and nobody but Slack gets the answer.',
  'The answer, sealed, is kept for the buttons under it, for a day unless whoever runs me chose otherwise, locked with a key that only these buttons have.',
  'I count how often a check was found, helped or did not help, but not who asked.',
];

/**
 * How to use Stepwise, what becomes of a paste, and which checklists it knows; with `counts`, what people stumble over.
 */
function homeView(checklists: readonly Checklist[], counts?: readonly WeekCount[]): types.HomeView {
  const room = createRoom(limits.textOfBlocks);
  const list = (items: readonly string[]) => bullets(items.map((item) => words(room, item, 300)));
  const heading = (text: string): types.HeaderBlock => ({ type: 'header', text: { type: 'plain_text', text } });
  const names = checklists.slice(0, 50).map(({ name, items }) => `${name}: ${items.length} checks`);
  return {
    type: 'home',
    blocks: [
      heading('How to use me'),
      ...usageMessage().blocks,
      heading('What becomes of your paste'),
      ...richText([list(privacy)]),
      heading('Checklists at hand'),
      ...richText([names.length === 0 ? section(words(room, 'None.', 10)) : list(names)]),
      ...(counts === undefined
        ? []
        : [heading('What people stumble over here'), ...stumblesBlocks(counts, checklists)]),
    ],
  };
}

/** A person opens the app's Home tab. */
export function onHome(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event, client, context }) => {
    const { tab, user } = event;
    if (tab !== 'home') return;
    await orTell(
      desk,
      async () => {
        const counts = await countsFor(desk, user, teamOf(context));
        await desk.out.publish(client, user, homeView(desk.checklists, counts));
      },
      async () => {},
    );
  });
}

/** Undefined where they are not this person's to see, or cannot be had now: the rest of the tab matters more. */
async function countsFor(
  { settings, store, now, log }: Desk,
  user: string,
  team: string | undefined,
): Promise<readonly WeekCount[] | undefined> {
  if (team === undefined || settings.admins?.includes(user) !== true) return undefined;
  try {
    return await store.counts.read(team, now() - (weeksShown - 1) * weekMs);
  } catch (error) {
    log.warn({ error: describeError(error) }, 'The counts could not be read.');
    return undefined;
  }
}

const weekMs = 7 * 24 * 60 * 60 * 1000;
