import {
  applicationWaitsMail,
  digestMail,
  type ReviewNews,
} from "@/lib/applications/mails/reviewer-emails";
import { prisma, type Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { defaultLocale } from "@/lib/i18n/locales";
import { enqueueMail, type MailContent } from "@/lib/mail/outbox";
import { permissions } from "@/lib/staff/permissions";

// Notes are written in the change's transaction; a job turns each person's notes into one email.
// Whoever wants them once a day finds them in the morning mail, if they get that.

export async function noteForReviewers(
  tx: Transaction,
  applicationId: string,
  { isAnswer }: { isAnswer: boolean },
): Promise<void> {
  const staff = await tx.user.findMany({
    where: {
      removedAt: null,
      digest: { not: "none" },
      role: { in: [...permissions.reviewApplications] },
    },
    select: { id: true },
  });
  await tx.reviewNotice.createMany({
    data: staff.map(({ id: staffId }) => ({ staffId, applicationId, isAnswer })),
    skipDuplicates: true,
  });
}

/** Respects each reader's period; safe in several processes. Returns the number of emails. */
export async function sendDigests(now: Date): Promise<number> {
  let mails = 0;
  for (;;) {
    const outcome = await prisma.$transaction((tx) => sendNextDigest(tx, now));
    if (outcome === "none_due") return mails;
    if (outcome === "sent") mails += 1;
  }
}

async function sendNextDigest(
  tx: Transaction,
  now: Date,
): Promise<"sent" | "nothing_new" | "none_due"> {
  const reader = await lockDueReader(tx, now);
  if (!reader) return "none_due";
  const news = await takeNews(tx, reader.id);
  if (news.length === 0) return "nothing_new";
  await enqueueMail(tx, {
    kind: "staff_digest",
    to: reader.email,
    locale: defaultLocale,
    content: await renderDigest(news),
  });
  await tx.user.update({ where: { id: reader.id }, data: { digestedAt: now } });
  return "sent";
}

/** Other processes skip the locked reader until this transaction ends. */
async function lockDueReader(
  tx: Transaction,
  now: Date,
): Promise<{ id: string; email: string } | undefined> {
  const [reader] = await tx.$queryRaw<{ id: string; email: string }[]>`
    SELECT id, email FROM staff
    WHERE removed_at IS NULL AND digest <> 'none' AND NOT (digest = 'daily' AND has_morning_mail)
      AND EXISTS (SELECT FROM review_notice WHERE staff_id = staff.id)
      AND (digested_at IS NULL OR digested_at <= ${now}::timestamptz - CASE digest WHEN 'daily'
        THEN interval '1 day' ELSE interval '1 hour' END)
    ORDER BY id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
  return reader;
}

/** Oldest first, without applications that were decided or withdrawn since. */
export async function takeNews(tx: Transaction, staffId: string): Promise<ReviewNews[]> {
  const notices = await tx.$queryRaw<{ applicationId: string; isAnswer: boolean }[]>`
    WITH taken AS (DELETE FROM review_notice WHERE staff_id = ${staffId}::uuid RETURNING *)
    SELECT application_id AS "applicationId", is_answer AS "isAnswer" FROM taken ORDER BY noted_at, application_id`;
  const waiting = await tx.application.findMany({
    where: { id: { in: notices.map(({ applicationId }) => applicationId) }, state: "submitted" },
    select: {
      id: true,
      reference: true,
      city: { select: { name: true, place: { select: { countryCode: true } } } },
    },
  });
  return notices.flatMap(({ applicationId, isAnswer }) => {
    const application = waiting.find(({ id }) => id === applicationId);
    if (!application) return [];
    const { reference, city } = application;
    return {
      isAnswer,
      reference,
      cityName: city.name,
      countryCode: city.place.countryCode,
      reviewUrl: `${siteUrl()}/admin/applications/${applicationId}`,
    };
  });
}

function renderDigest(news: ReviewNews[]): Promise<MailContent> {
  const frame = { locale: defaultLocale, settingsUrl: `${siteUrl()}/admin/account` };
  const [only, ...others] = news;
  if (only && others.length === 0) return applicationWaitsMail({ ...frame, ...only });
  return digestMail({ ...frame, news, queueUrl: `${siteUrl()}/admin` });
}
