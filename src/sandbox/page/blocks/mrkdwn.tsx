import type { ComponentChild } from 'preact';
import { look } from '../store.ts';
import { withEmoji } from './emoji.ts';

/** https://docs.slack.dev/messaging/formatting-message-text */
export function Mrkdwn({ text }: { text: string }) {
  return <>{blocksOf(text)}</>;
}

function blocksOf(text: string): ComponentChild[] {
  const parts = text.split('```');
  // An odd number of fences leaves the last one open: it is text.
  if (parts.length % 2 === 0) parts.splice(-2, 2, parts.slice(-2).join('```'));
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return [<pre key={index}>{plain(part.replace(/^\n/, '').replace(/\n$/, ''))}</pre>];
    return part === '' ? [] : [<span key={index}>{linesOf(part)}</span>];
  });
}

function linesOf(text: string): ComponentChild[] {
  const shown: ComponentChild[] = [];
  let quoted: string[] = [];
  const endQuote = () => {
    if (quoted.length > 0) shown.push(<blockquote key={shown.length}>{inline(quoted.join('\n'))}</blockquote>);
    quoted = [];
  };
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const quote = /^(?:&gt;|>) ?/.exec(line);
    if (quote !== null) quoted.push(line.slice(quote[0].length));
    else {
      const afterQuote = quoted.length > 0;
      endQuote();
      if (index > 0 && !afterQuote) shown.push('\n');
      shown.push(...inline(line));
    }
  }
  endQuote();
  return shown;
}

const marks =
  /`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])|(?<![\w_])_([^_\s](?:[^_\n]*[^_\s])?)_(?![\w_])|(?<![\w~])~([^~\s](?:[^~\n]*[^~\s])?)~(?![\w~])/g;

function inline(text: string): ComponentChild[] {
  const shown: ComponentChild[] = [];
  let at = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > at) shown.push(withEmoji(entities(text.slice(at, match.index))));
    shown.push(marked(match, shown.length));
    at = match.index + match[0].length;
  }
  if (at < text.length) shown.push(withEmoji(entities(text.slice(at))));
  return shown;
}

function marked([whole, code, bracket, bold, italic, struck]: RegExpExecArray, key: number): ComponentChild {
  if (code !== undefined) return <code key={key}>{plain(code)}</code>;
  if (bracket !== undefined) return bracketed(bracket, key);
  if (bold !== undefined) return <strong key={key}>{inline(bold)}</strong>;
  if (italic !== undefined) return <em key={key}>{inline(italic)}</em>;
  if (struck !== undefined) return <s key={key}>{inline(struck)}</s>;
  return whole;
}

/** A link or a mention: `<https://x|shown>`, `<@U…>`, `<#C…>`, `<!here>`. */
function bracketed(inside: string, key: number): ComponentChild {
  const bar = inside.indexOf('|');
  const target = entities(bar < 0 ? inside : inside.slice(0, bar));
  const label = bar < 0 ? undefined : withEmoji(entities(inside.slice(bar + 1)));
  if (target.startsWith('@')) return <Mention key={key} user={target.slice(1)} />;
  if (target.startsWith('#')) return <ChannelLink key={key} channel={target.slice(1)} />;
  if (target.startsWith('!')) {
    return (
      <span key={key} class="mention">
        {label ?? `@${target.slice(1)}`}
      </span>
    );
  }
  return <WebLink key={key} url={target} text={label} />;
}

/** Code and fences: links in them show their address, all else stays as it is. */
function plain(text: string): string {
  return entities(text.replaceAll(/<([^<>|\n]+)(?:\|([^<>\n]+))?>/g, (_, url: string, label?: string) => label ?? url));
}

function entities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

export function Mention({ user }: { user: string }) {
  const { setting } = look();
  const person = setting?.people.find(({ id }) => id === user);
  return <span class={`mention${user === setting?.me.id ? ' me' : ''}`}>@{person?.realName ?? user}</span>;
}

export function ChannelLink({ channel }: { channel: string }) {
  const found = look().setting?.conversations.find(({ id }) => id === channel);
  return <span class="mention">#{found?.name ?? channel}</span>;
}

/** Only what a browser opens harmlessly is a link; the rest is shown. */
export function WebLink({ url, text }: { url: string; text?: string | undefined }) {
  const shown = text ?? url.replace(/^mailto:/, '');
  if (!/^(?:https?|mailto):/i.test(url)) return <>{shown}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {shown}
    </a>
  );
}
