import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** All addresses of a name, as the system resolves it. Rejects where there is none. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** Why a name was not turned into an address, by the `code` of the error. */
export type Refusal = 'NOT_LISTED' | 'NOT_PUBLIC';

class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: Refusal;

  constructor(code: Refusal) {
    super('This name is not asked.');
    this.code = code;
  }
}

export interface Guard {
  /** Names that may be resolved at all. */
  readonly hosts: ReadonlySet<string>;
  readonly resolve: Resolve;
  readonly isAllowed: (address: string) => boolean;
}

/** The system's resolver, in front of public addresses alone. */
export function guardOf(hosts: ReadonlySet<string>): Guard {
  return { hosts, resolve: resolveBySystem, isAllowed: isPublicAddress };
}

/**
 * A look-up for a socket: it connects to the very addresses that were looked at, so that a name which answers otherwise the
 * next time gains nothing. One address that is not allowed refuses the name, since whoever mixes them means no good.
 */
export function guardedLookup({ hosts, resolve, isAllowed }: Guard): LookupFunction {
  const addressesOf = async (host: string): Promise<readonly [LookupAddress, ...LookupAddress[]]> => {
    if (!hosts.has(host)) throw new Refused('NOT_LISTED');
    const [first, ...rest] = await resolve(host);
    if (first === undefined || ![first, ...rest].every(({ address }) => isAllowed(address))) {
      throw new Refused('NOT_PUBLIC');
    }
    return [first, ...rest];
  };
  return (host, { all }, callback) => {
    addressesOf(host).then(
      (addresses) => {
        const [{ address, family }] = addresses;
        if (all === true) callback(null, [...addresses]);
        else callback(null, address, family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), []),
    );
  };
}

function resolveBySystem(host: string): Promise<readonly LookupAddress[]> {
  return new Promise((resolve, reject) => {
    // The dot at the end keeps the search list of this machine out of it.
    lookup(`${host}.`, { all: true }, (error, addresses) => (error === null ? resolve(addresses) : reject(error)));
  });
}
