import type { Sample } from '../live-protocol.ts';
import { SidePane } from './side-pane.tsx';
import { change, draftKey, look, putDraft } from './store.ts';

export function Samples({ samples }: { samples: readonly Sample[] }) {
  const groups = [...new Set(samples.map(({ group }) => group ?? ''))];
  return (
    <SidePane title="Samples" label="Samples to try">
      <p class="quiet lead">One click puts a sample into the message box. Then press Enter.</p>
      {groups.map((group) => (
        <section key={group}>
          {group !== '' && <h3>{group}</h3>}
          {samples
            .filter((sample) => (sample.group ?? '') === group)
            .map((sample) => (
              <button key={sample.title} type="button" class="sample" onClick={() => use(sample.text)}>
                <span class="sample-title">{sample.title}</span>
                <span class="sample-text">{sample.text.slice(0, 160)}</span>
              </button>
            ))}
        </section>
      ))}
      {samples.length === 0 && <p class="quiet">There are none.</p>}
    </SidePane>
  );
}

/** In a channel the app hears only what it is mentioned in. */
function use(text: string): void {
  const { setting, channel } = look();
  const conversation = setting?.conversations.find(({ id }) => id === channel);
  const mention = conversation?.kind === 'channel' ? `@${setting?.bot.name} ` : '';
  putDraft(draftKey(channel, undefined), mention + text);
  const narrow = !matchMedia('(min-width: 1000px)').matches;
  change({ tab: 'messages', ...(narrow ? { side: { show: 'nothing' } } : {}) });
  requestAnimationFrame(() => {
    const box = document.querySelector<HTMLTextAreaElement>('.conversation .composer textarea');
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  });
}
