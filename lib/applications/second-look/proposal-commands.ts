import { decidableStates, type ReviewResult } from "@/lib/applications/review/decisions";
import { completeApproval, whyNotApprovable } from "@/lib/applications/review/review-commands";
import {
  transactReview,
  transition,
  type Review,
} from "@/lib/applications/review/review-transaction";
import { findWaitingProposal } from "@/lib/applications/second-look/proposals";
import { mailFirstReviewer } from "@/lib/applications/second-look/staff-mailer";
import { recordEvent } from "@/lib/events";

/** Approves as the first reviewer proposed. Nobody confirms what they proposed themselves. */
export function confirmProposal(review: Review): Promise<ReviewResult> {
  return transactReview(async (tx) => {
    const confirmed = await transition(tx, review, decidableStates.approval, {
      state: "approved",
      openForCityId: null,
      closedAt: new Date(),
    });
    if (!confirmed.ok) return confirmed;
    const { application } = confirmed;
    const proposal = await findWaitingProposal(tx, review);
    if (!proposal) return { ok: false, reason: "noProposal" };
    if (proposal.staffId === review.staffId) return { ok: false, reason: "ownProposal" };
    const refusal = await whyNotApprovable(tx, application);
    if (refusal) return refusal;
    await completeApproval(tx, review, application, proposal);
    await mailFirstReviewer(tx, proposal.staffId, {
      what: "confirmed",
      applicationId: application.id,
      reference: application.reference,
      cityName: proposal.name,
    });
    return { ok: true };
  });
}

/** The application awaits review as before. Whoever proposed the approval may take it back too. */
export function returnProposal(review: Review, note: string): Promise<ReviewResult> {
  return transactReview(async (tx) => {
    const returned = await transition(tx, review, decidableStates.approval, {});
    if (!returned.ok) return returned;
    const { application } = returned;
    const proposal = await findWaitingProposal(tx, review);
    if (!proposal) return { ok: false, reason: "noProposal" };
    const { applicationId, staffId } = review;
    await tx.approvalProposal.update({
      where: { applicationId },
      data: { returnNote: note, returnedById: staffId },
    });
    await recordEvent(tx, {
      kind: "application_approval_returned",
      actor: "staff",
      ...{ staffId, applicationId, cityId: application.cityId },
    });
    if (proposal.staffId !== staffId)
      await mailFirstReviewer(tx, proposal.staffId, {
        what: "returned",
        ...{ applicationId, reference: application.reference, cityName: application.city.name },
      });
    return { ok: true };
  });
}
