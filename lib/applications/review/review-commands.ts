import {
  decidableStates,
  reopenableStates,
  type ReviewRefusal,
  type ReviewResult,
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
  transactReview,
  recordReview,
  type Review,
  type ReviewedApplication,
} from "@/lib/applications/review/review-transaction";
import { contactConsentVersion } from "@/lib/applications/receipt";
import type {
  ReopeningCause,
  StaffReopeningCause,
} from "@/lib/applications/decision-log/reopening-causes";
import { drawSample } from "@/lib/applications/second-look/draw-sample";
import { findOpenAppeal } from "@/lib/applications/second-look/open-appeal";
import { findWaitingProposal, storeProposal } from "@/lib/applications/second-look/proposals";
import { addSignatory, removeSignatory } from "@/lib/cities/commands";
import { addApprovedContact, removeApprovedContact } from "@/lib/cities/contacts/commands";
import { findFormerMember } from "@/lib/cities/member-queries";
import { formatPressText } from "@/lib/cities/press-text";
import type { Transaction } from "@/lib/db";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { toLocale } from "@/lib/i18n/locales";
import { readSettings } from "@/lib/settings/queries";
import { raiseSiteVersion } from "@/lib/site-version";
import type { DecisionKind, DeclineReason } from "@/prisma/generated/enums";
import {
  listMissingEvidence,
  noChanges,
  storeEvidence,
} from "@/lib/applications/review/evidence-commands";

export function approveApplication(
  review: Review,
  approval: Approval,
  evidence = noChanges,
): Promise<ReviewResult<{ isProposal?: true }>> {
  return transactReview(async (tx) => {
    const { approvalsNeedTwo } = await readSettings(tx);
    const approved = await transition(
      tx,
      review,
      decidableStates.approval,
      approvalsNeedTwo ? {} : { state: "approved", openForCityId: null, closedAt: new Date() },
    );
    if (!approved.ok) return approved;
    const { application } = approved;
    if (approvalsNeedTwo && (await findWaitingProposal(tx, review)))
      return { ok: false, reason: "proposalWaits" };
    const stored = await storeEvidence(tx, review, application, evidence);
    if (!stored.ok) return stored;
    const refusal = await whyNotApprovable(tx, application);
    if (refusal) return refusal;
    if (approvalsNeedTwo) {
      await storeProposal(tx, review, application, approval);
      return { ok: true, isProposal: true };
    }
    const decisionId = await completeApproval(tx, review, application, approval);
    await drawSample(tx, { decisionId, applicationId: application.id });
    return { ok: true };
  });
}

/** Null where nothing stands against it. */
export async function whyNotApprovable(
  tx: Transaction,
  application: ReviewedApplication,
): Promise<ReviewRefusal | null> {
  const missing = await listMissingEvidence(tx, application);
  if (missing.length > 0) return { ok: false, reason: "evidenceMissing", missing };
  return application.city.signatory ? { ok: false, reason: "alreadySignatory" } : null;
}

/** Puts the city on the public list. Returns the id of the decision. */
export async function completeApproval(
  tx: Transaction,
  review: Review,
  application: ReviewedApplication,
  { name, signedOn, message }: Approval,
): Promise<string> {
  const { id: applicationId, cityId, declarationVersion, city } = application;
  const decisionId = await decide(tx, review, { kind: "approval", message });
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
  await keepAsContact(tx, review, application);
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
  return decisionId;
}

type ContactOfApplication = {
  cityId: number;
  locale: string;
  consentVersion: string;
  contactName: string | null;
  contactRole: string | null;
  contactEmail: string | null;
};

async function keepAsContact(
  tx: Transaction,
  { applicationId, staffId }: Review,
  { cityId, locale, consentVersion, ...contact }: ContactOfApplication,
): Promise<void> {
  const { contactName: name, contactRole: role, contactEmail: email } = contact;
  if (!name || !role || !email || consentVersion < contactConsentVersion) return;
  await addApprovedContact(tx, {
    ...{ cityId, applicationId, staffId },
    contact: { name, role, email, locale },
  });
}

export function requestChanges(
  review: Review,
  { message }: ChangeRequest,
  evidence = noChanges,
): Promise<ReviewResult> {
  return transactReview(async (tx) => {
    const requested = await transition(tx, review, decidableStates.change_request, {
      state: "changes_requested",
    });
    if (!requested.ok) return requested;
    const { application } = requested;
    const stored = await storeEvidence(tx, review, application, evidence);
    if (!stored.ok) return stored;
    await decide(tx, review, { kind: "change_request", message });
    await recordReview(tx, review, "application_changes_requested", application.cityId);
    await enqueueApplicantMail(tx, application, "application_changes_requested", (mail) =>
      changesRequestedMail({ ...mail, message }),
    );
    await raiseSiteVersion(tx);
    return { ok: true };
  });
}

/** Frees the city for another application. */
export function declineApplication(
  review: Review,
  { reason, message }: Decline,
  evidence = noChanges,
): Promise<ReviewResult> {
  return transactReview(async (tx) => {
    const declined = await transition(tx, review, decidableStates.decline, {
      state: "declined",
      openForCityId: null,
      closedAt: new Date(),
    });
    if (!declined.ok) return declined;
    const { application } = declined;
    const stored = await storeEvidence(tx, review, application, evidence);
    if (!stored.ok) return stored;
    const decisionId = await decide(tx, review, { kind: "decline", reason, message });
    await drawSample(tx, { decisionId, applicationId: application.id });
    await recordReview(tx, review, "application_declined", application.cityId, { reason });
    await enqueueApplicantMail(tx, application, "application_declined", (mail) =>
      declinedMail({ ...mail, reason, message }),
    );
    await raiseSiteVersion(tx);
    return { ok: true };
  });
}

/** The application awaits review again; an approved city leaves the list. The cause is public. */
export function reopenApplication(
  review: Review,
  cause: StaffReopeningCause,
): Promise<ReviewResult> {
  return transactReview(async (tx) => {
    const reopened = await reopen(tx, review, cause, (application) =>
      enqueueApplicantMail(tx, application, "application_reopened", reopenedMail),
    );
    return reopened.ok && (await findOpenAppeal(tx, review.applicationId))
      ? { ok: false, reason: "appealWaits" }
      : reopened;
  });
}

export async function reopen(
  tx: Transaction,
  review: Review,
  cause: ReopeningCause,
  tell: (application: ReviewedApplication) => Promise<void>,
): Promise<ReviewResult> {
  const { cityId, state } = await tx.application.findUniqueOrThrow({
    where: { id: review.applicationId },
    select: { cityId: true, state: true },
  });
  const from = reopenableStates.filter((reopenable) => reopenable === state);
  const reopened = await transition(tx, review, from, {
    state: "submitted",
    openForCityId: cityId,
    closedAt: null,
  });
  if (!reopened.ok) return reopened;
  const { application } = reopened;
  if (state === "approved") {
    await removeSignatory(tx, cityId, review.staffId);
    await removeApprovedContact(tx, { cityId, ...review });
  } else if (application.city.signatory) return { ok: false, reason: "alreadySignatory" };

  await supersede(tx, review.applicationId);
  await recordReview(tx, review, "application_reopened", cityId, { from: state, cause });
  await tell(application);
  // Taking a city off the list has raised it already.
  if (state !== "approved") await raiseSiteVersion(tx);
  return { ok: true };
}

type NewDecision = { kind: DecisionKind; reason?: DeclineReason; message: string | null };

/**
 * Replaces an unanswered request for changes as the decision in force, and ends the claim and any
 * proposal. Returns the id.
 */
async function decide(
  tx: Transaction,
  { applicationId, staffId }: Review,
  decision: NewDecision,
): Promise<string> {
  await supersede(tx, applicationId);
  await tx.claim.deleteMany({ where: { applicationId } });
  await tx.approvalProposal.deleteMany({ where: { applicationId } });
  const { id } = await tx.decision.create({
    data: { ...decision, applicationId, staffId, inForceForId: applicationId },
    select: { id: true },
  });
  return id;
}

const supersede = (tx: Transaction, applicationId: string) =>
  tx.decision.updateMany({ where: { inForceForId: applicationId }, data: { inForceForId: null } });
