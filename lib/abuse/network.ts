import ipaddr from "ipaddr.js";

/** Bits that the addresses of one network share. */
export const networkBits = { ipv4: 24, ipv6: 48 } as const;

/** IPv4 /24 (also of IPv4-mapped IPv6) or IPv6 /48. Null for what is no address. */
export function networkOf(address: string): string | null {
  // A link-local address may end in a zone such as `%eth0`.
  const plain = address.replace(/%.*$/, "");
  if (!ipaddr.IPv6.isValid(plain) && !ipaddr.IPv4.isValidFourPartDecimal(plain)) return null;
  const parsed = ipaddr.process(plain);
  const [kind, length] =
    parsed.kind() === "ipv4"
      ? ([ipaddr.IPv4, networkBits.ipv4] as const)
      : ([ipaddr.IPv6, networkBits.ipv6] as const);
  return `${kind.networkAddressFromCIDR(`${parsed.toString()}/${length}`).toString()}/${length}`;
}
