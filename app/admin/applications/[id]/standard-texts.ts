import type { ReviewSubmission } from "@/app/admin/applications/[id]/review-answers";
import { formAgain, withFieldErrors } from "@/app/admin/form-answers";
import type { ReviewState } from "@/components/review/decision/review-state";
import { fillInStandardText } from "@/lib/applications/standard-texts/queries";
import type { StandardTextKind } from "@/prisma/generated/enums";

// Called by the action behind its guard.

/** Below what was typed already. A text for one reason chooses it, where none is chosen yet. */
export async function insertStandardText(
  { before, form, seen }: ReviewSubmission,
  kind: StandardTextKind,
): Promise<ReviewState> {
  const again = formAgain(before, form);
  const chosen = again.values[`${kind}-standard`] ?? "";
  const filled = await fillInStandardText(chosen, seen.applicationId);
  if (!filled)
    return withFieldErrors(before, form, { [`${kind}-message`]: "Choose a standard text first." });
  const message = [again.values[`${kind}-message`]?.trim(), filled.words].filter(Boolean);
  const isReasonOpen = again.values[`${kind}-reason`] === "";
  return {
    ...again,
    values: {
      ...again.values,
      [`${kind}-message`]: message.join("\n\n"),
      ...(isReasonOpen && filled.reason && { [`${kind}-reason`]: filled.reason }),
    },
    noted: "The text is put in.",
  };
}
