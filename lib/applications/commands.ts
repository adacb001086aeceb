import { randomUUID } from "node:crypto";
import { correctionData, changedGroups, outdatedEvidence } from "@/lib/applications/correction";
import { deleteMandateFiles } from "@/lib/applications/files/commands";
import { forgetBytes } from "@/lib/applications/files/storage";
import { receivedMail, withdrawnMail } from "@/lib/applications/mails/emails";
import { enqueueApplicantMail } from "@/lib/applications/mails/mailer";
import { estimateReviewWait, findApplicationByToken } from "@/lib/applications/queries";
import { eraseWords, erasedPersonalData } from "@/lib/applications/retention";
import { snapshotOf } from "@/lib/applications/review/snapshot";
import { noteForReviewers } from "@/lib/applications/review-digest";
import type { Correction } from "@/lib/applications/schema";
import { checklistAreas } from "@/lib/applications/fields";
import { admitNamed } from "@/lib/abuse/mail-budget";
import { inviteSecondContact } from "@/lib/applications/second-contact/commands";
import { outdatedChecks } from "@/lib/applications/checks/checks";
import { oneOpenForCity } from "@/lib/applications/review/decisions";
import { isUniqueViolation, prisma } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import { raiseSiteVersion, refreshSiteVersion } from "@/lib/site-version";

/** Idempotent. Refused if the link is unknown or another application of the city came first. */
export async function confirmApplication(
  token: string,
): Promise<Result<"unknown" | "signatory" | "underReview">> {
  const application = await findApplicationByToken(token);
  if (!application) return { ok: false, reason: "unknown" };
  if (application.state !== "unconfirmed") return { ok: true };
  const waitInWorkingDays = await estimateReviewWait();
  const { id, cityId, secondContact } = application;
  const now = new Date();
  const mayInvite = secondContact !== null && (await admitNamed(secondContact.email, now));

  try {
    const outcome = await prisma.$transaction(
      async (tx): Promise<Result<"unknown" | "signatory" | "underReview">> => {
        // Waits while another application of the city is being approved, then sees the signatory.
        await tx.$queryRaw`SELECT id FROM application WHERE open_for_city_id = ${cityId} FOR SHARE`;
        const { count } = await tx.application.updateMany({
          where: { id, state: "unconfirmed", city: { signatory: null } },
          data: {
            state: "submitted",
            confirmedAt: now,
            openForCityId: cityId,
            version: { increment: 1 },
          },
        });
        if (count === 0)
          return (await tx.signatory.count({ where: { cityId } }))
            ? { ok: false, reason: "signatory" }
            : { ok: true };
        await recordEvent(tx, {
          kind: "application_confirmed",
          actor: "applicant",
          applicationId: id,
          cityId,
        });
        await enqueueApplicantMail(tx, application, "application_received", (mail) =>
          receivedMail({ ...mail, waitInWorkingDays }),
        );
        if (mayInvite) await inviteSecondContact(tx, application, now);
        await noteForReviewers(tx, id, { isAnswer: false });
        await raiseSiteVersion(tx);
        return { ok: true };
      },
    );
    await refreshSiteVersion();
    return outcome;
  } catch (error) {
    if (isUniqueViolation(error, oneOpenForCity)) return { ok: false, reason: "underReview" };
    throw error;
  }
}

/** @param seenVersion the version whose answers were corrected */
export async function correctApplication(
  token: string,
  seenVersion: number,
  correction: Correction,
): Promise<Result<"unknown" | "changedMeanwhile" | "closed">> {
  const application = await findApplicationByToken(token);
  if (!application) return { ok: false, reason: "unknown" };
  const { id, state, cityId } = application;
  if (state !== "submitted" && state !== "changes_requested")
    return { ok: false, reason: "closed" };
  const isAnswer = state === "changes_requested";
  const changed = changedGroups(application, correction);
  if (changed.length === 0 && !isAnswer) return { ok: true };

  const outcome = await prisma.$transaction(
    async (tx): Promise<Result<"unknown" | "changedMeanwhile" | "closed">> => {
      const { count } = await tx.application.updateMany({
        where: { id, state, version: seenVersion },
        data: { ...correctionData(correction), state: "submitted", version: { increment: 1 } },
      });
      if (count === 0) return { ok: false, reason: "changedMeanwhile" };
      if (changed.length > 0)
        await tx.applicationVersion.create({
          data: { applicationId: id, version: seenVersion, answers: snapshotOf(application) },
        });
      for (const area of checklistAreas)
        await tx.checklistAnswer.update({
          where: { applicationId_area: { applicationId: id, area } },
          data: correction[area],
        });
      await tx.evidenceTick.deleteMany({
        where: { applicationId: id, criterion: { in: outdatedEvidence(changed) } },
      });
      await tx.checkOverride.deleteMany({
        where: { applicationId: id, check: { in: outdatedChecks(changed) } },
      });
      await recordEvent(tx, {
        kind: isAnswer ? "application_answered" : "application_corrected",
        actor: "applicant",
        applicationId: id,
        cityId,
        detail: { fields: changed },
      });
      if (!isAnswer) return { ok: true };
      await tx.decision.updateMany({ where: { inForceForId: id }, data: { inForceForId: null } });
      await noteForReviewers(tx, id, { isAnswer });
      await raiseSiteVersion(tx);
      return { ok: true };
    },
  );
  await refreshSiteVersion();
  return outcome;
}

/** Frees the city and erases the personal data at once. Idempotent; "closed" once decided. */
export async function withdrawApplication(token: string): Promise<Result<"unknown" | "closed">> {
  const application = await findApplicationByToken(token);
  if (!application) return { ok: false, reason: "unknown" };
  const { id, cityId, state } = application;
  const now = new Date();
  let fileIds: string[] = [];

  const outcome = await prisma.$transaction(async (tx): Promise<Result<"unknown" | "closed">> => {
    const { count } = await tx.application.updateMany({
      where: { id, state: { in: ["unconfirmed", "submitted", "changes_requested"] } },
      // A new key, so that the same form submitted again is a new application.
      data: {
        ...erasedPersonalData,
        submissionKey: randomUUID(),
        state: "withdrawn",
        openForCityId: null,
        closedAt: now,
        erasedAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 0)
      return (await tx.application.count({ where: { id, state: "withdrawn" } }))
        ? { ok: true }
        : { ok: false, reason: "closed" };
    await tx.decision.updateMany({ where: { inForceForId: id }, data: { inForceForId: null } });
    await tx.claim.deleteMany({ where: { applicationId: id } });
    await eraseWords(tx, id);
    fileIds = await deleteMandateFiles(tx, id);
    await recordEvent(tx, {
      kind: "application_withdrawn",
      actor: "applicant",
      applicationId: id,
      cityId,
    });
    await enqueueApplicantMail(tx, application, "application_withdrawn", withdrawnMail);
    await tx.secondContact.deleteMany({ where: { applicationId: id } });
    await tx.applicationLink.deleteMany({ where: { applicationId: id, isOfSecond: true } });
    if (state !== "unconfirmed") await raiseSiteVersion(tx);
    return { ok: true };
  });
  await forgetBytes(fileIds);
  await refreshSiteVersion();
  return outcome;
}
