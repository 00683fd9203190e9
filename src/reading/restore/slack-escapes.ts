import { type Mender, mender } from './mender.ts';

/**
 * Slack writes `&`, `<` and `>` as `&amp;`, `&lt;` and `&gt;`, each of them, once
 * (https://docs.slack.dev/messaging/formatting-message-text). A text with an `&` of its own did not come that way: what
 * it has was copied from a page's source.
 */
export const slackEscapes: Mender = (text) => (/&(?!(?:amp|lt|gt);)/.test(text) ? undefined : unescapeAll(text));

const letters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

const unescapeAll = mender(
  {
    kind: 'slack-escapes',
    note: 'I undid the escapes that Slack writes for `&`, `<` and `>`.',
    suspect: false,
  },
  /&(amp|lt|gt);/g,
  () =>
    ([, name = '']) =>
      letters[name],
);
