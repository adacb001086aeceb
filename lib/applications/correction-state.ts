import type { Answers, FieldErrors } from "@/lib/applications/fields";

export type CorrectionState = {
  answers: Answers;
  errors: FieldErrors;
  version: number;
  /** The application changed after the form was opened. */
  isOutdated: boolean;
  /** Counts the server's answers, so that each is shown as a new form. */
  attempt: number;
};
