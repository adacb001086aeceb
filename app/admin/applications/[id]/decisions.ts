import { refresh } from "next/cache";
import {
  parseDecision,
  parseEvidence,
  withRefusal,
  type ReviewSubmission,
} from "@/app/admin/applications/[id]/review-answers";
import { goOn, type DecisionOutcome } from "@/app/admin/applications/[id]/next";
import { fieldErrorsOf, formAgain, withFieldErrors } from "@/app/admin/form-answers";
import type { ReviewState } from "@/components/review/decision/review-state";
import { previewDecision } from "@/lib/applications/review/decision-preview";
import type { ReviewResult } from "@/lib/applications/review/decisions";
import {
  approveApplication,
  declineApplication,
  reopenApplication,
  requestChanges,
} from "@/lib/applications/review/review-commands";
import { changeEvidence, type EvidenceChanges } from "@/lib/applications/review/evidence-commands";
import { readReviewSettings } from "@/lib/applications/review/review-settings";
import {
  approvalSchema,
  changeRequestSchema,
  declineSchema,
  reopeningSchema,
} from "@/lib/applications/review/review-schema";
import { formTexts } from "@/lib/forms";

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
    return (
      (await withPreview(turn, { kind: "change_request", ...data })) ??
      conclude(turn, "changes_requested", await requestChanges(turn.seen, data, evidence))
    );
  });

export const decline = (turn: ReviewSubmission): Promise<ReviewState> =>
  withEvidence(turn, async (evidence) => {
    const answer = parseDecision(turn.form, "decline", declineSchema);
    if (!answer.success)
      return withFieldErrors(turn.before, turn.form, fieldErrorsOf(answer.error, "decline-"));
    if (!(await readReviewSettings()).declineReasons.includes(answer.data.reason))
      return withFieldErrors(turn.before, turn.form, {
        "decline-reason": "This reason is no longer offered. Choose another.",
      });
    return (
      (await withPreview(turn, { kind: "decline", ...answer.data })) ??
      conclude(turn, "declined", await declineApplication(turn.seen, answer.data, evidence))
    );
  });

/** The form with the email as it would go out. Null where this very email has been shown. */
async function withPreview(
  turn: ReviewSubmission,
  draft: Parameters<typeof previewDecision>[1],
): Promise<ReviewState | null> {
  const { before, form, seen } = turn;
  const previewed = await previewDecision(seen, draft);
  if (!previewed.ok) return withRefusal(turn, previewed);
  const { preview } = previewed;
  const shown = formTexts(form)[`${draft.kind}-previewed`] ?? "";
  if (!preview || preview.digest === shown) return null;
  const { kind } = draft;
  return { ...formAgain(before, form), preview: { ...preview, kind, isChanged: shown !== "" } };
}

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
