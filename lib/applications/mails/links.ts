import type { Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { hashToken, newToken } from "@/lib/tokens";
import { after, dayMs } from "@/lib/durations";

const lifetimeInDays = 365;

/**
 * Makes a new way back to an application, for one mail. Earlier mails' links go on working until
 * they expire.
 * @returns the address of its status page
 */
export async function issueStatusLink(
  tx: Transaction,
  applicationId: string,
  locale: Locale,
): Promise<string> {
  const token = newToken();
  const expiresAt = after(new Date(), lifetimeInDays * dayMs);
  await tx.applicationLink.create({
    data: { tokenHash: hashToken(token), applicationId, expiresAt },
  });
  return siteUrl() + href(locale, `/applications/${token}`);
}
