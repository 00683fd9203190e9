import { Composer } from './composer.tsx';
import { Message } from './message.tsx';
import { MessageList } from './message-list.tsx';
import { SidePane } from './side-pane.tsx';
import { useShown } from './store.ts';

export function Thread({ channel, ts }: { channel: string; ts: string }) {
  const { messages, setting } = useShown();
  const all = [...(messages.get(channel)?.values() ?? [])]
    .filter((message) => message.ts === ts || message.thread_ts === ts)
    .sort((one, other) => String(one.ts).localeCompare(String(other.ts)));
  return (
    <SidePane title="Thread" label="Thread">
      <MessageList
        label="Messages of the thread"
        last={String(all.at(-1)?.ts)}
        own={all.at(-1)?.user === setting?.me.id}
      >
        {all.map((message) => (
          <Message key={String(message.ts)} channel={channel} message={message} inThread={true} />
        ))}
      </MessageList>
      <Composer channel={channel} threadTs={ts} />
    </SidePane>
  );
}
