import type { MailRefusal } from "@/lib/abuse/mail-budget";
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

/** The steps of the join form, in their order. */
export const stages = ["city", "contact", "mandate", "checklist", "check"] as const;
export type Stage = (typeof stages)[number];

export const fieldsOf: Readonly<Record<Stage, readonly FieldName[]>> = {
  city: ["cityId"],
  contact: contactFields,
  mandate: mandateFields,
  checklist: checklistFields,
  check: ["consent"],
};

/**
 * The answers that travel along unseen while a step is shown. Consent is given on the last step or
 * not at all.
 */
export const carriedFields = (stage: Stage): FieldName[] =>
  fieldNames.filter((field) => field !== "consent" && !fieldsOf[stage].includes(field));

/**
 * A place as the form names it: with its region and country, and the other name that a search met.
 */
export type ChosenCity = {
  id: number;
  name: string;
  whereabouts: string;
  matchedName: string | null;
};

/** Errors of fields, and of the search for the city beside them. */
export type JoinErrors = FieldErrors & { readonly cityQuery?: ErrorKey };

/** Why an application cannot be taken in, whatever is answered. */
export type JoinRefusal = {
  kind: "signatory" | "underReview" | "unknownCity" | MailRefusal;
  cityName: string;
  cityHref: string;
};

/** What the form shows; the server makes it anew with every step. */
export type JoinState = {
  stage: Stage;
  answers: Answers;
  errors: JoinErrors;
  refusal: JoinRefusal | null;
  city: ChosenCity | null;
  /** What was searched for and found, while the city is being chosen. */
  search: { query: string; found: ChosenCity[] } | null;
  submissionKey: string;
  /** Where the page of an application stands that has just been handed in; null before. */
  handedInHref: string | null;
  /** Counts the server's answers, so that each is shown as a new form. */
  attempt: number;
};
