import { useEffect, useState } from 'preact/hooks';
import { connect } from './connection.ts';
import { Conversation } from './conversation.tsx';
import { Icon } from './icon.tsx';
import { Modal } from './modal.tsx';
import { Samples } from './samples.tsx';
import { Sidebar } from './sidebar.tsx';
import { change, type Side, useShown } from './store.ts';
import { Thread } from './thread.tsx';
import { Traffic } from './traffic.tsx';

/** Below this the side pane would leave no room for the conversation, so it starts closed. */
const wideEnough = '(min-width: 1000px)';

export function Workspace() {
  const { setting, side, online, connections, notice, menuOpen, modals, crossings } = useShown();

  useEffect(() => {
    if (setting !== undefined) document.title = setting.team;
    if (setting !== undefined && setting.samples.length > 0 && matchMedia(wideEnough).matches) {
      change({ side: { show: 'samples' } });
    }
  }, [setting]);

  useEffect(() => {
    if (notice === undefined) return undefined;
    const timer = setTimeout(() => change({ notice: undefined }), 6_000);
    return () => clearTimeout(timer);
  }, [notice]);

  if (setting === undefined) {
    return (
      <p class="waiting" role="status">
        Opening the workspace…
      </p>
    );
  }
  const modal = modals.at(-1);
  return (
    <div class={`workspace${menuOpen ? ' menu-open' : ''}${side.show === 'nothing' ? '' : ' with-side'}`}>
      <header class="top">
        <button
          type="button"
          class="icon menu-button"
          aria-label="Channels"
          aria-expanded={menuOpen}
          onClick={() => change({ menuOpen: !menuOpen })}
        >
          <Icon name="menu" />
        </button>
        <strong class="team">{setting.team}</strong>
        <span class="local">Runs on this machine only</span>
        <span class={`status ${online && connections > 0 ? 'good' : 'bad'}`} role="status">
          <span class="dot" aria-hidden="true" />
          <span class="status-text">{statusText(online, connections, setting.app.name)}</span>
        </span>
        <PersonSwitch />
        <ThemeSwitch />
        <SideButton side={side} show="samples" label="Samples" />
        <SideButton side={side} show="traffic" label={`Traffic ${crossings.size}`} />
      </header>
      <Sidebar />
      <Conversation />
      {side.show === 'samples' && <Samples samples={setting.samples} />}
      {side.show === 'traffic' && <Traffic />}
      {side.show === 'thread' && <Thread channel={side.channel} ts={side.ts} />}
      {modal !== undefined && <Modal key={String(modal.id)} view={modal} under={modals.length - 1} />}
      <div class="notices" role="alert">
        {notice !== undefined && <p class="notice">{notice}</p>}
      </div>
    </div>
  );
}

function statusText(online: boolean, connections: number, app: string): string {
  if (!online) return 'Workspace stopped';
  return connections > 0 ? `${app} is connected` : `${app} is not connected`;
}

function SideButton({ side, show, label }: { side: Side; show: 'samples' | 'traffic'; label: string }) {
  const on = side.show === show;
  return (
    <button
      type="button"
      class="side-button"
      aria-pressed={on}
      onClick={() => change({ side: on ? { show: 'nothing' } : { show } })}
    >
      {label}
    </button>
  );
}

function PersonSwitch() {
  const { setting } = useShown();
  if (setting === undefined) return null;
  return (
    <label class="person">
      <span class="quiet">You are</span>
      <select
        value={setting.me.name}
        onChange={(event) => {
          change({ channel: '', side: { show: 'nothing' } });
          connect(event.currentTarget.value);
        }}
      >
        {setting.people
          .filter((person) => !person.isBot)
          .map((person) => (
            <option key={person.id} value={person.name}>
              {person.realName}
            </option>
          ))}
      </select>
    </label>
  );
}

/** What comes after each, in a circle. */
const themes = { auto: 'light', light: 'dark', dark: 'auto' } as const;

function themeStored(): keyof typeof themes {
  const stored = localStorage.getItem('theme');
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}

function ThemeSwitch() {
  const [theme, setTheme] = useState(themeStored);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('theme', theme);
  }, [theme]);
  const next = themes[theme];
  return (
    <button
      type="button"
      class="icon"
      aria-label={`Colours: ${theme}. Change to ${next}`}
      onClick={() => setTheme(next)}
    >
      <Icon name={theme} />
    </button>
  );
}
