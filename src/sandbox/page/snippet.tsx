import { useState } from 'preact/hooks';
import { type JsonObject, stringMember } from '../json.ts';
import { ask } from './connection.ts';
import { Icon } from './icon.tsx';

/** A long paste, as the client keeps it: its first lines, and the rest on request. */
export function Snippet({ file }: { file: JsonObject }) {
  const [whole, setWhole] = useState<string>();
  const name = stringMember(file, 'name') ?? 'File';
  const more = Number(file.lines_more ?? 0);
  const preview = stringMember(file, 'preview') ?? '';
  const long = more > 0 || preview.length > 400;
  return (
    <figure class="snippet">
      <figcaption>
        <Icon name="file" /> {name} <span class="quiet">{stringMember(file, 'pretty_type')}</span>
      </figcaption>
      <pre>{whole ?? preview.slice(0, 400)}</pre>
      {long && (
        <button
          type="button"
          class="link"
          aria-expanded={whole !== undefined}
          onClick={async () => {
            if (whole !== undefined) {
              setWhole(undefined);
              return;
            }
            const answer = await ask({ do: 'file', file: String(file.id) });
            if (answer.ok && 'content' in answer) setWhole(answer.content);
          }}
        >
          {whole === undefined ? (more > 0 ? `Show ${more} more lines` : 'Show all') : 'Show less'}
        </button>
      )}
    </figure>
  );
}
