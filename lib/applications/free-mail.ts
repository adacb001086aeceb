import providers from "email-providers/all.json" with { type: "json" };

const freeMailDomains = new Set(providers);

/**
 * Says whether an address is at a provider where anyone gets one: such applications are welcome,
 * and looked at twice.
 */
export function isFreeMailAddress(address: string): boolean {
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return freeMailDomains.has(domain);
}
