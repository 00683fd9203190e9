import { BlockList, isIP } from 'node:net';

/** Of the unicast addresses, those that are not reachable from everywhere, or that carry another address inside. */
const special4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** All that is global unicast (RFC 4291, section 2.4, as assigned by IANA). Mapped and translated addresses lie outside. */
const global6 = ['2000::', 3] as const;

const special6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const;

const notPublic4 = new BlockList();
for (const [net, prefix] of special4) notPublic4.addSubnet(net, prefix, 'ipv4');

const global = new BlockList();
global.addSubnet(...global6, 'ipv6');

const notPublic6 = new BlockList();
for (const [net, prefix] of special6) notPublic6.addSubnet(net, prefix, 'ipv6');

/**
 * Whether an IP address may be anybody's on the public internet: no loopback, private, link-local, shared, documentation,
 * multicast or reserved one (IANA IPv4 and IPv6 Special-Purpose Address Registries, RFC 6890), and no IPv6 address that
 * stands for an IPv4 one. What is no IP address is not public.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic4.check(address, 'ipv4');
    case 6:
      return global.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
    default:
      return false;
  }
}
