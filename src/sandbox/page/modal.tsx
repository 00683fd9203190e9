import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type JsonObject, objectsIn } from '../json.ts';
import type { InputState } from '../people/done.ts';
import { Acting } from './blocks/acting.tsx';
import { Block } from './blocks/block.tsx';
import { initialState } from './blocks/held.ts';
import { plainOf } from './blocks/text.tsx';
import { ask, attempt } from './connection.ts';
import { Icon } from './icon.tsx';

/** A modal view: https://docs.slack.dev/surfaces/modals. `under` is how many lie beneath it. */
export function Modal({ view, under }: { view: JsonObject; under: number }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const id = String(view.id);
  const blocks = objectsIn(view.blocks);
  const held = useRef<InputState>({});

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The browser would take the button that closes it; people come to write, as `focus_on_load` may say where.
    if (element?.querySelector('[autofocus]') === null) {
      element.querySelector<HTMLElement>('.modal-body :is(input, textarea, select)')?.focus();
    }
  }, []);

  const submit = async () => {
    setBusy(true);
    setTrouble(undefined);
    // What the person left alone still has its first value.
    const state = { ...initialState(blocks), ...held.current };
    const answer = await ask({ do: 'submit', view: id, state });
    setBusy(false);
    if (answer.ok) {
      setErrors({});
      return;
    }
    if ('errors' in answer) {
      setErrors(answer.errors);
      requestAnimationFrame(() => dialog.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
    } else setTrouble(answer.error);
  };
  const close = (all: boolean) => void attempt({ do: 'close', view: id, all });
  const submitText = plainOf(view.submit);

  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-label={plainOf(view.title)}
      onCancel={(event) => {
        event.preventDefault();
        close(true);
      }}
    >
      <form
        noValidate={true}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <header>
          {under > 0 && (
            <button type="button" class="icon" aria-label="Back" onClick={() => close(false)}>
              <Icon name="left" />
            </button>
          )}
          <h2>{plainOf(view.title)}</h2>
          <button type="button" class="icon" aria-label="Close" onClick={() => close(true)}>
            <Icon name="close" />
          </button>
        </header>
        <div class="modal-body">
          {trouble !== undefined && (
            <p class="error" role="alert">
              {trouble}
            </p>
          )}
          <Acting
            blocks={blocks}
            keep={id}
            errors={errors}
            act={(acted, state) => attempt({ do: 'clickInView', view: id, ...acted, state })}
            changed={(state) => {
              held.current = state;
            }}
          >
            {blocks.map((block) => (
              <Block key={String(block.block_id)} block={block} />
            ))}
          </Acting>
        </div>
        <footer>
          <button type="button" class="button" onClick={() => close(false)}>
            {plainOf(view.close) || (under > 0 ? 'Back' : 'Close')}
          </button>
          {submitText !== '' && (
            <button type="submit" class="button primary" disabled={busy} aria-busy={busy}>
              {submitText}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}
