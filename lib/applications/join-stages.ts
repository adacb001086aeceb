import { checklistFields, contactFields, fieldNames, mandateFields, type Answers, type ErrorKey, type FieldErrors, type FieldName } from "@/lib/applications/fields";
import type { CityStanding } from "@/lib/applications/queries";

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

/** The answers that travel along unseen while a step is shown. Consent is given on the last step or not at all. */
export const carriedFields = (stage: Stage): FieldName[] => fieldNames.filter((field) => field !== "consent" && !fieldsOf[stage].includes(field));

/** A place as the form names it. */
export type ChosenCity = { id: number; name: string; regionName: string | null; countryName: string };

/** Fields of the form and the search for the city beside them. */
export type JoinErrors = FieldErrors & { readonly cityQuery?: ErrorKey };

/** What the form shows; the server makes it anew with every step. */
export type JoinState = {
  stage: Stage;
  answers: Answers;
  errors: JoinErrors;
  /** Why the application cannot be taken in at all. */
  refusal?: { kind: "signatory"; city: ChosenCity; slug: string } | { kind: "underReview" | "tooManyUnconfirmed" | "unknownCity"; city: ChosenCity | null };
  city: ChosenCity | null;
  search: { query: string; found: ChosenCity[] } | null;
  submissionKey: string;
  /** Counts the answers of the server, so that each is shown as a new form. */
  attempt: number;
};

export const emptyAnswers: Answers = Object.fromEntries(fieldNames.map((field) => [field, ""])) as Answers;

export type Refused = Exclude<CityStanding, "free">;
