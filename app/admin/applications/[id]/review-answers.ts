import { refresh } from "next/cache";
import type { z } from "zod";
import { withFieldErrors, withFormError } from "@/app/admin/form-answers";
import { formatRefusal } from "@/components/review/decision/refusal-labels";
import { formTexts } from "@/lib/forms";
import type { ReviewState } from "@/components/review/decision/review-state";
import { evidenceCriteria, type ReviewRefusal } from "@/lib/applications/review/decisions";
import type { EvidenceChanges } from "@/lib/applications/review/evidence-commands";
import { noteSchema } from "@/lib/applications/review/review-schema";
import type { Review } from "@/lib/applications/review/review-transaction";
import type { AccessRefusalReason } from "@/lib/auth";

/** The form as it was sent, and what its sender had seen. */
export type ReviewSubmission = { before: ReviewState; form: FormData; seen: Review };

/**
 * Reads the fields of a decision. They carry its kind before their name, because those of all
 * decisions stand in one form.
 */
export function parseDecision<Shape extends z.ZodRawShape>(
  form: FormData,
  kind: string,
  schema: z.ZodObject<Shape>,
) {
  const values = formTexts(form);
  return schema.safeParse(
    Object.fromEntries(
      Object.keys(schema.shape).map((name) => [name, values[`${kind}-${name}`] ?? ""]),
    ),
  );
}

/** What was ticked and unticked, or what is wrong with a note. */
export function parseEvidence(
  form: FormData,
): { changes: EvidenceChanges } | { errors: Record<string, string> } {
  const values = formTexts(form);
  const seen = values.seen?.split(" ") ?? [];
  const isTicked = (criterion: string) => `evidence-${criterion}` in values;
  const errors: Record<string, string> = {};
  const ticked = evidenceCriteria
    .filter((criterion) => isTicked(criterion) && !seen.includes(criterion))
    .map((criterion) => {
      const note = noteSchema.safeParse(values[`${criterion}-note`] ?? "");
      if (!note.success) errors[`${criterion}-note`] = note.error.issues[0]?.message ?? "";
      return { criterion, note: note.data === "" ? null : (note.data ?? null) };
    });
  if (Object.keys(errors).length > 0) return { errors };
  const unticked = evidenceCriteria.filter(
    (criterion) => !isTicked(criterion) && seen.includes(criterion),
  );
  return { changes: { ticked, unticked } };
}

/** The form again, with why nothing was done, beside the application as it is now. */
export function withRefusal(
  { before, form }: ReviewSubmission,
  refusal: ReviewRefusal,
): ReviewState {
  refresh();
  return refusal.reason === "noteMissing"
    ? withFieldErrors(before, form, { "mandate_seen-note": "Write where you saw the mandate." })
    : withFormError(before, form, formatRefusal(refusal));
}

/** The form again, when whoever sent it cannot be recognised. */
export function withAccessError(
  before: ReviewState,
  form: FormData,
  reason: AccessRefusalReason,
): ReviewState {
  if (reason === "signedOut")
    return {
      ...withFormError(before, form, "Nothing was done: you are not signed in any more."),
      isSignedOut: true,
    };
  return withFormError(
    before,
    form,
    "Nothing was done: the database does not answer just now. Try again in a minute.",
  );
}
