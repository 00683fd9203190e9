import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { buildModule } from '../built.ts';
import type * as measured from './measured.ts';

function member<Name extends keyof typeof measured>(_name: Name): z.ZodType<(typeof measured)[Name]> {
  return z.custom<(typeof measured)[Name]>((value) => typeof value === 'function');
}

const members = z.object({
  parse: member('parse'),
  recognize: member('recognize'),
  readPaste: member('readPaste'),
  seal: member('seal'),
  troubleshoot: member('troubleshoot'),
});

/**
 * What is measured, built as `npm run build` builds it and loaded by Node itself, as the peers are: the way in which the
 * test runner loads sources costs each call between modules.
 */
export async function built(): Promise<typeof measured> {
  const file = await buildModule('stepwise-measured', new URL('measured.ts', import.meta.url));
  return members.parse({ ...(await import(pathToFileURL(file).href)) });
}
