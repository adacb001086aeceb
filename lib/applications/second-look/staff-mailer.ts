import { secondLookMail, type SecondLookNews } from "@/lib/applications/mails/second-look-emails";
import type { Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { defaultLocale } from "@/lib/i18n/locales";
import { enqueueMail } from "@/lib/mail/outbox";
import { permissions } from "@/lib/staff/permissions";

type News = Omit<SecondLookNews, "reviewUrl"> & { applicationId: string };

/** Tells everybody who may take the second look, but not the first reviewer. */
export async function mailSecondLookers(
  tx: Transaction,
  firstId: string,
  news: News,
): Promise<void> {
  const readers = await tx.user.findMany({
    where: {
      id: { not: firstId },
      removedAt: null,
      digest: { not: "none" },
      role: { in: [...permissions.reviewApplications] },
    },
    select: { email: true },
  });
  for (const { email } of readers) await enqueue(tx, email, news);
}

/** Tells the first reviewer what the second one has answered. */
export async function mailFirstReviewer(tx: Transaction, firstId: string, news: News) {
  const first = await tx.user.findUnique({
    where: { id: firstId, removedAt: null },
    select: { email: true },
  });
  if (first) await enqueue(tx, first.email, news);
}

async function enqueue(
  tx: Transaction,
  to: string,
  { applicationId, ...news }: News,
): Promise<void> {
  const reviewUrl = `${siteUrl()}/admin/applications/${applicationId}#second-look`;
  await enqueueMail(tx, {
    kind: "staff_second_look",
    ...{ to, applicationId, locale: defaultLocale },
    content: await secondLookMail({ ...news, reviewUrl, locale: defaultLocale }),
  });
}
