import { seal } from '../../../src/sealing/seal.ts';

/** A paste in which `«…»` marks what must be sealed, and nothing else may be: what comes out, and what should. */
export function sealMarked(paste: string): { readonly actual: string; readonly expected: string } {
  const { text } = seal(paste.replace(/[«»]/g, ''), [], { personalData: true });
  return { actual: text.replace(/‹[^‹›]{1,40}›/g, '«»'), expected: paste.replace(/«[^«»]*»/g, '«»') };
}
