import { memo } from 'preact/compat';
import { useState } from 'preact/hooks';
import { type JsonObject, objectsIn, stringMember } from '../json.ts';
import { Avatar } from './avatar.tsx';
import { Acting } from './blocks/acting.tsx';
import { Block } from './blocks/block.tsx';
import { emojiSign } from './blocks/emoji.ts';
import { Mrkdwn } from './blocks/mrkdwn.tsx';
import { ask, attempt, openThread } from './connection.ts';
import { Icon } from './icon.tsx';
import { Menu } from './menu.tsx';
import { Snippet } from './snippet.tsx';
import { look } from './store.ts';

interface MessageProps {
  readonly channel: string;
  readonly message: JsonObject;
  readonly inThread: boolean;
}

/** A changed message is another value, so one that is the same value is drawn once. */
export const Message = memo(MessageRow);

function MessageRow({ channel, message, inThread }: MessageProps) {
  const { setting } = look();
  const [trouble, setTrouble] = useState<string>();
  const ts = String(message.ts);
  const author = setting?.people.find(({ id }) => id === message.user);
  const name = author?.realName ?? 'Somebody';
  const forOne = message.is_ephemeral === true;
  const blocks = objectsIn(message.blocks);
  const replies = Number(message.reply_count ?? 0);
  const threadTs = stringMember(message, 'thread_ts') ?? ts;
  return (
    <article class={`message${forOne ? ' for-one' : ''}`} aria-label={`${name}, ${timeOf(ts)}`} data-ts={ts}>
      {forOne && (
        <p class="only-you">
          <Icon name="eye" /> Only visible to you
        </p>
      )}
      <Avatar name={name} app={author?.isBot === true} />
      <div class="message-body">
        <p class="byline">
          <strong>{name}</strong>
          {author?.isBot === true && <span class="badge">APP</span>}
          <time dateTime={new Date(Number(ts) * 1000).toISOString()}>{timeOf(ts)}</time>
          {message.edited !== undefined && <span class="quiet">(edited)</span>}
        </p>
        <div class="content">
          {blocks.length === 0 ? (
            <div class="block-rich">
              <Mrkdwn text={stringMember(message, 'text') ?? ''} />
            </div>
          ) : (
            <Acting
              blocks={blocks}
              keep={ts}
              errors={{}}
              act={async (acted, state) => {
                setTrouble(undefined);
                const done = await ask({ do: 'click', channel, ts, ...acted, state });
                if (!done.ok && 'error' in done) setTrouble(done.error);
              }}
            >
              {blocks.map((block, index) => (
                <Block key={String(block.block_id ?? index)} block={block} />
              ))}
            </Acting>
          )}
          {objectsIn(message.files).map((file) => (
            <Snippet key={String(file.id)} file={file} />
          ))}
        </div>
        {trouble !== undefined && (
          <p class="error" role="alert">
            <Icon name="warning" /> {trouble}
          </p>
        )}
        <Reactions channel={channel} message={message} />
        {!inThread && replies > 0 && (
          <button type="button" class="link replies" onClick={() => openThread(channel, threadTs)}>
            {replies === 1 ? '1 reply' : `${replies} replies`} <span class="quiet">Open thread</span>
          </button>
        )}
        {forOne && (
          <button type="button" class="link dismiss" onClick={() => ask({ do: 'dismiss', channel, ts })}>
            Dismiss
          </button>
        )}
      </div>
      {!forOne && (
        <Toolbar channel={channel} message={message} inThread={inThread} own={message.user === setting?.me.id} />
      )}
    </article>
  );
}

function Toolbar({ channel, message, inThread, own }: MessageProps & { own: boolean }) {
  const ts = String(message.ts);
  const { setting } = look();
  const shortcuts = (setting?.app.shortcuts ?? []).filter(({ type }) => type === 'message');
  const entries = [
    ...shortcuts.map(({ name, callbackId }) => ({
      label: `${name} · ${setting?.app.name}`,
      choose: () => void attempt({ do: 'shortcut', callbackId, channel, ts }),
    })),
    ...(own ? [{ label: 'Delete message', choose: () => void attempt({ do: 'remove', channel, ts }) }] : []),
  ];
  return (
    <div class="toolbar" role="toolbar" aria-label="Message actions">
      <button
        type="button"
        class="icon"
        aria-label="React with eyes"
        title="React"
        onClick={() => attempt({ do: 'react', channel, ts, name: 'eyes' })}
      >
        <Icon name="eye" />
      </button>
      {!inThread && (
        <button
          type="button"
          class="icon"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => openThread(channel, stringMember(message, 'thread_ts') ?? ts)}
        >
          <Icon name="reply" />
        </button>
      )}
      {entries.length > 0 && <Menu label="More actions for this message" icon="upright" entries={entries} />}
    </div>
  );
}

function Reactions({ channel, message }: { channel: string; message: JsonObject }) {
  const reactions = objectsIn(message.reactions);
  if (reactions.length === 0) return null;
  return (
    <p class="reactions">
      {reactions.map((reaction) => {
        const name = String(reaction.name);
        return (
          <button
            key={name}
            type="button"
            aria-label={`${name}, ${reaction.count}`}
            onClick={() => attempt({ do: 'react', channel, ts: String(message.ts), name })}
          >
            {emojiSign(name)} {String(reaction.count)}
          </button>
        );
      })}
    </p>
  );
}

function timeOf(ts: string): string {
  return new Date(Number(ts) * 1000).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' });
}
