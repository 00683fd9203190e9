import { mender } from './mender.ts';

/**
 * Slack writes a link as `<URL|label>` or `<URL>`, in quotes and fields too
 * (https://docs.slack.dev/messaging/formatting-message-text). What a person typed is the label where it repeats the URL;
 * another label hides the URL, which is what counts here. A `Link` field (RFC 8288) has angle brackets of its own.
 */
export const slackLinks = mender(
  {
    kind: 'slack-links',
    note: 'I undid the links that Slack made of URLs and addresses.',
    suspect: false,
  },
  /<((?:(?:https?|ftp|wss?):\/\/|(?:mailto|tel|sip):)[^<>|\s]{1,8000})(?:\|([^<>\n]{0,8000}))?>/g,
  (text) =>
    ([, url = '', label], index) => {
      if (label === undefined && isLinkField(text, index)) return undefined;
      const bare = url.replace(/^(?:mailto|tel|sip):/, '');
      if (label === undefined || label === '' || !repeats(label, url, bare)) return bare;
      // Slack links a bare host with http: what has https was typed or linked with it.
      return url.startsWith('https://') && !label.startsWith('https://') ? bare : label;
    },
);

/** How long a `Link` field may be before its last link. */
const looked = 400;

function isLinkField(text: string, index: number): boolean {
  return /(?:^|\n)(?:[<>*] )?["' ]{0,4}link["']?:[^\n]*$/i.test(text.slice(Math.max(0, index - looked), index));
}

/** `example.com` for `http://example.com`, with or without the slash that Slack adds. */
function repeats(label: string, url: string, bare: string): boolean {
  const typed = label.replace(/\/$/, '');
  return [url, bare, url.replace(/^[a-z]+:\/\//, '')].some((whole) => whole.replace(/\/$/, '') === typed);
}
