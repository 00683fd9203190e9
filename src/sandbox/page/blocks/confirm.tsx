import { useLayoutEffect, useRef } from 'preact/hooks';
import type { JsonObject } from '../../json.ts';
import { plainOf, Text } from './text.tsx';

/** The app asks whether the person is sure: https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export function Confirm({ of, decide }: { of: JsonObject; decide: (sure: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="modal small" aria-label={plainOf(of.title)} onCancel={() => decide(false)}>
      <header>
        <h2>{plainOf(of.title)}</h2>
      </header>
      <div class="modal-body">
        <Text of={of.text} />
      </div>
      <footer>
        <button type="button" class="button" onClick={() => decide(false)}>
          {plainOf(of.deny)}
        </button>
        <button
          type="button"
          class={`button ${of.style === 'danger' ? 'danger' : 'primary'}`}
          onClick={() => decide(true)}
        >
          {plainOf(of.confirm)}
        </button>
      </footer>
    </dialog>
  );
}
