import type { ComponentChild } from 'preact';
import { isJsonObject, type JsonObject, objectsIn, stringMember } from '../../json.ts';
import { Icon } from '../icon.tsx';
import { emojiSign } from './emoji.ts';
import { ChannelLink, Mention, WebLink } from './mrkdwn.tsx';

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function RichText({ elements }: { elements: readonly JsonObject[] }) {
  return (
    <>
      {elements.map((element, index) => (
        <RichElement key={index} element={element} />
      ))}
    </>
  );
}

function RichElement({ element }: { element: JsonObject }) {
  const inside = objectsIn(element.elements);
  switch (element.type) {
    case 'rich_text_preformatted':
      return <pre>{inside.map((part) => stringMember(part, 'text') ?? stringMember(part, 'url') ?? '').join('')}</pre>;
    case 'rich_text_quote':
      return <blockquote>{inside.map(inlineElement)}</blockquote>;
    case 'rich_text_list': {
      const items = inside.map((item, index) => <li key={index}>{objectsIn(item.elements).map(inlineElement)}</li>);
      const indent = `indent-${Math.min(8, Number(element.indent ?? 0))}`;
      if (element.style !== 'ordered') return <ul class={indent}>{items}</ul>;
      return (
        <ol class={indent} start={Number(element.offset ?? 0) + 1}>
          {items}
        </ol>
      );
    }
    default:
      return <span class="rich-section">{inside.map(inlineElement)}</span>;
  }
}

function inlineElement(element: JsonObject, key: number): ComponentChild {
  const shown = inlineContent(element, key);
  const style = isJsonObject(element.style) ? element.style : {};
  if (style.code === true) return <code key={key}>{shown}</code>;
  let dressed = shown;
  if (style.bold === true) dressed = <strong key={key}>{dressed}</strong>;
  if (style.italic === true) dressed = <em key={key}>{dressed}</em>;
  if (style.strike === true) dressed = <s key={key}>{dressed}</s>;
  if (style.underline === true) dressed = <u key={key}>{dressed}</u>;
  return dressed;
}

/** Ticks and crosses are drawn, and stand in the text for who copies or hears it. */
function withMarks(text: string): ComponentChild {
  const parts = text.split(/([✓✗])/);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <span key={index} class={part === '✓' ? 'mark good' : 'mark bad'}>
        <span class="hidden">{part}</span>
        <Icon name={part === '✓' ? 'tick' : 'cross'} />
      </span>
    ),
  );
}

function inlineContent(element: JsonObject, key: number): ComponentChild {
  switch (element.type) {
    case 'text':
      return withMarks(stringMember(element, 'text') ?? '');
    case 'link':
      return <WebLink key={key} url={stringMember(element, 'url') ?? ''} text={stringMember(element, 'text')} />;
    case 'user':
      return <Mention key={key} user={stringMember(element, 'user_id') ?? ''} />;
    case 'channel':
      return <ChannelLink key={key} channel={stringMember(element, 'channel_id') ?? ''} />;
    case 'emoji':
      return emojiSign(stringMember(element, 'name') ?? '');
    case 'broadcast':
      return (
        <span key={key} class="mention">
          @{stringMember(element, 'range')}
        </span>
      );
    case 'date':
      return stringMember(element, 'fallback') ?? new Date(Number(element.timestamp) * 1000).toLocaleString();
    default:
      return stringMember(element, 'value') ?? '';
  }
}
