import { ChecklistArea } from "@/prisma/generated/enums";
import type { Messages } from "use-intl/core";

/** A message of the namespace `errors`. */
export type ErrorKey = keyof Messages["errors"];

/** The areas of the checklist, in their order. */
export const checklistAreas = Object.values(ChecklistArea);

/** Fields of one line. `max` counts characters as people do, not bytes; one with no `missing` may stay empty. */
export const lineRules = {
  contactName: { max: 120, missing: "contactNameMissing" },
  contactRole: { max: 120, missing: "contactRoleMissing" },
  contactDepartment: { max: 160, missing: undefined },
  contactEmail: { max: 254, missing: "contactEmailMissing" },
  mandateBody: { max: 160, missing: "mandateBodyMissing" },
  mandateAuthorityName: { max: 120, missing: "mandateAuthorityNameMissing" },
  mandateAuthorityTitle: { max: 160, missing: "mandateAuthorityTitleMissing" },
} as const satisfies Record<string, { max: number; missing: ErrorKey | undefined }>;

export type LineField = keyof typeof lineRules;

/** What a checklist action may say: about two sentences. */
export const descriptionMax = 300;
export const addressMax = 500;

const dateFields = ["mandateDate-day", "mandateDate-month", "mandateDate-year"] as const;
const linkFields = ["mandateUrl-address", "mandateUrl-follows"] as const;

export const contactFields = ["contactName", "contactRole", "contactDepartment", "contactEmail"] as const;
export const mandateFields = ["mandateBody", ...dateFields, "mandateAuthorityName", "mandateAuthorityTitle", ...linkFields] as const;
export const checklistFields = checklistAreas.flatMap((area) => [`${area}-status`, `${area}-description`, `${area}-url`] as const);

export type FieldName = "cityId" | (typeof contactFields)[number] | (typeof mandateFields)[number] | (typeof checklistFields)[number] | "consent";

/** A field's name is its place in the schemas, joined by a hyphen, e.g. `principle_1-status`. */
export const fieldNames: readonly FieldName[] = ["cityId", ...contactFields, ...mandateFields, ...checklistFields, "consent"];

/** What was typed, field by field; empty where nothing was. */
export type Answers = Readonly<Record<FieldName, string>>;

export type FieldErrors = Readonly<Partial<Record<FieldName, ErrorKey>>>;

/** The most characters that a field takes, for the message that says so. */
export function maxOf(field: FieldName): number {
  if (field in lineRules) return lineRules[field as LineField].max;
  return field.endsWith("-description") ? descriptionMax : addressMax;
}

/** The area that a field belongs to, when it is one of the checklist's. */
export const areaOf = (field: FieldName): ChecklistArea | undefined => checklistAreas.find((area) => field.startsWith(`${area}-`));
