import { Avatar } from './avatar.tsx';
import { openChannel } from './connection.ts';
import { useShown } from './store.ts';

export function Sidebar() {
  const { setting, channel, unread } = useShown();
  if (setting === undefined) return null;
  const channels = setting.conversations.filter(({ kind }) => kind === 'channel');
  const direct = setting.conversations.find(({ kind }) => kind === 'im');
  return (
    <nav class="sidebar" aria-label="Conversations">
      {direct !== undefined && (
        <>
          <h2>Apps</h2>
          <button
            type="button"
            class="place"
            aria-current={channel === direct.id ? 'page' : undefined}
            onClick={() => openChannel(direct.id)}
          >
            <Avatar name={setting.app.name} app={true} small={true} />
            <span>{setting.app.name}</span>
            {unread.has(direct.id) && <span class="unread">new</span>}
          </button>
        </>
      )}
      <h2>Channels</h2>
      {channels.map(({ id, name, withApp }) => (
        <button
          key={id}
          type="button"
          class="place"
          aria-current={channel === id ? 'page' : undefined}
          onClick={() => openChannel(id)}
        >
          <span class="hash" aria-hidden="true">
            #
          </span>
          <span>{name}</span>
          {unread.has(id) && <span class="unread">new</span>}
          {!withApp && <span class="quiet without">no app</span>}
        </button>
      ))}
      <h2>People</h2>
      <ul class="people">
        {setting.people
          .filter((person) => !person.isBot)
          .map((person) => (
            <li key={person.id}>
              <Avatar name={person.realName} small={true} />
              <span>
                {person.realName}
                {person.id === setting.me.id && <span class="quiet"> (you)</span>}
              </span>
            </li>
          ))}
      </ul>
    </nav>
  );
}
