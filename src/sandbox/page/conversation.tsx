import type { PageConversation, Setting } from '../live-protocol.ts';
import { Composer } from './composer.tsx';
import { loadHistory, openChannel } from './connection.ts';
import { Home } from './home.tsx';
import { Message } from './message.tsx';
import { MessageList } from './message-list.tsx';
import { change, useShown } from './store.ts';

export function Conversation() {
  const { setting, channel, tab, messages, loaded } = useShown();
  const conversation = setting?.conversations.find(({ id }) => id === channel);
  if (setting === undefined || conversation === undefined) return <main class="conversation" />;
  const direct = conversation.kind === 'im';
  const top = [...(messages.get(channel)?.values() ?? [])]
    .filter((message) => message.thread_ts === undefined || message.thread_ts === message.ts)
    .sort((one, other) => String(one.ts).localeCompare(String(other.ts)));
  const oldest = top[0];
  return (
    <main class="conversation">
      <header>
        <h1>{direct ? setting.app.name : `#${conversation.name}`}</h1>
        {direct && setting.app.homeTab ? (
          <div class="tabs" role="tablist">
            {(['messages', 'home'] as const).map((one) => (
              <button
                key={one}
                type="button"
                role="tab"
                aria-selected={tab === one}
                onClick={() => openChannel(channel, one)}
              >
                {one === 'home' ? 'Home' : 'Messages'}
              </button>
            ))}
          </div>
        ) : (
          <span class="quiet topic">{conversation.topic}</span>
        )}
      </header>
      {direct && tab === 'home' ? (
        <Home />
      ) : (
        <>
          <MessageList
            key={channel}
            label={`Messages of ${direct ? setting.app.name : conversation.name}`}
            last={String(top.at(-1)?.ts)}
            own={top.at(-1)?.user === setting.me.id}
          >
            {loaded.get(channel) === true && (
              <button type="button" class="link earlier" onClick={() => loadHistory(channel, String(oldest?.ts))}>
                Show earlier messages
              </button>
            )}
            {loaded.get(channel) === false && <Invitation setting={setting} conversation={conversation} />}
            {top.map((message) => (
              <Message key={String(message.ts)} channel={channel} message={message} inThread={false} />
            ))}
          </MessageList>
          {direct && !setting.app.messagesTab ? (
            <p class="quiet off">Sending messages to this app has been turned off.</p>
          ) : (
            <Composer key={channel} channel={channel} threadTs={undefined} />
          )}
        </>
      )}
    </main>
  );
}

/** What a newcomer reads first. */
function Invitation({ setting, conversation }: { setting: Setting; conversation: PageConversation }) {
  const direct = conversation.kind === 'im';
  if (!conversation.withApp) {
    return (
      <section class="invitation" aria-label="What to do here">
        <p>{setting.app.name} is not in this channel, so nothing answers here.</p>
      </section>
    );
  }
  const command = setting.app.commands[0];
  return (
    <section class="invitation" aria-label="What to do here">
      <h2>{setting.invitation === '' ? `Write to ${setting.app.name}.` : setting.invitation}</h2>
      <ol>
        <li>
          {setting.samples.length > 0 ? (
            <>
              Pick a{' '}
              <button type="button" class="link" onClick={() => change({ side: { show: 'samples' } })}>
                sample
              </button>
              , or paste your own into the box below.
            </>
          ) : (
            'Paste into the box below.'
          )}
        </li>
        <li>
          {direct ? (
            <>
              Press <kbd>Enter</kbd>. {setting.app.name} answers here.
            </>
          ) : (
            <>
              Put <code>@{setting.bot.name}</code> before it and press <kbd>Enter</kbd>: the answer comes in a thread.
              {command !== undefined && (
                <>
                  {' '}
                  With <code>{command.name}</code> only you see the answer.
                </>
              )}
            </>
          )}
        </li>
      </ol>
      <p class="quiet">
        This is {setting.app.name} itself, connected to a small Slack on this machine instead of slack.com.
      </p>
    </section>
  );
}
