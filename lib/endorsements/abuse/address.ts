import { keyedHash, keyedHashes } from "@/lib/abuse/keyed-hash";
import { domainOf } from "@/lib/abuse/mail-domain";
import { sameMailbox, withoutDots, withPlusTags } from "@/lib/abuse/mail-providers";

/** `Ada.L+city@GoogleMail.com` → `adal@gmail.com`. For comparing, never for sending. */
export function canonicalMailbox(address: string): string {
  const written = domainOf(address);
  const domain = sameMailbox[written] ?? written;
  // RFC 5321 makes the local part case-sensitive, but no widely used provider does.
  const whole = address.slice(0, address.lastIndexOf("@")).normalize("NFC").toLowerCase();
  const untagged = withPlusTags.has(domain) ? whole.replace(/(?<=.)\+.*$/, "") : whole;
  const local = withoutDots.has(domain) ? untagged.replaceAll(".", "") : untagged;
  return `${local}@${domain}`;
}

export const hashAddress = (address: string): string =>
  keyedHash("address", canonicalMailbox(address));

/** Under each secret that is accepted, the current one first. */
export const addressHashes = (address: string): string[] =>
  keyedHashes("address", canonicalMailbox(address));
