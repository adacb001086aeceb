import type { FormState } from "@/components/staff-ui/form-state";
import type { EvidenceCriterion } from "@/prisma/generated/enums";

/** `values` has the button that was pressed too. */
export type ReviewState = FormState & {
  /** Which evidence was ticked or unticked just now. */
  noted?: { criterion: EvidenceCriterion; text: string };
  isSignedOut?: true;
};

export type ReviewAction = (before: ReviewState, form: FormData) => Promise<ReviewState>;
