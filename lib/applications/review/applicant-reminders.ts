import { applicationReminderMail } from "@/lib/applications/mails/emails";
import { enqueueApplicantMail } from "@/lib/applications/mails/mailer";
import { remindableFrom } from "@/lib/applications/review/several";
import { prisma, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";

/**
 * Writes to applicants who owe an answer, each in a transaction of its own. Who has answered, was
 * reminded lately or has no address any more is left out.
 */
export async function remindApplicants(
  ids: readonly string[],
  staffId: string,
  now: Date,
): Promise<{ sent: number; left: number }> {
  let sent = 0;
  for (const id of ids)
    if (await prisma.$transaction((tx) => remind(tx, id, staffId, now))) sent += 1;
  return { sent, left: ids.length - sent };
}

async function remind(tx: Transaction, id: string, staffId: string, now: Date): Promise<boolean> {
  // Of two colleagues at once, the second waits, and finds that the applicant was reminded.
  await tx.$queryRaw`SELECT id FROM application WHERE id = ${id}::uuid FOR UPDATE`;
  const application = await tx.application.findFirst({
    where: { id, state: "changes_requested", contactEmail: { not: null } },
    select: {
      ...{ id: true, reference: true, locale: true, cityId: true },
      ...{ contactName: true, contactEmail: true },
      city: { select: { name: true } },
      decisions: { where: { inForceForId: id }, select: { decidedAt: true } },
    },
  });
  const askedOn = application?.decisions[0]?.decidedAt;
  const isReminded = await tx.event.findFirst({
    where: { applicationId: id, kind: "application_reminded", at: { gt: remindableFrom(now) } },
    select: { id: true },
  });
  if (!application || !askedOn || isReminded) return false;
  await enqueueApplicantMail(tx, application, "application_reminder", (mail) =>
    applicationReminderMail({ ...mail, askedOn }),
  );
  await recordEvent(tx, {
    ...{ kind: "application_reminded", actor: "staff", staffId },
    ...{ applicationId: id, cityId: application.cityId },
  });
  return true;
}
