import type { Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { hashToken, newToken } from "@/lib/tokens";

/** For one mail. The links of earlier mails work for as long as the endorsement is kept. */
export type EndorsementLinks = { token: string; manageUrl: string; unsubscribeUrl: string };

export function newLinks(locale: Locale): EndorsementLinks {
  const token = newToken();
  const manageUrl = siteUrl() + href(locale, `/endorsements/${token}`);
  return { token, manageUrl, unsubscribeUrl: `${manageUrl}/unsubscribe` };
}

export async function storeLink(
  tx: Transaction,
  endorsementId: string,
  { token }: Pick<EndorsementLinks, "token">,
): Promise<void> {
  await tx.endorsementLink.create({ data: { tokenHash: hashToken(token), endorsementId } });
}
