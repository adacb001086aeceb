import { refresh } from "next/cache";
import {
  parseDecision,
  parseEvidence,
  type ReviewSubmission,
} from "@/app/admin/applications/[id]/review-answers";
import { goOn, type DecisionOutcome } from "@/app/admin/applications/[id]/next";
import { fieldErrorsOf, formAgain, withFieldErrors, withFormError } from "@/app/admin/form-answers";
import { formatRefusal } from "@/components/review/refusal-labels";
import type { ReviewState } from "@/components/review/review-state";
import type { ReviewResult } from "@/lib/applications/review/decisions";
import {
  approveApplication,
  changeEvidence,
  declineApplication,
  reopenApplication,
  requestChanges,
  type EvidenceChanges,
} from "@/lib/applications/review/review-commands";
import {
  approvalSchema,
  changeRequestSchema,
  declineSchema,
  reopeningSchema,
} from "@/lib/applications/review/review-schema";

// Called by the action behind its guard.

export const approve = (turn: ReviewSubmission): Promise<ReviewState> =>
  withEvidence(turn, async (evidence) => {
    const approval = parseDecision(turn.form, "approval", approvalSchema);
    if (!approval.success)
      return withFieldErrors(turn.before, turn.form, fieldErrorsOf(approval.error, "approval-"));
    const result = await approveApplication(turn.seen, approval.data, evidence);
    return conclude(turn, result.ok && result.isProposal ? "proposed" : "approved", result);
  });

export const askForChanges = (turn: ReviewSubmission): Promise<ReviewState> =>
  withEvidence(turn, async (evidence) => {
    const { data, error } = parseDecision(turn.form, "change_request", changeRequestSchema);
    if (error)
      return withFieldErrors(turn.before, turn.form, fieldErrorsOf(error, "change_request-"));
    return conclude(turn, "changes_requested", await requestChanges(turn.seen, data, evidence));
  });

export const decline = (turn: ReviewSubmission): Promise<ReviewState> =>
  withEvidence(turn, async (evidence) => {
    const answer = parseDecision(turn.form, "decline", declineSchema);
    if (!answer.success)
      return withFieldErrors(turn.before, turn.form, fieldErrorsOf(answer.error, "decline-"));
    return conclude(turn, "declined", await declineApplication(turn.seen, answer.data, evidence));
  });

export async function reopen(turn: ReviewSubmission): Promise<ReviewState> {
  const { data, error } = parseDecision(turn.form, "reopening", reopeningSchema);
  if (error) return withFieldErrors(turn.before, turn.form, fieldErrorsOf(error, "reopening-"));
  return conclude(turn, "submitted", await reopenApplication(turn.seen, data.cause));
}

/** Shows the application as it is after the decision or the next one, or says what is wrong. */
function conclude(
  turn: ReviewSubmission,
  outcome: DecisionOutcome,
  result: ReviewResult,
): ReviewState | Promise<never> {
  return result.ok ? goOn(turn, outcome) : withRefusal(turn, result);
}

export const saveEvidence = (turn: ReviewSubmission): Promise<ReviewState> =>
  withEvidence(turn, async (evidence) => {
    const result = await changeEvidence(turn.seen, evidence);
    if (!result.ok) return withRefusal(turn, result);
    refresh();
    return { ...formAgain(turn.before, turn.form), noted: "Saved." };
  });

async function withEvidence(
  { before, form }: ReviewSubmission,
  go: (evidence: EvidenceChanges) => Promise<ReviewState>,
): Promise<ReviewState> {
  const evidence = parseEvidence(form);
  return "errors" in evidence
    ? withFieldErrors(before, form, evidence.errors)
    : go(evidence.changes);
}

function withRefusal(
  { before, form }: ReviewSubmission,
  refusal: Extract<ReviewResult, { ok: false }>,
): ReviewState {
  refresh();
  return refusal.reason === "noteMissing"
    ? withFieldErrors(before, form, { "mandate_seen-note": "Write where you saw the mandate." })
    : withFormError(before, form, formatRefusal(refusal));
}
