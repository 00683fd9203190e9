import { createCipher } from './cipher.ts';
import type { Database } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { createFallingBackStore } from './falling-back.ts';
import { createMemoryStore } from './memory.ts';
import { migrate } from './migrations.ts';
import { openPostgres } from './postgres.ts';
import { sealInstallations } from './sealed.ts';
import { createSqlStore, forgetOld } from './sql.ts';
import type { Retention, Store } from './store.ts';

export interface StoreSettings {
  readonly place:
    | { readonly kind: 'postgres'; readonly url: string }
    | { readonly kind: 'folder'; readonly path: string }
    /** Ends with the process. */
    | { readonly kind: 'memory' };
  readonly retention: Retention;
  /** Seal installations: the first seals, each opens. None where nothing is ever installed. */
  readonly keys: readonly Uint8Array[];
}

export interface StoreEvents {
  readonly onLost: (error: unknown) => void;
  readonly onBack: () => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const hourMs = 60 * 60 * 1000;

/** The store of these settings. It never fails to open: what cannot be reached yet is asked again while it is used. */
export function openStore({ place, retention, keys }: StoreSettings, events: StoreEvents): Store {
  const [first, ...others] = keys;
  const cipher = first === undefined ? undefined : createCipher([first, ...others]);
  if (place.kind === 'memory') return sealInstallations(createMemoryStore(events.now), cipher);
  const open = async (): Promise<Store> => {
    const database =
      place.kind === 'postgres' ? await openPostgres(place.url, () => {}) : await openEmbedded(place.path);
    return openTables(database, retention);
  };
  return sealInstallations(createFallingBackStore({ ...events, open }), cipher);
}

async function openTables(database: Database, retention: Retention): Promise<Store> {
  try {
    await migrate(database);
  } catch (error) {
    await database.close().catch(() => {});
    throw error;
  }
  // What cannot be forgotten now is forgotten an hour later, and nobody waits for it.
  const forget = (): void => void forgetOld(database, retention).catch(() => {});
  forget();
  const forgetting = setInterval(forget, hourMs);
  forgetting.unref();
  const store = createSqlStore(database);
  return {
    ...store,
    close() {
      clearInterval(forgetting);
      return store.close();
    },
  };
}
