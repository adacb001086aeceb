import type { FormState } from "@/components/staff-ui/form-state";

/** `values` has the button that was pressed too. */
export type ReviewState = FormState & {
  /** What was done just now, short of a decision. */
  noted?: string;
  isSignedOut?: true;
};

export type ReviewAction = (before: ReviewState, form: FormData) => Promise<ReviewState>;
