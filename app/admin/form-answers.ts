import type { z } from "zod";
import type { FormState } from "@/components/staff-ui/form-state";
import { formTexts } from "@/lib/forms";

/** The form again, with every text in it. */
export const formAgain = (before: FormState, form: FormData): FormState => ({
  attempt: before.attempt + 1,
  values: formTexts(form),
  fieldErrors: {},
});

/** The form again, with what is wrong in it. */
export const withFieldErrors = (
  before: FormState,
  form: FormData,
  fieldErrors: FormState["fieldErrors"],
): FormState => ({ ...formAgain(before, form), fieldErrors });

/** The form again, with why nothing was done. */
export const withFormError = (before: FormState, form: FormData, formError: string): FormState => ({
  ...formAgain(before, form),
  formError,
});

export const unknownChoice =
  "Nothing was done: the form has changed since you opened it. What you typed is still here: choose again.";

/** The form again, where what was chosen is none of what it offers. */
export const withUnknownChoice = (before: FormState, form: FormData): FormState =>
  withFormError(before, form, unknownChoice);

/** The first of each field. */
export function fieldErrorsOf({ issues }: z.ZodError, prefix = ""): FormState["fieldErrors"] {
  const fieldErrors: Record<string, string> = {};
  for (const { path, message } of issues) fieldErrors[prefix + path.join("-")] ??= message;
  return fieldErrors;
}
