import type { Messages } from "use-intl/core";
import { ChecklistArea } from "@/prisma/generated/enums";

/** A message of the namespace `errors`. */
export type ErrorKey = keyof Messages["errors"];

export const checklistAreas = Object.values(ChecklistArea);

const dateFields = ["mandateDate-day", "mandateDate-month", "mandateDate-year"] as const;
const linkFields = ["mandateUrl-address", "mandateUrl-follows"] as const;

export const contactFields = [
  "contactName",
  "contactRole",
  "contactDepartment",
  "contactEmail",
  "second-name",
  "second-role",
  "second-email",
] as const;
export const mandateFields = [
  "mandateBody",
  ...dateFields,
  "mandateAuthorityName",
  "mandateAuthorityTitle",
  ...linkFields,
  "isDecisionPublic",
] as const;
export const checklistFields = checklistAreas.flatMap(
  (area) => [`${area}-status`, `${area}-description`, `${area}-url`] as const,
);

/** The path in the schemas joined by a hyphen, e.g. `principle_1-status`. */
export type FieldName =
  | "cityId"
  | (typeof contactFields)[number]
  | (typeof mandateFields)[number]
  | (typeof checklistFields)[number]
  | "consent";

export const fieldNames: readonly FieldName[] = [
  "cityId",
  ...contactFields,
  ...mandateFields,
  ...checklistFields,
  "consent",
];

export type Answers = Readonly<Record<FieldName, string>>;

export const emptyAnswers: Answers = Object.fromEntries(
  fieldNames.map((field) => [field, ""]),
) as Answers;

export type FieldErrors = Readonly<Partial<Record<FieldName, ErrorKey>>>;

export const missingKeys = {
  contactName: "contactNameMissing",
  contactRole: "contactRoleMissing",
  contactEmail: "contactEmailMissing",
  "second-name": "secondNameMissing",
  "second-role": "secondRoleMissing",
  "second-email": "secondEmailMissing",
  mandateBody: "mandateBodyMissing",
  mandateAuthorityName: "mandateAuthorityNameMissing",
  mandateAuthorityTitle: "mandateAuthorityTitleMissing",
} as const satisfies Partial<Record<FieldName, ErrorKey>>;

const nameFields: readonly FieldName[] = [
  "contactName",
  "contactRole",
  "contactDepartment",
  "second-name",
  "second-role",
  "mandateBody",
  "mandateAuthorityName",
  "mandateAuthorityTitle",
];

/** Names of people and bodies appear in mails and on pages, so they must not contain addresses. */
export const isNameField = (field: FieldName): boolean => nameFields.includes(field);

export const areaOf = (field: string): ChecklistArea | undefined =>
  checklistAreas.find((area) => field.startsWith(`${area}-`));

/** In characters as people count them. */
export function maxOf(field: string): number {
  if (["contactEmail", "second-email", "laterEmail"].includes(field)) return 254;
  if (field.endsWith("-description")) return 300;
  return field.endsWith("-url") || field === "mandateUrl-address" ? 500 : 160;
}
