import { isIPv4, isIPv6 } from "node:net";

/**
 * The network that an address belongs to, as far as people share one: 256 addresses of IPv4 (`192.0.2.0/24`), and what a provider
 * gives to one customer of IPv6 (`2001:db8:1::/48`). Null for what is no address.
 */
export function networkOf(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (isIPv4(plain)) return `${plain.split(".").slice(0, 3).join(".")}.0/24`;
  return isIPv6(plain) ? `${groupsOf(plain).slice(0, 3).join(":")}::/48` : null;
}

/** All eight groups, without leading zeros. */
function groupsOf(address: string): string[] {
  const [before = "", after] = (URL.parse(`http://[${address}]`)?.hostname ?? "").slice(1, -1).split("::");
  const [head, tail] = [before, after ?? ""].map((part) => part.split(":").filter(Boolean)) as [string[], string[]];
  return [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
}
