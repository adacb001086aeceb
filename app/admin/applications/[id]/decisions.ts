import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { correct, readDecision, refuse } from "@/app/admin/applications/[id]/review-answers";
import { typedFields } from "@/app/admin/typed-fields";
import { writeRefusal } from "@/components/review/refusal-labels";
import type { ReviewState } from "@/components/review/review-state";
import { criteria } from "@/components/review/labels";
import type { ReviewRefusal } from "@/lib/applications/review/decisions";
import { applicationAddress, parseQueueFilter } from "@/lib/applications/review/queue-filter";
import { approveApplication, declineApplication, reopenApplication, requestChanges, tickEvidence, untickEvidence } from "@/lib/applications/review/review-commands";
import { approvalSchema, changeRequestSchema, declineSchema, noteSchema } from "@/lib/applications/review/review-schema";
import type { Review } from "@/lib/applications/review/review-transaction";
import type { ApplicationState, EvidenceCriterion } from "@/prisma/generated/enums";

// Called by the action behind its guard.

/** The form as it was sent, and what its sender had seen. */
type Turn = { before: ReviewState; form: FormData; seen: Review };

export async function approve(turn: Turn): Promise<ReviewState> {
  const approval = readDecision(turn.form, "approval", approvalSchema);
  if (!approval.success) return correct(turn.before, turn.form, "approval", approval.error);
  return conclude(turn, "approved", await approveApplication(turn.seen, approval.data));
}

export async function askForChanges(turn: Turn): Promise<ReviewState> {
  const request = readDecision(turn.form, "change_request", changeRequestSchema);
  if (!request.success) return correct(turn.before, turn.form, "change_request", request.error);
  return conclude(turn, "changes_requested", await requestChanges(turn.seen, request.data));
}

export async function decline(turn: Turn): Promise<ReviewState> {
  const answer = readDecision(turn.form, "decline", declineSchema);
  if (!answer.success) return correct(turn.before, turn.form, "decline", answer.error);
  return conclude(turn, "declined", await declineApplication(turn.seen, answer.data));
}

export const reopen = async (turn: Turn): Promise<ReviewState> => conclude(turn, "submitted", await reopenApplication(turn.seen));

/** Shows the application as it is after the decision, or says why there is none. */
function conclude({ before, form, seen }: Turn, state: ApplicationState, refusal: ReviewRefusal | null): ReviewState {
  // With a fragment of its own: browsers otherwise keep the one that the reviewer came to the form by, and focus that.
  if (!refusal) redirect(`${applicationAddress(seen.applicationId, parseQueueFilter(typedFields(form).queue ?? ""), `done=${state}`)}#next`);
  refresh();
  return refuse(before, form, writeRefusal(refusal));
}

export async function tick({ before, form, seen }: Turn, criterion: EvidenceCriterion): Promise<ReviewState> {
  const note = noteSchema.safeParse(typedFields(form)[`${criterion}-note`] ?? "");
  if (!note.success) return noteWrong(before, form, criterion, note.error.issues[0]?.message);
  const refusal = await tickEvidence(seen, criterion, note.data || null);
  if (refusal?.because === "note_missing") return noteWrong(before, form, criterion);
  refresh();
  if (refusal) return refuse(before, form, writeRefusal(refusal));
  return noted(before, form, criterion, "ticked");
}

export async function untick({ before, form, seen }: Turn, criterion: EvidenceCriterion): Promise<ReviewState> {
  const refusal = await untickEvidence(seen, criterion);
  refresh();
  if (refusal) return refuse(before, form, writeRefusal(refusal));
  return noted(before, form, criterion, "not ticked any more");
}

const noteWrong = (before: ReviewState, form: FormData, criterion: EvidenceCriterion, problem = "Write where you saw the mandate."): ReviewState => ({
  attempt: before.attempt + 1,
  values: typedFields(form),
  fieldErrors: { [`${criterion}-note`]: problem },
});

/** The form again with every text in it, and what was done. */
const noted = (before: ReviewState, form: FormData, criterion: EvidenceCriterion, what: string): ReviewState => ({
  attempt: before.attempt + 1,
  values: typedFields(form),
  fieldErrors: {},
  noted: { criterion, text: `${criteria[criterion].name}: ${what}.` },
});
