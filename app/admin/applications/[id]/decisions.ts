import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { parseDecision } from "@/app/admin/applications/[id]/review-answers";
import { fieldErrorsOf, formAgain, withFieldErrors, withFormError } from "@/app/admin/form-answers";
import { formTexts } from "@/lib/forms";
import { formatRefusal } from "@/components/review/refusal-labels";
import type { ReviewState } from "@/components/review/review-state";
import { criterionLabels } from "@/components/review/labels";
import type { ReviewResult } from "@/lib/applications/review/decisions";
import { applicationAddress, parseQueueFilter } from "@/lib/applications/review/queue-filter";
import {
  approveApplication,
  declineApplication,
  reopenApplication,
  requestChanges,
  tickEvidence,
  untickEvidence,
} from "@/lib/applications/review/review-commands";
import {
  approvalSchema,
  changeRequestSchema,
  declineSchema,
  noteSchema,
} from "@/lib/applications/review/review-schema";
import type { Review } from "@/lib/applications/review/review-transaction";
import type { ApplicationState, EvidenceCriterion } from "@/prisma/generated/enums";

// Called by the action behind its guard.

/** The form as it was sent, and what its sender had seen. */
type ReviewSubmission = { before: ReviewState; form: FormData; seen: Review };

export async function approve(turn: ReviewSubmission): Promise<ReviewState> {
  const approval = parseDecision(turn.form, "approval", approvalSchema);
  if (!approval.success)
    return withFieldErrors(turn.before, turn.form, fieldErrorsOf(approval.error, "approval-"));
  return conclude(turn, "approved", await approveApplication(turn.seen, approval.data));
}

export async function askForChanges(turn: ReviewSubmission): Promise<ReviewState> {
  const request = parseDecision(turn.form, "change_request", changeRequestSchema);
  if (!request.success)
    return withFieldErrors(turn.before, turn.form, fieldErrorsOf(request.error, "change_request-"));
  return conclude(turn, "changes_requested", await requestChanges(turn.seen, request.data));
}

export async function decline(turn: ReviewSubmission): Promise<ReviewState> {
  const answer = parseDecision(turn.form, "decline", declineSchema);
  if (!answer.success)
    return withFieldErrors(turn.before, turn.form, fieldErrorsOf(answer.error, "decline-"));
  return conclude(turn, "declined", await declineApplication(turn.seen, answer.data));
}

export const reopen = async (turn: ReviewSubmission): Promise<ReviewState> =>
  conclude(turn, "submitted", await reopenApplication(turn.seen));

/** Shows the application as it is after the decision, or says why there is none. */
function conclude(
  { before, form, seen }: ReviewSubmission,
  state: ApplicationState,
  result: ReviewResult,
): ReviewState {
  // With a fragment of its own: browsers otherwise keep the one that the reviewer came to the form
  // by, and focus that.
  if (result.ok)
    redirect(
      `${applicationAddress(seen.applicationId, parseQueueFilter(formTexts(form).queue ?? ""), `done=${state}`)}#next`,
    );
  refresh();
  return withFormError(before, form, formatRefusal(result));
}

export async function tick(
  { before, form, seen }: ReviewSubmission,
  criterion: EvidenceCriterion,
): Promise<ReviewState> {
  const note = noteSchema.safeParse(formTexts(form)[`${criterion}-note`] ?? "");
  if (!note.success) return withNoteError(before, form, criterion, note.error.issues[0]?.message);
  const result = await tickEvidence(seen, criterion, note.data || null);
  if (!result.ok && result.reason === "noteMissing") return withNoteError(before, form, criterion);
  refresh();
  if (!result.ok) return withFormError(before, form, formatRefusal(result));
  return withNotice(before, form, criterion, "ticked");
}

export async function untick(
  { before, form, seen }: ReviewSubmission,
  criterion: EvidenceCriterion,
): Promise<ReviewState> {
  const result = await untickEvidence(seen, criterion);
  refresh();
  if (!result.ok) return withFormError(before, form, formatRefusal(result));
  return withNotice(before, form, criterion, "not ticked any more");
}

const withNoteError = (
  before: ReviewState,
  form: FormData,
  criterion: EvidenceCriterion,
  problem = "Write where you saw the mandate.",
): ReviewState => withFieldErrors(before, form, { [`${criterion}-note`]: problem });

/** The form again with every text in it, and what was done. */
const withNotice = (
  before: ReviewState,
  form: FormData,
  criterion: EvidenceCriterion,
  what: string,
): ReviewState => ({
  ...formAgain(before, form),
  noted: { criterion, text: `${criterionLabels[criterion].name}: ${what}.` },
});
