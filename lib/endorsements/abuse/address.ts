import { keyedHash } from "@/lib/abuse/keyed-hash";
import { domainOf } from "@/lib/abuse/mail-domain";
import { sameMailbox, withoutDots, withPlusTags } from "@/lib/abuse/mail-providers";

/**
 * One spelling for all ways to write a mailbox, so that one person counts once:
 * `Ada.L+city@GoogleMail.com` → `adal@gmail.com`. For comparing, never for sending.
 */
export function canonicalMailbox(address: string): string {
  const written = domainOf(address);
  const domain = sameMailbox[written] ?? written;
  // By the book the part before the @ may depend on its case. No provider that people use makes two
  // mailboxes of it.
  const whole = address.slice(0, address.lastIndexOf("@")).normalize("NFC").toLowerCase();
  const untagged = withPlusTags.has(domain) ? whole.replace(/(?<=.)\+.*$/, "") : whole;
  const local = withoutDots.has(domain) ? untagged.replaceAll(".", "") : untagged;
  return `${local}@${domain}`;
}

/**
 * What is stored of an address to know it again: nothing can be read from it without the site's
 * secret.
 */
export const hashAddress = (address: string): string =>
  keyedHash("address", canonicalMailbox(address));
