import type { FailureKind } from '../paste.ts';

/**
 * What curl's exit codes mean: `libcurl-errors(3)` and the exit codes of `curl(1)`, curl 8.17. Codes that are no longer
 * in use are kept, since old curls are.
 */
export const curlExitCodes: ReadonlyMap<number, FailureKind> = new Map<number, FailureKind>([
  ...kind('url', [1, 3, 62]),
  ...kind('dns', [5, 6, 15]),
  ...kind('connect', [7, 12, 45, 89, 96, 97]),
  ...kind('tls', [35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98, 101]),
  ...kind('timeout', [28]),
  ...kind('reset', [52, 55, 56]),
  ...kind('redirects', [47]),
  ...kind('protocol', [8, 16, 18, 33, 34, 36, 61, 63, 65, 81, 88, 92, 93, 95, 100]),
  ...kind('client', [2, 4, 23, 26, 27, 37, 41, 42, 43, 48, 49, 67, 75, 76, 94, 99]),
  ...kind('other', [9, 10, 11, 13, 14, 17, 19, 21, 22, 25, 30, 31, 38, 39, 68, 69, 70, 71, 72, 73, 74, 78, 79]),
  ...kind('other', [84, 85, 86, 87]),
]);

function kind(name: FailureKind, codes: readonly number[]): [number, FailureKind][] {
  return codes.map((code) => [code, name]);
}
