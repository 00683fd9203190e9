import { objectsIn } from '../json.ts';
import { Acting } from './blocks/acting.tsx';
import { Block } from './blocks/block.tsx';
import { attempt } from './connection.ts';
import { useShown } from './store.ts';

export function Home() {
  const { home, setting } = useShown();
  if (home === undefined) {
    return <p class="quiet off">{setting?.app.name} has not put anything here yet.</p>;
  }
  const view = String(home.id);
  return (
    <section class="home" aria-label="Home tab">
      <Acting
        act={(acted, state) => attempt({ do: 'clickInView', view, ...acted, state })}
        blocks={objectsIn(home.blocks)}
        errors={{}}
        keep={view}
      >
        {objectsIn(home.blocks).map((block) => (
          <Block key={String(block.block_id)} block={block} />
        ))}
      </Acting>
    </section>
  );
}
