import {
  countsAsSeen,
  decidableStates,
  missingEvidence,
  needsNote,
  reopenableStates,
} from "@/lib/applications/review/decisions";
import {
  approvedMail,
  changesRequestedMail,
  declinedMail,
  reopenedMail,
} from "@/lib/applications/mails/emails";
import { enqueueApplicantMail } from "@/lib/applications/mails/mailer";
import type { Approval, ChangeRequest, Decline } from "@/lib/applications/review/review-schema";
import {
  transition,
  lockForReview,
  ReviewRefused,
  transact,
  type Outcome,
  type Review,
} from "@/lib/applications/review/review-transaction";
import { addSignatory, removeSignatory } from "@/lib/cities/commands";
import { findFormerMember } from "@/lib/cities/member-queries";
import { formatPressText } from "@/lib/cities/press-text";
import type { Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { recordEvent } from "@/lib/events";
import type { EventKind } from "@/prisma/generated/enums";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";
import { raiseSiteVersion } from "@/lib/site-version";
import type { Prisma } from "@/prisma/generated/client";
import type { DecisionKind, DeclineReason, EvidenceCriterion } from "@/prisma/generated/enums";

export function approveApplication(review: Review, { name, signedOn, message }: Approval): Outcome {
  return transact(async (tx) => {
    const application = await transition(tx, review, decidableStates.approval, {
      state: "approved",
      openForCityId: null,
      closedAt: new Date(),
    });
    const { id: applicationId, cityId, declarationVersion, city } = application;
    await requireEvidence(tx, application);
    if (city.signatory) throw new ReviewRefused({ because: "already_signatory" });

    await decide(tx, review, { kind: "approval", message });
    await recordReview(tx, review, "application_approved", cityId);
    const { announcedOn, isFounder } = (await findFormerMember(applicationId, tx)) ?? {};
    await addSignatory(tx, {
      cityId,
      name,
      signedOn,
      announcedOn,
      isFounder,
      applicationId,
      declarationVersion,
      staffId: review.staffId,
    });
    const cityUrl = siteUrl() + href(toLocale(application.locale), `/cities/${city.slug}`);
    const pressText = await formatPressText(toLocale(application.locale), {
      name,
      signedOn,
      announcedOn: null,
    });
    await enqueueApplicantMail(
      tx,
      { ...application, city: { name } },
      "application_approved",
      (mail) => approvedMail({ ...mail, cityUrl, message, pressText }),
    );
  });
}

export function requestChanges(review: Review, { message }: ChangeRequest): Outcome {
  return transact(async (tx) => {
    const application = await transition(tx, review, decidableStates.change_request, {
      state: "changes_requested",
    });
    await decide(tx, review, { kind: "change_request", message });
    await recordReview(tx, review, "application_changes_requested", application.cityId);
    await enqueueApplicantMail(tx, application, "application_changes_requested", (mail) =>
      changesRequestedMail({ ...mail, message }),
    );
    await raiseSiteVersion(tx);
  });
}

/** Frees the city for another application. */
export function declineApplication(review: Review, { reason, message }: Decline): Outcome {
  return transact(async (tx) => {
    const application = await transition(tx, review, decidableStates.decline, {
      state: "declined",
      openForCityId: null,
      closedAt: new Date(),
    });
    await decide(tx, review, { kind: "decline", reason, message });
    await recordReview(tx, review, "application_declined", application.cityId, { reason });
    await enqueueApplicantMail(tx, application, "application_declined", (mail) =>
      declinedMail({ ...mail, reason, message }),
    );
    await raiseSiteVersion(tx);
  });
}

/** The application awaits review again; an approved city leaves the public list. */
export function reopenApplication(review: Review): Outcome {
  return transact(async (tx) => {
    const { cityId, state } = await tx.application.findUniqueOrThrow({
      where: { id: review.applicationId },
      select: { cityId: true, state: true },
    });
    const from = reopenableStates.filter((reopenable) => reopenable === state);
    const application = await transition(tx, review, from, {
      state: "submitted",
      openForCityId: cityId,
      closedAt: null,
    });
    if (state === "approved") await removeSignatory(tx, cityId, review.staffId);
    else if (application.city.signatory) throw new ReviewRefused({ because: "already_signatory" });

    await supersede(tx, review.applicationId);
    await recordReview(tx, review, "application_reopened", cityId, { from: state });
    await enqueueApplicantMail(tx, application, "application_reopened", reopenedMail);
    // Taking a city off the list has raised it already.
    if (state !== "approved") await raiseSiteVersion(tx);
  });
}

/** Idempotent. `note` says where it was seen; required if the document is "to follow". */
export function tickEvidence(
  review: Review,
  criterion: EvidenceCriterion,
  note: string | null = null,
): Outcome {
  return transact(async (tx) => {
    const { applicationId, staffId } = review;
    const { cityId, mandateUrl } = await lockForReview(tx, review);
    if (needsNote(criterion, { mandateUrl })) {
      if (!note) throw new ReviewRefused({ because: "note_missing" });
      await tx.evidenceTick.deleteMany({ where: { applicationId, criterion, note: null } });
    }
    const { count } = await tx.evidenceTick.createMany({
      data: { applicationId, criterion, staffId, note },
      skipDuplicates: true,
    });
    if (count) await recordReview(tx, review, "application_evidence_ticked", cityId, { criterion });
  });
}

export function untickEvidence(review: Review, criterion: EvidenceCriterion): Outcome {
  return transact(async (tx) => {
    const { cityId } = await lockForReview(tx, review);
    const { count } = await tx.evidenceTick.deleteMany({
      where: { applicationId: review.applicationId, criterion },
    });
    if (count)
      await recordReview(tx, review, "application_evidence_unticked", cityId, { criterion });
  });
}

async function requireEvidence(
  tx: Transaction,
  application: { id: string; mandateUrl: string | null },
): Promise<void> {
  const ticks = await tx.evidenceTick.findMany({
    where: { applicationId: application.id },
    select: { criterion: true, note: true },
  });
  const missing = missingEvidence(
    ticks.filter((tick) => countsAsSeen(tick, application)).map(({ criterion }) => criterion),
  );
  if (missing.length) throw new ReviewRefused({ because: "evidence_missing", missing });
}

type NewDecision = { kind: DecisionKind; reason?: DeclineReason; message: string | null };

/** Replaces an unanswered request for changes as the decision in force. */
async function decide(
  tx: Transaction,
  { applicationId, staffId }: Review,
  decision: NewDecision,
): Promise<void> {
  await supersede(tx, applicationId);
  await tx.decision.create({
    data: { ...decision, applicationId, staffId, inForceForId: applicationId },
  });
}

const supersede = (tx: Transaction, applicationId: string) =>
  tx.decision.updateMany({ where: { inForceForId: applicationId }, data: { inForceForId: null } });

const recordReview = (
  tx: Transaction,
  { applicationId, staffId }: Review,
  kind: EventKind,
  cityId: number,
  detail?: Prisma.InputJsonObject,
) => recordEvent(tx, { kind, actor: "staff", staffId, applicationId, cityId, detail });
