import { domainToASCII } from "node:url";
import { getDomain } from "tldts";
import { bigProviders, sameMailbox, sameMailboxForBudgets } from "@/lib/abuse/mail-providers";

/**
 * The domain of an address as the network knows it: lower case, in ASCII, without a dot at its end.
 */
export function domainOf(address: string): string {
  const typed = address.slice(address.lastIndexOf("@") + 1).replace(/\.$/, "");
  return domainToASCII(typed) || typed.toLowerCase();
}

export const isAtBigProvider = (address: string): boolean => bigProviders.has(domainOf(address));

/**
 * The domain whose owner gets the mails to an address, as far as the public suffix list tells:
 * `mail.ghent.be` → `ghent.be`. A provider has one for all its names. For budgets alone: who writes
 * to made-up subdomains still writes to one mail server.
 */
export function budgetDomainOf(address: string): string {
  const written = domainOf(address);
  const registered = getDomain(written, { allowPrivateDomains: true }) ?? written;
  return sameMailbox[registered] ?? sameMailboxForBudgets[registered] ?? registered;
}
