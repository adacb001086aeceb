import { morningMail, type MorningList } from "@/lib/applications/mails/reviewer-emails";
import { takeNews } from "@/lib/applications/review-digest";
import { heldClaims } from "@/lib/applications/claims/claim-sql";
import { morningOf } from "@/lib/applications/review/morning";
import { listWaitsWithStaff } from "@/lib/applications/review/overdue-queries";
import { prisma, type Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { defaultLocale } from "@/lib/i18n/locales";
import { enqueueMail } from "@/lib/mail/outbox";
import { readSettings } from "@/lib/settings/queries";
import type { Settings } from "@/lib/settings/schema";
import { permissions } from "@/lib/staff/permissions";
import { Prisma } from "@/prisma/generated/client";

// What waits, told once on the morning of each working day. What is new since the last email stands
// in it too, so that nobody is told the same twice.

/** Safe in several processes. Returns the number of emails. */
export async function sendMorningMails(now: Date): Promise<number> {
  const settings = await readSettings();
  const morning = morningOf(now, settings);
  if (!morning) return 0;
  let mails = 0;
  for (;;) {
    const outcome = await prisma.$transaction((tx) => sendNext(tx, { now, morning, settings }));
    if (outcome === "all_told") return mails;
    if (outcome === "sent") mails += 1;
  }
}

type Moment = { now: Date; morning: Date; settings: Settings };

async function sendNext(
  tx: Transaction,
  moment: Moment,
): Promise<"sent" | "nothing_waits" | "all_told"> {
  const { now, morning } = moment;
  const reader = await lockReader(tx, morning);
  if (!reader) return "all_told";
  await tx.user.update({ where: { id: reader.id }, data: { morningMailOn: morning } });
  const news = await takeNews(tx, reader.id);
  const waiting = await listWaiting(tx, reader.id, moment);
  if (news.length + waiting.mine.length + waiting.unassigned + waiting.overdue.length === 0)
    return "nothing_waits";
  await enqueueMail(tx, {
    kind: "staff_digest",
    to: reader.email,
    locale: defaultLocale,
    content: await morningMail({
      locale: defaultLocale,
      settingsUrl: `${siteUrl()}/admin/account`,
      overviewUrl: `${siteUrl()}/admin/overview`,
      news,
      ...waiting,
    }),
  });
  await tx.user.update({ where: { id: reader.id }, data: { digestedAt: now } });
  return "sent";
}

/** Other processes skip the locked reader until this transaction ends. */
async function lockReader(
  tx: Transaction,
  morning: Date,
): Promise<{ id: string; email: string } | undefined> {
  const [reader] = await tx.$queryRaw<{ id: string; email: string }[]>`
    SELECT id, email FROM staff
    WHERE removed_at IS NULL AND has_morning_mail
      AND role::text = ANY(${[...permissions.reviewApplications]})
      AND (morning_mail_on IS NULL OR morning_mail_on < ${morning}::date)
    ORDER BY id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
  return reader;
}

type Waiting = {
  id: string;
  reference: string;
  cityName: string;
  countryCode: string;
  holderId: string | null;
};

async function listWaiting(tx: Transaction, staffId: string, { now, settings }: Moment) {
  const rows = await tx.$queryRaw<Waiting[]>`
    SELECT application.id, reference, city.name AS "cityName", country_code AS "countryCode", held.staff_id AS "holderId"
    FROM application JOIN city ON city.id = city_id JOIN place ON place.id = city_id
      LEFT JOIN ${heldClaims(now, settings)} held ON held.application_id = application.id
    WHERE state = 'submitted' ORDER BY confirmed_at, application.id`;
  const red = settings.redAfterWorkingDays;
  const waits = await listWaitsWithStaff(Prisma.sql`true`, { now, settings }, red - 1, tx);
  const days = new Map(waits.map(({ id, workingDays }) => [id, workingDays]));
  const listed = (wanted: (row: Waiting) => boolean): MorningList =>
    rows.filter(wanted).map(({ id, reference, cityName, countryCode }) => ({
      ...{ reference, cityName, countryCode },
      reviewUrl: `${siteUrl()}/admin/applications/${id}`,
    }));
  return {
    mine: listed(({ holderId }) => holderId === staffId),
    unassigned: rows.filter(({ holderId }) => holderId === null).length,
    overdue: listed(({ id }) => (days.get(id) ?? 0) >= red),
    nearlyOverdue: listed(({ id }) => days.get(id) === red - 1),
  };
}
