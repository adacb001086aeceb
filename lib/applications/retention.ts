import { deleteMandateFiles } from "@/lib/applications/files/commands";
import { forgetBytes } from "@/lib/applications/files/storage";
import { forgetSecondContact } from "@/lib/applications/second-contact/commands";
import { retentionDays } from "@/lib/applications/receipt";
import { prisma, type Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { Prisma } from "@/prisma/generated/client";
import { before, dayMs } from "@/lib/durations";

export const erasedPersonalData = {
  contactName: null,
  contactRole: null,
  contactDepartment: null,
  contactEmail: null,
  mandateAuthorityName: null,
} as const;

export type RetentionReport = { deleted: number; erased: number; mailsRemoved: number };

/** Deletes and erases what is due under `retentionDays`. Idempotent, also when run concurrently. */
export async function enforceRetention(now: Date): Promise<RetentionReport> {
  const daysAgo = (days: number) => before(now, days * dayMs);

  const unconfirmed = await prisma.application.findMany({
    where: { state: "unconfirmed", submittedAt: { lte: daysAgo(retentionDays.unconfirmed) } },
    select: { id: true, cityId: true },
  });
  const isDue = {
    erasedAt: null,
    OR: [
      {
        state: "declined",
        closedAt: { lte: daysAgo(retentionDays.declined) },
        // Somebody has to read it still.
        appeals: { none: { outcome: null } },
      },
      { state: "approved", closedAt: { lte: daysAgo(retentionDays.approved) } },
    ],
  } satisfies Prisma.ApplicationWhereInput;
  const closed = await prisma.application.findMany({
    where: isDue,
    select: { id: true, cityId: true },
  });

  const silent = await prisma.secondContact.findMany({
    where: { agreedAt: null, invitedAt: { lte: daysAgo(retentionDays.unconfirmed) } },
    select: { applicationId: true },
  });
  for (const { applicationId } of silent)
    await prisma.$transaction((tx) => forgetSecondContact(tx, applicationId));

  let deleted = 0;
  for (const application of unconfirmed)
    deleted += await prisma.$transaction((tx) => deleteUnconfirmed(tx, application));
  let erased = 0;
  for (const application of closed) erased += await eraseDue(application, isDue, now);
  return { deleted, erased, mailsRemoved: await removeDeliveredMails() };
}

async function deleteUnconfirmed(
  tx: Transaction,
  { id, cityId }: { id: string; cityId: number },
): Promise<number> {
  const { count } = await tx.application.deleteMany({ where: { id, state: "unconfirmed" } });
  if (count === 0) return 0;
  await tx.mail.deleteMany({ where: { applicationId: id } });
  await recordEvent(tx, {
    kind: "application_expired",
    actor: "system",
    applicationId: id,
    cityId,
  });
  return count;
}

/** The update repeats the condition, so an application reopened meanwhile keeps its contact. */
async function eraseDue(
  { id, cityId }: { id: string; cityId: number },
  isDue: Prisma.ApplicationWhereInput,
  now: Date,
): Promise<number> {
  const fileIds = await prisma.$transaction(async (tx) => {
    const { count } = await tx.application.updateMany({
      where: { ...isDue, id },
      data: { ...erasedPersonalData, erasedAt: now },
    });
    if (count === 0) return null;
    await eraseWords(tx, id);
    await recordEvent(tx, {
      kind: "application_erased",
      actor: "system",
      applicationId: id,
      cityId,
    });
    await forgetSecondContact(tx, id);
    return deleteMandateFiles(tx, id);
  });
  if (!fileIds) return 0;
  await forgetBytes(fileIds);
  return 1;
}

/**
 * What staff wrote about an application may contain personal data, and so do the answers that the
 * applicant corrected.
 */
export async function eraseWords(tx: Transaction, applicationId: string): Promise<void> {
  await tx.decision.updateMany({ where: { applicationId }, data: { message: null } });
  await tx.evidenceTick.updateMany({ where: { applicationId }, data: { note: null } });
  await tx.appeal.updateMany({ where: { applicationId }, data: { text: null, answer: null } });
  await tx.decisionSample.updateMany({ where: { applicationId }, data: { note: null } });
  await tx.approvalProposal.deleteMany({ where: { applicationId } });
  await tx.checkOverride.deleteMany({ where: { applicationId } });
  await tx.applicationVersion.deleteMany({ where: { applicationId } });
  await tx.applicationNote.deleteMany({ where: { applicationId } });
}

/** A mail's row holds an address: it goes once delivered and its application is erased. */
function removeDeliveredMails(): Promise<number> {
  return prisma.$executeRaw`
    DELETE FROM mail USING application
    WHERE mail.application_id = application.id AND application.erased_at IS NOT NULL AND mail.sent_at IS NOT NULL`;
}
