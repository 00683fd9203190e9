import type { Cipher } from './cipher.ts';
import type { Installations, Store } from './store.ts';

/** Says that an installation is there, and that no key opens it. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';
}

/**
 * A store whose installations are sealed before they reach it. One that an older key sealed is sealed anew when it is
 * read, so that a key has served its time once every workspace was heard of. Without a cipher nothing may be installed.
 */
export function sealInstallations(store: Store, cipher: Cipher | undefined): Store {
  return { ...store, installations: cipher === undefined ? noInstallations : sealed(store.installations, cipher) };
}

function sealed(installations: Installations, cipher: Cipher): Installations {
  return {
    put: (id, text) => installations.put(id, cipher.seal(text, id)),
    async get(id) {
      const kept = await installations.get(id);
      if (kept === undefined) return undefined;
      const opened = cipher.open(kept, id);
      if (opened === undefined) throw new KeyMissing('No key of STORE_KEY opens this installation.');
      if (opened.stale) await installations.put(id, cipher.seal(opened.text, id));
      return opened.text;
    },
    erase: (id) => installations.erase(id),
  };
}

const noInstallations: Installations = {
  put: () => Promise.reject(new KeyMissing('There is no key to seal an installation with.')),
  get: async () => undefined,
  async erase() {},
};
