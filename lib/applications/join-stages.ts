import type { MailRefusalReason } from "@/lib/abuse/mail-budget";
import {
  checklistFields,
  contactFields,
  fieldNames,
  mandateFields,
  type Answers,
  type ErrorKey,
  type FieldErrors,
  type FieldName,
} from "@/lib/applications/fields";

export const stages = ["city", "contact", "mandate", "checklist", "check"] as const;
export type Stage = (typeof stages)[number];

export const fieldsOf: Readonly<Record<Stage, readonly FieldName[]>> = {
  city: ["cityId"],
  contact: contactFields,
  mandate: mandateFields,
  checklist: checklistFields,
  check: ["consent"],
};

/** Answers sent as hidden fields. Consent is never one: it is given on the last step. */
export const carriedFields = ({ stage, later }: Pick<JoinState, "stage" | "later">): FieldName[] =>
  fieldNames.filter(
    (field) => field !== "consent" && (later !== null || !fieldsOf[stage].includes(field)),
  );

export type ChosenCity = {
  id: number;
  name: string;
  whereabouts: string;
  matchedName: string | null;
};

export type JoinErrors = FieldErrors & {
  readonly cityQuery?: ErrorKey;
  readonly laterEmail?: ErrorKey;
};

export type JoinRefusal = {
  kind: "signatory" | "underReview" | "unknownCity" | MailRefusalReason;
  cityName: string;
  cityHref: string;
};

export type JoinState = {
  stage: Stage;
  answers: Answers;
  errors: JoinErrors;
  refusal: JoinRefusal | null;
  city: ChosenCity | null;
  search: { query: string; found: ChosenCity[] } | null;
  submissionKey: string;
  /** Instead of the step: where to send the link by which the official goes on later. */
  later: { email: string } | null;
  /** Where to go when the server has all that was typed; null before. */
  submittedHref: string | null;
  /** Counts the server's answers, so that each is shown as a new form. */
  attempt: number;
};
