import { expect, it } from 'vitest';
import { packsAtHand, packsIn, unknownPacks } from '../src/packs-at-hand.ts';

const atHand = await packsAtHand(undefined);
if (!atHand.ok) throw new Error('The built-in checklists are broken.');
const { packs } = atHand;
const ids = packs.map(({ id }) => id);

it('asks the checklist of a channel first, and all of them', () => {
  const channelPacks = new Map([['C1', 'http']]);
  expect(packsIn('C1', packs, channelPacks)[0].id).toBe('http');
  expect(packsIn('C1', packs, channelPacks).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  expect(packsIn('C2', packs, channelPacks)).toBe(packs);
  expect(packsIn(undefined, packs, channelPacks)).toBe(packs);
});

it('says which setting names a checklist that is not there', () => {
  const thereAre = `There are: ${ids.join(', ')}.`;
  expect(unknownPacks(packs, { pack: 'htpp', channelPacks: new Map([['C1', 'pets']]) })).toEqual([
    `PACK names no checklist. ${thereAre}`,
    `CHANNEL_PACKS names no checklist. ${thereAre}`,
  ]);
  expect(unknownPacks(packs, { pack: 'http', channelPacks: new Map([['C1', 'admin-api']]) })).toEqual([]);
});
