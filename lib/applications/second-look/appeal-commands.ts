import { appealReceivedMail } from "@/lib/applications/mails/second-look-emails";
import { enqueueApplicantMail } from "@/lib/applications/mails/mailer";
import { findApplicationByToken } from "@/lib/applications/queries";
import { appealableUntil } from "@/lib/applications/second-look/appeal-period";
import { mailSecondLookers } from "@/lib/applications/second-look/staff-mailer";
import { transact, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import { readSettings } from "@/lib/settings/queries";

type AppealResult = Result<"unknown" | "notPossible">;

/** Once for each decline; the same form posted twice is one appeal. */
export async function appealDecline(
  token: string,
  text: string,
  now = new Date(),
): Promise<AppealResult> {
  const application = await findApplicationByToken(token);
  if (!application) return { ok: false, reason: "unknown" };
  const { id: applicationId, cityId, city, reference } = application;
  return transact(async (tx): Promise<AppealResult> => {
    const decline = await lockDecline(tx, applicationId, now);
    if (!decline) return { ok: false, reason: "notPossible" };
    const { count } = await tx.appeal.createMany({
      data: { applicationId, decisionId: decline.id, text, askedAt: now },
      skipDuplicates: true,
    });
    if (count === 0) return { ok: true };
    await recordEvent(tx, {
      kind: "application_appealed",
      actor: "applicant",
      ...{ applicationId, cityId },
    });
    await enqueueApplicantMail(tx, application, "application_appeal_received", appealReceivedMail);
    await mailSecondLookers(tx, decline.staffId, {
      what: "appeal",
      ...{ applicationId, reference, cityName: city.name },
    });
    return { ok: true };
  });
}

/** Nobody reopens or erases the application while the lock is held. */
async function lockDecline(tx: Transaction, applicationId: string, now: Date) {
  await tx.$queryRaw`SELECT id FROM application WHERE id = ${applicationId}::uuid FOR UPDATE`;
  const decline = await tx.decision.findFirst({
    where: {
      inForceForId: applicationId,
      kind: "decline",
      application: { state: "declined", erasedAt: null },
    },
    select: { id: true, staffId: true, decidedAt: true },
  });
  if (!decline) return null;
  return now <= appealableUntil(decline.decidedAt, await readSettings(tx)) ? decline : null;
}
