import { z } from 'zod';
import type { PackProblem, Path } from './file.ts';
import type { LiveDefinition } from './pack.ts';

/** A wildcard would put names of a paste into look-ups, and an IP address would be taken without one. */
const hostName = z
  .string()
  .regex(
    /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'A host is written in full and in lower case, such as api.example.com: no wildcard, no port, no IP address.',
  );

const httpsUrl = z.url({ protocol: /^https$/, error: 'This is not an https address.' });

/** `live` in pack.yml: what may be looked at over the network. */
export const liveSchema = z.strictObject({
  hosts: z.array(hostName).min(1, 'Live checks need a host.'),
  discovery: z.array(httpsUrl).default([]),
  status: httpsUrl.optional(),
});

/** What is wrong with `live` beyond the form of its parts. */
export function liveProblems(
  live: LiveDefinition | undefined,
  file: string,
  lineOf: (path: Path) => number,
): readonly PackProblem[] {
  if (live === undefined) return [];
  const problems = live.discovery.flatMap((url, index): readonly PackProblem[] => {
    const { host, username } = new URL(url);
    if (live.hosts.includes(host) && username === '') return [];
    return [
      {
        file,
        line: lineOf(['live', 'discovery', index]),
        message: `The host of ${url} is not among the \`hosts\` of \`live\`.`,
        mend: 'List it there, without a port, or take the address out.',
      },
    ];
  });
  return live.status === undefined || isStatusPage(live.status)
    ? problems
    : [
        ...problems,
        {
          file,
          line: lineOf(['live', 'status']),
          message: 'The status page is more than the name of a host.',
          mend: 'Write the page alone, such as https://status.example.com: its path is always /api/v2/status.json.',
        },
      ];
}

function isStatusPage(url: string): boolean {
  const { host, pathname, search, hash, username } = new URL(url);
  return hostName.safeParse(host).success && `${pathname}${search}${hash}${username}` === '/';
}
