import { domainToASCII } from "node:url";
import { getDomain } from "tldts";
import { bigProviders, sameMailbox, sameMailboxForBudgets } from "@/lib/abuse/mail-providers";

/** Lower case, in ASCII, without a trailing dot. */
export function domainOf(address: string): string {
  const typed = address.slice(address.lastIndexOf("@") + 1).replace(/\.$/, "");
  return domainToASCII(typed) || typed.toLowerCase();
}

export const isAtBigProvider = (address: string): boolean => bigProviders.has(domainOf(address));

/** `mail.ghent.be` → `ghent.be` (public suffix list): made-up subdomains share a mail server. */
export function budgetDomainOf(address: string): string {
  const written = domainOf(address);
  const registered = getDomain(written, { allowPrivateDomains: true }) ?? written;
  return sameMailbox[registered] ?? sameMailboxForBudgets[registered] ?? registered;
}
