import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { change } from './store.ts';

export function SidePane({ title, label, children }: { title: string; label: string; children: ComponentChildren }) {
  return (
    <aside class="side" aria-label={label}>
      <header>
        <h2>{title}</h2>
        <button
          type="button"
          class="icon"
          aria-label={`Close ${title.toLowerCase()}`}
          onClick={() => change({ side: { show: 'nothing' } })}
        >
          <Icon name="close" />
        </button>
      </header>
      <div class="side-body">{children}</div>
    </aside>
  );
}
