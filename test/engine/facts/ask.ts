import { fileURLToPath } from 'node:url';
import type { FactValue, Known } from '../../../src/engine/fact.ts';
import { factsOf } from '../../../src/engine/lookup.ts';
import { loadPacks } from '../../../src/packs/load.ts';
import type { Pack } from '../../../src/packs/pack.ts';
import { readPaste } from '../../../src/reading/read.ts';

const folder = fileURLToPath(new URL('../../../src/packs/consumer-api', import.meta.url));

/** The pack whose scopes, claims and URLs the tables are about. */
export const consumerApi: Pack = await (async () => {
  const loaded = await loadPacks([folder]);
  const [pack] = loaded.ok ? loaded.packs : [];
  if (pack === undefined) throw new Error('The Consumer API’s pack cannot be loaded.');
  return pack;
})();

/** What is known of a fact in the first exchange of a paste: its value, or `absent`, or `unknown`. */
export function ask(name: string, text: string): FactValue | 'absent' | 'unknown' {
  const fact = knownOf(name, text);
  return fact.state === 'known' ? fact.value : fact.state;
}

/** The same in full, and with the paste’s lines that prove it. */
export function knownOf(name: string, text: string): Known<FactValue> {
  const { paste } = readPaste(text);
  const [exchange] = paste.exchanges;
  return factsOf({ paste, exchange: exchange ?? {}, pack: consumerApi, now: 0 })(name);
}

/** The stretches of the sealed paste that prove a fact. */
export function proofOf(name: string, text: string): readonly string[] {
  const { paste } = readPaste(text);
  const fact = knownOf(name, text);
  return fact.state === 'unknown' ? [] : fact.evidence.map(({ start, end }) => paste.text.slice(start, end));
}

/** A token with these claims. Nobody signed it. */
export function token(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'ES256', typ: 'JWT' }), part(claims), Buffer.from('not-a-signature').toString('base64url')].join(
    '.',
  );
}

export const api = 'https://digital.garden-fi.com/a/consumer/api/v0';
export const user = '7b1d6e0a-4c39-4f0e-9a55-1de2c7a8f310';
