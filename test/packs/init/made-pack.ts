import { readFileSync } from 'node:fs';
import { packWorkshop } from '../../../src/cli/pack-workshop.ts';
import type { ApiDescription } from '../../../src/packs/init/api.ts';
import type { Workshop } from '../../../src/packs/init/make-pack.ts';
import { type MadePack, makePack } from '../../../src/packs/init/make-pack.ts';
import { readDocument } from '../../../src/packs/openapi/document.ts';
import { type ReadOpenApi, readOpenApi } from '../../../src/packs/openapi/read.ts';
import type { Pack } from '../../../src/packs/pack.ts';
import { troubleshoot } from '../../../src/troubleshoot.ts';

const opened = await packWorkshop();
if (opened === undefined) throw new Error('The checklist for any HTTP API cannot be read.');
export const workshop: Workshop = opened;

export function fixture(name: string): string {
  return readFileSync(new URL(`../openapi/fixtures/${name}`, import.meta.url), 'utf8');
}

/** A document in YAML or JSON, read. */
export function apiOf(text: string, base?: string): ReadOpenApi {
  const document = readDocument(text, 'api.yaml');
  if (!document.ok) throw new Error(document.problems.join('\n'));
  return readOpenApi(document.value, base === undefined ? undefined : new URL(base));
}

export function described(text: string, base?: string): ApiDescription {
  const read = apiOf(text, base);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.api;
}

export function made(api: ApiDescription): Extract<MadePack, { readonly ok: true }> {
  const result = makePack(api, 'made', workshop);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

/** What people are told of a paste: rule by rule, what happened and what to do, as plain text. */
export function told(pack: Pack, paste: string): readonly string[] {
  const { findings } = troubleshoot(paste, [pack], 0).diagnosis;
  return findings.map(({ rule, say, do: advice }) => {
    const text = [...say, { kind: 'text', text: ' ' } as const, ...advice];
    return `${rule}: ${text.map((part) => (part.kind === 'fact' ? '' : part.text)).join('')}`;
  });
}
