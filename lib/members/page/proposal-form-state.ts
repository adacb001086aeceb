import type { PageErrorKey } from "@/lib/members/page/schema";

// Without a library, because the form is built for browsers too.

export type ActionRow = {
  /** Empty for an action that is to be added. */
  id: string;
  /** Its heading where it has no title. */
  area: string;
  title: string;
  text: string;
  status: string;
  url: string;
  locale: string;
  isTakenOut: boolean;
};

export type ProposalFormState = {
  /** Counts up, so that each answer is a new one. */
  attempt: number;
  website: string;
  summary: string;
  rows: readonly ActionRow[];
  /** By the name of the field. */
  fieldErrors: Readonly<Record<string, PageErrorKey>>;
  formError?: "noChange" | "tooMany";
};

export const fieldName = (index: number, field: keyof ActionRow): string =>
  `action-${index}-${field}`;
