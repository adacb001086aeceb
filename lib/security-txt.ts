import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { defaultLocale } from "@/lib/i18n/locales";
import { contactAddress } from "@/lib/mail/contact-address";

/**
 * Whoever moves it on looks whether the rest is still true. A test fails a month before the day, or
 * when it is more than a year away.
 */
export const securityTxtExpires = new Date("2027-11-01T00:00:00Z");

/** RFC 9116: how to report a weakness of this site. */
export function formatSecurityTxt(): string {
  const fields = [
    ["Contact", `mailto:${contactAddress()}`],
    ["Expires", securityTxtExpires.toISOString()],
    ["Preferred-Languages", defaultLocale],
    ["Canonical", `${siteUrl()}/.well-known/security.txt`],
    ["Policy", `${siteUrl()}${href(defaultLocale, "/contact")}#security`],
  ];
  return fields.map(([name, value]) => `${name}: ${value}\n`).join("");
}
