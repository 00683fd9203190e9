import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Seals and opens texts at rest. `context` says what a text belongs to: it opens in no other place. */
export interface Cipher {
  seal(text: string, context: string): string;
  /** Undefined where no key fits, the context is another, or somebody changed it. */
  open(sealed: string, context: string): Opened | undefined;
}

export interface Opened {
  readonly text: string;
  /** An older key opened it: it should be sealed anew. */
  readonly stale: boolean;
}

const version = 'v1';
/** What NIST SP 800-38D recommends for GCM, in bytes. */
const nonceLength = 12;
const tagLength = 16;
const algorithm = 'aes-256-gcm';

/** In bytes. */
export const keyLength = 32;

/**
 * AES-256-GCM under the first key; the others only open, so that keys are changed by putting a new one in front. Throws a
 * `RangeError` where a key has not {@link keyLength} bytes.
 */
export function createCipher(keys: readonly [Uint8Array, ...Uint8Array[]]): Cipher {
  const [first] = keys;
  const byId = new Map(keys.map((key) => [keyId(key), key]));
  for (const { length } of keys) if (length !== keyLength) throw new RangeError(`A key has ${keyLength} bytes.`);
  return {
    seal(text, context) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv(algorithm, first, nonce);
      cipher.setAAD(Buffer.from(`${version} ${context}`));
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [version, keyId(first), sealed.toString('base64url')].join('.');
    },
    open(sealed, context) {
      const [form, id = '', body = ''] = sealed.split('.');
      const key = byId.get(id);
      const bytes = Buffer.from(body, 'base64url');
      if (form !== version || key === undefined || bytes.length < nonceLength + tagLength) return undefined;
      const cipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceLength), { authTagLength: tagLength });
      cipher.setAAD(Buffer.from(`${version} ${context}`));
      cipher.setAuthTag(bytes.subarray(-tagLength));
      try {
        const text = cipher.update(bytes.subarray(nonceLength, -tagLength), undefined, 'utf8') + cipher.final('utf8');
        return { text, stale: key !== first };
      } catch {
        return undefined;
      }
    },
  };
}

/** Tells keys apart without telling anything of them. */
function keyId(key: Uint8Array): string {
  return createHash('sha256').update('key id').update(key).digest('base64url').slice(0, 8);
}
