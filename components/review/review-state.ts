import type { EvidenceCriterion } from "@/prisma/generated/enums";

/** What a review's form shows after one of its buttons was pressed. */
export type ReviewState = {
  /** Counts up, so that each answer is a new one. */
  attempt: number;
  /** Everything that was sent, the button included. */
  values: Readonly<Record<string, string>>;
  fieldErrors: Readonly<Record<string, string>>;
  formError?: string;
  /** Which evidence was ticked or unticked just now. */
  noted?: { criterion: EvidenceCriterion; text: string };
  isSignedOut?: true;
};

export type ReviewAction = (before: ReviewState, form: FormData) => Promise<ReviewState>;

export const untouched: ReviewState = { attempt: 0, values: {}, fieldErrors: {} };
