import type { FormState } from "@/components/staff-ui/form-state";
import type { DecisionPreview } from "@/lib/applications/review/decision-preview";

/** `values` has the button that was pressed too. */
export type ReviewState = FormState & {
  /** What was done just now, short of a decision. */
  noted?: string;
  isSignedOut?: true;
  /** The email of a decision as it would go out. */
  preview?: DecisionPreview & {
    kind: "change_request" | "decline";
    /** Whether another text was previewed before. */
    isChanged: boolean;
  };
};

export type ReviewAction = (before: ReviewState, form: FormData) => Promise<ReviewState>;
