import type { Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { hashToken, newToken } from "@/lib/tokens";
import { after, dayMs } from "@/lib/durations";

export const statusLinkDays = 365;

/** Returns a new status page address for one mail; earlier links work until they expire. */
export async function issueStatusLink(
  tx: Transaction,
  applicationId: string,
  locale: Locale,
  { isOfSecond = false } = {},
): Promise<string> {
  const token = newToken();
  const expiresAt = after(new Date(), statusLinkDays * dayMs);
  await tx.applicationLink.create({
    data: { tokenHash: hashToken(token), applicationId, expiresAt, isOfSecond },
  });
  return siteUrl() + href(locale, `/applications/${token}`);
}
