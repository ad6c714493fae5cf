import { BlockList, isIP } from 'node:net';

/** What is no address of the open internet (IANA special-purpose registries, RFC 6890 and later). */
const kept4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Of IPv6 only global unicast is open; of that not what carries another address in it, or is for examples. */
const open6 = ['2000::', 3] as const;
const kept6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

/**
 * Whether an IP address, as text, stands on the open internet: not this machine, not the network it is in, not what
 * leads there by another name (IPv4 within IPv6, NAT64, 6to4, Teredo). False for what is no address.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blockList(kept4, 'ipv4').check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  return (
    blockList([open6], 'ipv6').check(address, 'ipv6') && !blockList(kept6, 'ipv6').check(address, 'ipv6')
  );
}

function blockList(ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of ranges) list.addSubnet(net, prefix, family);
  return list;
}
