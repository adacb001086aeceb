import providers from "email-providers/all.json" with { type: "json" };

const freeMailDomains = new Set(providers);

/** Addresses at providers open to anyone are accepted, but reviewed with more care. */
export function isFreeMailAddress(address: string): boolean {
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return freeMailDomains.has(domain);
}
