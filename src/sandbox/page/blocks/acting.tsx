import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import type { JsonObject } from '../../json.ts';
import type { InputState } from '../../people/done.ts';
import { initialState } from './held.ts';

/** An act on an element, as the workspace takes it. */
export interface Acted {
  readonly actionId: string;
  readonly blockId: string;
  readonly held: JsonObject | undefined;
}

/** What the elements of a message or a view hold, and what acting on one does. */
interface ActingContext {
  readonly state: InputState;
  /** By block id. */
  readonly errors: Readonly<Record<string, string>>;
  /** The action id that the app has not yet acknowledged. */
  readonly waiting: string | undefined;
  hold(blockId: string, actionId: string, held: JsonObject): InputState;
  act(acted: Acted, state?: InputState): void;
}

const Context = createContext<ActingContext>({
  state: {},
  errors: {},
  waiting: undefined,
  hold: () => ({}),
  act: () => undefined,
});

export function useActing(): ActingContext {
  return useContext(Context);
}

export interface ActingProps {
  readonly blocks: readonly JsonObject[];
  /** Another `keep` starts the state anew. */
  readonly keep: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly act: (acted: Acted, state: InputState) => Promise<unknown>;
  /** Hears of every change of what the elements hold. */
  readonly changed?: (state: InputState) => void;
  readonly children: ComponentChildren;
}

export function Acting({ blocks, keep, errors, act, changed, children }: ActingProps) {
  const first = useMemo(() => initialState(blocks), [keep]);
  const [typed, setTyped] = useState<{ readonly keep: string; readonly state: InputState }>({ keep, state: first });
  const [waiting, setWaiting] = useState<string>();
  // What is new in a changed view has its first state; what the person typed stays.
  const state = merged(initialState(blocks), typed.keep === keep ? typed.state : first);
  const context: ActingContext = {
    state,
    errors,
    waiting,
    hold(blockId, actionId, held) {
      const next = { ...state, [blockId]: { ...state[blockId], [actionId]: held } };
      setTyped({ keep, state: next });
      changed?.(next);
      return next;
    },
    act(acted, now = state) {
      setWaiting(acted.actionId);
      void act(acted, now).finally(() => setWaiting(undefined));
    },
  };
  return <Context.Provider value={context}>{children}</Context.Provider>;
}

function merged(first: InputState, typed: InputState): InputState {
  return Object.fromEntries(
    Object.entries(first).map(([blockId, actions]) => [blockId, { ...actions, ...typed[blockId] }]),
  );
}
