import type { types } from '@slack/bolt';
import type { Outcome, WeekCount } from '../../store/store.ts';
import { bullets, createRoom, richText, section, words } from '../blocks/rich-text.ts';
import type { Checklist } from '../desk.ts';

/** Longer ago says little of today's trouble. */
export const weeksShown = 4;
const mostItems = 8;
const mostCharacters = 6_000;

/**
 * What people stumble over: for each week, the newest first, the items of the checklists that were found most often, and
 * whether the answer helped. Numbers alone: nothing of a paste, nor of a person, is counted.
 */
export function stumblesBlocks(
  counts: readonly WeekCount[],
  checklists: readonly Checklist[],
): readonly types.KnownBlock[] {
  const room = createRoom(mostCharacters);
  const weeks = [...new Set(counts.map(({ week }) => week))].sort().reverse().slice(0, weeksShown);
  if (weeks.length === 0) return richText([section(words(room, 'Nobody has asked yet.', 40))]);
  return weeks.flatMap((week) => {
    const items = itemsOf(counts.filter((one) => one.week === week));
    const answers = items.reduce((sum, { times }) => sum + times.found, 0);
    const rest = items.length - mostItems;
    const lines = items.slice(0, mostItems).map(({ pack, item, times }) => {
      const question = questionOf(checklists, pack, item);
      return [...words(room, `${times.found}× ${question}`, 160), ...words(room, judgedAs(times), 80)];
    });
    const more = rest > 0 ? [words(room, `and ${rest} more`, 30)] : [];
    const title = `Week of ${dayOf(week)}: ${answers} ${answers === 1 ? 'answer' : 'answers'}`;
    return richText([section(words(room, title, 60, { bold: true })), bullets([...lines, ...more])]);
  });
}

interface ItemCount {
  readonly pack: string;
  readonly item: string | undefined;
  readonly times: Readonly<Record<Outcome, number>>;
}

/** The rules of an item together, the most frequent item first. */
function itemsOf(counts: readonly WeekCount[]): readonly ItemCount[] {
  const items = new Map<string, ItemCount>();
  for (const { pack, item, outcome, count } of counts) {
    const id = `${pack} ${item ?? ''}`;
    const times = items.get(id)?.times ?? { found: 0, fixed: 0, stuck: 0 };
    items.set(id, { pack, item, times: { ...times, [outcome]: times[outcome] + count } });
  }
  return [...items.values()].sort((a, b) => b.times.found - a.times.found);
}

function judgedAs({ fixed, stuck }: Readonly<Record<Outcome, number>>): string {
  const said = [...(fixed > 0 ? [`${fixed} fixed`] : []), ...(stuck > 0 ? [`${stuck} still stuck`] : [])];
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

function questionOf(checklists: readonly Checklist[], pack: string, item: string | undefined): string {
  if (item === undefined) return 'Nothing found';
  const checklist = checklists.find(({ id }) => id === pack);
  return checklist?.items.find(({ id }) => id === item)?.question ?? item;
}

/** `2026-01-12` as `12 January`. */
function dayOf(week: string): string {
  return new Date(`${week}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
}
