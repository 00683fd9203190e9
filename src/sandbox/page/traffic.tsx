import { memo } from 'preact/compat';
import { useState } from 'preact/hooks';
import type { Crossing } from '../traffic.ts';
import { Icon } from './icon.tsx';
import { SidePane } from './side-pane.tsx';
import { useShown } from './store.ts';

const kinds = [
  { key: 'all', label: 'All' },
  { key: 'to-app', label: 'To the app' },
  { key: 'from-app', label: 'From the app' },
] as const;

/** The raw traffic between the workspace and the app, newest first. */
export function Traffic() {
  const { crossings } = useShown();
  const [kind, setKind] = useState<(typeof kinds)[number]['key']>('all');
  const listed = [...crossings.values()].filter(({ direction }) => kind === 'all' || direction === kind).reverse();
  return (
    <SidePane title="Traffic" label="Raw traffic between the workspace and the app">
      <fieldset class="filter">
        <legend class="hidden">Which traffic</legend>
        {kinds.map(({ key, label }) => (
          <button key={key} type="button" aria-pressed={kind === key} onClick={() => setKind(key)}>
            {label}
          </button>
        ))}
      </fieldset>
      <ol class="crossings">
        {listed.map((crossing) => (
          <Row key={crossing.id} crossing={crossing} />
        ))}
      </ol>
      {listed.length === 0 && <p class="quiet">Nothing has crossed yet.</p>}
    </SidePane>
  );
}

const Row = memo(CrossingRow);

const ways: Readonly<Record<Crossing['over'], string>> = {
  socket: 'Socket Mode',
  http: 'HTTP',
  'web-api': 'Web API',
  'response-url': 'response_url',
  file: 'file',
};

function CrossingRow({ crossing }: { crossing: Crossing }) {
  const [open, setOpen] = useState(false);
  const { outcome } = crossing;
  const good = outcome === 'ok' || outcome === 'acked';
  return (
    <li class="crossing">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="arrow" title={crossing.direction === 'to-app' ? 'To the app' : 'From the app'}>
            <Icon name={crossing.direction === 'to-app' ? 'right' : 'left'} />
          </span>
          <span class="crossing-name">{crossing.name}</span>
          {crossing.retry !== undefined && <span class="badge">retry {crossing.retry}</span>}
          <span class={`outcome ${outcome === undefined ? '' : good ? 'good' : 'bad'}`}>{outcome ?? 'waiting'}</span>
          {crossing.tookMs !== undefined && <span class="took">{crossing.tookMs} ms</span>}
        </summary>
        {open && (
          <div class="crossing-body">
            <p class="quiet">
              {ways[crossing.over]}, {new Date(crossing.at).toISOString()}
            </p>
            <pre>{JSON.stringify(crossing.body, null, 2)}</pre>
            {crossing.answer !== undefined && (
              <>
                <p class="quiet">Answer</p>
                <pre>{JSON.stringify(crossing.answer, null, 2)}</pre>
              </>
            )}
          </div>
        )}
      </details>
    </li>
  );
}
