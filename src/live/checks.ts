import type { Diagnosis } from '../engine/diagnosis.ts';
import type { LiveDefinition, Pack } from '../packs/pack.ts';
import type { ProxySettings } from '../proxy.ts';
import { type Network, openNetwork } from './network.ts';
import { type Question, questionAbout } from './question.ts';
import { createRecent } from './recent.ts';
import type { LiveResult } from './result.ts';
import { liveLines } from './words.ts';

/** Looks at the outside on behalf of an answer that is out already. */
export interface LiveChecks {
  /** All names that may be asked. */
  readonly hosts: readonly string[];
  /**
   * Sentences that the checks add to the answer to a diagnosis; none where the pack lists no host of the paste, or all is as
   * it should be. Takes two seconds at most, and never rejects.
   */
  look(diagnosis: Diagnosis): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** How long what was seen counts as seen just now, in milliseconds. */
const keptMs = 60_000;

/** All names that packs allow to be asked. */
export function hostsOf(packs: readonly Pack[]): ReadonlySet<string> {
  return new Set(packs.flatMap(({ live }) => (live === undefined ? [] : namesIn(live))));
}

function namesIn({ hosts, status }: LiveDefinition): readonly string[] {
  return status === undefined ? hosts : [...hosts, new URL(status).hostname];
}

/** Live checks as the packs allow them, or undefined where none of them does. `now` in milliseconds since the epoch. */
export function openLiveChecks(
  packs: readonly Pack[],
  proxy: ProxySettings,
  now: () => number,
): LiveChecks | undefined {
  const hosts = hostsOf(packs);
  return hosts.size === 0 ? undefined : createLiveChecks(packs, openNetwork({ hosts, proxy }), now);
}

/** Each name and address is asked once a minute at most, and by one at a time, however many want to know. */
export function createLiveChecks(packs: readonly Pack[], network: Network, now: () => number): LiveChecks {
  const recent = createRecent<LiveResult>(keptMs, now);
  const see = ({ hosts, discovery, status, faultAt }: Question): Promise<readonly LiveResult[]> =>
    Promise.all([
      ...hosts.map((host) => recent(`host ${host}`, () => network.host(host))),
      ...discovery.map((url) => recent(`discovery ${url}`, () => network.discovery(url))),
      ...(status === undefined ? [] : [recent(`status ${status}`, () => network.status(status))]),
      ...(status === undefined || faultAt === undefined
        ? []
        : [recent(`incidents ${status}`, () => network.incidents(status))]),
    ]);
  return {
    hosts: [...hostsOf(packs)],
    async look({ pack: { id }, paste }) {
      const live = packs.find((pack) => pack.id === id)?.live;
      const question = live === undefined ? undefined : questionAbout(paste, live, now());
      return question === undefined ? [] : liveLines(question, await see(question), paste, now());
    },
    close: network.close,
  };
}
