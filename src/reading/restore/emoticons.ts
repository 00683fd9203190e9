import { mender } from './mender.ts';

/** What Slack makes of the emoticons that a person types, though they were part of a URL or of JSON. */
const typed: ReadonlyMap<string, string> = new Map([
  ['slightly_smiling_face', ':)'],
  ['disappointed', ':('],
  ['wink', ';)'],
  ['smile', ':D'],
  ['stuck_out_tongue', ':p'],
  ['confused', ':/'],
  ['neutral_face', ':|'],
  ['open_mouth', ':o'],
  ['kissing_heart', ':*'],
  ['cry', ":'("],
  ['laughing', ':>'],
  ['anguished', 'D:'],
  ['sunglasses', '8)'],
  ['broken_heart', '</3'],
  ['heart', '<3'],
]);

/** Undone right behind a letter or a quote; one with a space around it is meant. */
export const emoticons = mender(
  { kind: 'emoticons', note: 'I read emoji as the characters that Slack made them of.', suspect: false },
  /:(?<=[\w"'}\]]:)([a-z_]{3,22}):/g,
  () =>
    ([, name = '']) =>
      typed.get(name),
);
