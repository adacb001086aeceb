import type { Answers, FieldErrors } from "@/lib/applications/fields";

/** What the form that corrects an application shows. */
export type CorrectionState = {
  answers: Answers;
  errors: FieldErrors;
  /** The version of the application whose answers are corrected. */
  version: number;
  /** The application changed after the form was opened. */
  isOutdated: boolean;
  /** Counts the server's answers, so that each is shown as a new form. */
  attempt: number;
};
