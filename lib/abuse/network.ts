import ipaddr from "ipaddr.js";

/**
 * The network that an address belongs to, as far as people share one: 256 addresses of IPv4
 * (`192.0.2.0/24`), and what a provider gives to one customer of IPv6 (`2001:db8:1::/48`). IPv4
 * that is written as IPv6 is IPv4. Null for what is no address.
 */
export function networkOf(address: string): string | null {
  // A link-local address may name the machine's own interface.
  const plain = address.replace(/%.*$/, "");
  if (!ipaddr.IPv6.isValid(plain) && !ipaddr.IPv4.isValidFourPartDecimal(plain)) return null;
  const parsed = ipaddr.process(plain);
  const [kind, length] =
    parsed.kind() === "ipv4" ? ([ipaddr.IPv4, 24] as const) : ([ipaddr.IPv6, 48] as const);
  return `${kind.networkAddressFromCIDR(`${parsed.toString()}/${length}`).toString()}/${length}`;
}
