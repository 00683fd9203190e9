import type { ApiPattern, Pack } from '../packs/pack.ts';
import type { Exchange, Paste } from '../reading/paste.ts';
import type { Diagnosis } from './diagnosis.ts';
import { literal } from './facts/literal.ts';
import { oncePer } from './facts/once.ts';
import { apiOf, placesOf } from './facts/urls.ts';

/** The pack that answers, and why. */
export interface Choice {
  readonly pack: Pack;
  readonly why: Diagnosis['chosen'];
}

/**
 * The pack whose API the paste shows: by the named choice, else by the URLs in it (a host that a pack names outweighs
 * one that it accepts), else by a host that the text mentions, else the first pack. A pack without URLs of its own
 * answers for those that no other pack knows.
 */
export function choosePack(
  paste: Paste,
  packs: readonly Pack[],
  now: number,
  choice: string | undefined,
): Choice | undefined {
  const named = packs.find(({ id }) => id === choice);
  if (named !== undefined) return { pack: named, why: 'chosenByName' };
  const [first] = packs;
  if (first === undefined) return undefined;
  const byUrl = best(packs, (pack) => urlScore(paste, pack, now));
  if (byUrl !== undefined) return { pack: byUrl, why: 'chosenByUrl' };
  const byMention = best(packs, (pack) => (mentionsHostOf(paste.text, pack) ? 1 : 0));
  if (byMention !== undefined) return { pack: byMention, why: 'chosenByHost' };
  const fallback = packs.find(({ apis }) => apis.length === 0);
  const called = { ...paste, exchanges: paste.exchanges.filter((exchange) => !isRedirection(exchange)) };
  const showsUrl = placesOf({ paste: called, exchange: {}, pack: first, now }).some(({ host }) => host !== undefined);
  if (showsUrl && fallback !== undefined) return { pack: fallback, why: 'chosenForUnknownHost' };
  return { pack: first, why: 'chosenAsFirst' };
}

/** How clients name the path that an authorization server sends the browser back to: `/callback`, `/auth/cb`. */
const callbackPath = /\/(?:[\w-]{0,30}callback|cb|signin-oidc|login\/oauth2\/code)(?:\/|$)/i;

/** The authorization server sends the browser back to the client's own host, which is no API (RFC 6749, 4.1.2). */
function isRedirection({ request }: Exchange): boolean {
  const target = request?.target;
  if (callbackPath.test(target?.path ?? '')) return true;
  return [...(target?.query ?? []), ...(target?.fragment ?? [])].some(
    ({ name }) => name === 'error' || name === 'code',
  );
}

function best(packs: readonly Pack[], score: (pack: Pack) => number): Pack | undefined {
  let winner: Pack | undefined;
  let highest = 0;
  for (const pack of packs) {
    const own = score(pack);
    if (own > highest) [winner, highest] = [pack, own];
  }
  return winner;
}

function urlScore(paste: Paste, pack: Pack, now: number): number {
  let highest = 0;
  for (const place of placesOf({ paste, exchange: {}, pack, now })) {
    const api = apiOf(place, pack.apis);
    if (api !== undefined) highest = Math.max(highest, weightOf(api, place.host));
  }
  return highest;
}

function weightOf(api: ApiPattern, host: string | undefined): number {
  const isNamed = host !== undefined && api.hosts.some((pattern) => pattern !== '*');
  // What is another pack's own API is only a lookalike here.
  return (isNamed ? 3 : 2) - (api.role === 'other-api' ? 1 : 0);
}

function mentionsHostOf(text: string, pack: Pack): boolean {
  return hostMentions(pack)?.test(text) ?? false;
}

/** A host counts where it stands whole: `banno.com` is not mentioned by `api.banno.com`, but `*.banno.com` is. */
const hostMentions = oncePer((pack: Pack): RegExp | undefined => {
  const hosts = new Set(pack.apis.flatMap((api) => api.hosts.filter((host) => host !== '*')));
  if (hosts.size === 0) return undefined;
  const wanted = [...hosts].map((host) =>
    host.startsWith('*.') ? literal(host.slice(1)) : `(?<![a-z0-9.-])${literal(host)}`,
  );
  return new RegExp(`(?:${wanted.join('|')})(?![a-z0-9-]|\\.[a-z0-9])`, 'i');
});
