import type { z } from "zod";
import { withFormError } from "@/app/admin/form-answers";
import { formTexts } from "@/lib/forms";
import type { ReviewState } from "@/components/review/review-state";
import type { AccessRefusalReason } from "@/lib/auth";

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
