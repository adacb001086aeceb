import { delayedMail } from "@/lib/applications/mails/emails";
import { enqueueApplicantMail } from "@/lib/applications/mails/mailer";
import { startingEventKinds } from "@/lib/applications/review/review-clock";
import { workingDaysBetween } from "@/lib/applications/review/wait-estimate";
import { prisma } from "@/lib/db";
import { before, dayMs } from "@/lib/durations";
import { recordEvent } from "@/lib/events";
import { readSettings } from "@/lib/settings/queries";
import { Prisma } from "@/prisma/generated/client";

/** `delayToldAt`: as it was when the application was found. */
type Delayed = { id: string; promisedAt: Date; delayToldAt: Date | null };

/**
 * Tells applicants once that the review takes longer. What is promised begins anew with each answer
 * and each reopening. Gives how many were told.
 */
export async function tellDelays(now: Date): Promise<number> {
  const { redAfterWorkingDays, holidays } = await readSettings();
  const late = (await listCandidates(now, redAfterWorkingDays)).filter(
    ({ promisedAt }) => workingDaysBetween(promisedAt, now, holidays) >= redAfterWorkingDays,
  );
  let told = 0;
  for (const application of late) told += await tell(application, redAfterWorkingDays, now);
  return told;
}

const maxAtOnce = 500;

/** Those that have waited for as many days of the calendar, and were not told since. */
function listCandidates(now: Date, days: number): Promise<Delayed[]> {
  const kinds = Prisma.join(startingEventKinds.map((kind) => Prisma.sql`${kind}::event_kind`));
  const latest = before(now, (days - 1) * dayMs).toISOString();
  return prisma.$queryRaw<Delayed[]>`
    WITH waiting AS (
      SELECT id, delay_told_at, greatest(confirmed_at, (
        SELECT max(at) FROM event WHERE event.application_id = application.id
          AND kind IN (${kinds}))) AS promised_at
      FROM application WHERE state = 'submitted' AND confirmed_at <= ${latest}::timestamptz)
    SELECT id, promised_at AS "promisedAt", delay_told_at AS "delayToldAt" FROM waiting
    WHERE promised_at <= ${latest}::timestamptz AND (delay_told_at IS NULL
      OR delay_told_at < promised_at)
    ORDER BY promised_at LIMIT ${maxAtOnce}`;
}

/** Nobody who got a decision meanwhile is told. Of two processes, one tells. */
function tell({ id, delayToldAt }: Delayed, days: number, now: Date): Promise<number> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.application.updateMany({
      where: { id, state: "submitted", delayToldAt },
      data: { delayToldAt: now },
    });
    if (count === 0) return 0;
    const application = await tx.application.findUniqueOrThrow({
      where: { id },
      select: {
        id: true,
        reference: true,
        locale: true,
        cityId: true,
        contactName: true,
        contactEmail: true,
        city: { select: { name: true } },
      },
    });
    await recordEvent(tx, {
      kind: "application_delay_told",
      actor: "system",
      applicationId: id,
      cityId: application.cityId,
    });
    await enqueueApplicantMail(tx, application, "application_delayed", (mail) =>
      delayedMail({ ...mail, days }),
    );
    return count;
  });
}
