import ipaddr from "ipaddr.js";

/** Everything of IPv6 that is routed between networks. The ranges in it that are not are named. */
const routedIpv6 = ipaddr.IPv6.parseCIDR("2000::/3");

/** An address of the public range behind which a cloud keeps what its machines may know. */
const cloudMetadata = "168.63.129.16";

/**
 * Whether it is an address of the public internet: not of this machine, its network or its cloud,
 * and none that leads there through a translation.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // IPv4 that is written as IPv6 is judged as what it stands for.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast" || parsed.toString() === cloudMetadata) return false;
  return parsed.kind() === "ipv4" || parsed.match(routedIpv6);
}
