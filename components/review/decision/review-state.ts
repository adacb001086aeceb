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

/** What the press of a button did, for where that button stands. */
export const notedOf = (
  { noted, values }: ReviewState,
  button: "save" | "note" | "override" | "restore",
): string | undefined => (button in values ? noted : undefined);

export type ReviewAction = (before: ReviewState, form: FormData) => Promise<ReviewState>;
