import { z } from "zod";
import { checkAnswer, parsePastDate, parseWebAddress } from "@/lib/applications/field-checks";
import {
  checklistAreas,
  isNameField,
  missingKeys,
  type Answers,
  type ErrorKey,
  type FieldErrors,
  type FieldName,
} from "@/lib/applications/fields";
import { holdsAddress } from "@/lib/names";
import { tidy } from "@/lib/forms";
import { ActionStatus, type ChecklistArea } from "@/prisma/generated/enums";

const actionStatuses = Object.values(ActionStatus);

const says = (key: ErrorKey) => ({ error: key });

const line = (field: FieldName, missing?: ErrorKey) =>
  z.string().transform((typed, context) => {
    const value = tidy(typed);
    const error = value === "" ? missing : (checkAnswer(field, value) ?? checkName(field, value));
    if (error) context.addIssue({ code: "custom", message: error });
    return value;
  });

/** Server only: the list of top-level domains is too large for a browser. */
const checkName = (field: FieldName, value: string): ErrorKey | undefined =>
  isNameField(field) && holdsAddress(value) ? "addressInName" : undefined;

const requiredLine = (field: keyof typeof missingKeys) => line(field, missingKeys[field]);
const optionalLine = (field: FieldName) => line(field).transform((value) => value || null);
const webAddress = (field: FieldName) =>
  line(field).transform((value) => (value ? parseWebAddress(value) : null));

const pastDate = z
  .object({ day: z.string(), month: z.string(), year: z.string() })
  .transform((typed, context) => {
    const date = parsePastDate(typed);
    if (date instanceof Date) return date;
    context.addIssue({ code: "custom", message: date.error, path: [date.part] });
    return z.NEVER;
  });

const publicLink = z
  .object({ address: webAddress("mandateUrl-address"), follows: z.string() })
  .transform(({ address, follows }, context) => {
    if (address === null && follows !== "yes")
      context.addIssue({
        code: "custom",
        message: "mandateUrlMissing" satisfies ErrorKey,
        path: ["address"],
      });
    return address;
  });

const action = z.object({
  status: z.enum(actionStatuses, says("statusMissing")),
  description: line("principle_1-description", "descriptionMissing"),
  url: webAddress("principle_1-url"),
});

/** GeoNames id of the place. */
export const citySchema = z.object({
  cityId: z
    .string()
    .regex(/^[1-9]\d{0,9}$/, says("cityMissing"))
    .transform(Number)
    .refine((id) => id <= 2_147_483_647, says("cityMissing")),
});

const secondContact = z.object({
  name: requiredLine("second-name"),
  role: requiredLine("second-role"),
  email: requiredLine("second-email").transform((value) => value.toLowerCase()),
});

/** Null where none of it was filled in; otherwise all of it must be. */
const second = z
  .object({ name: z.string(), role: z.string(), email: z.string() })
  .prefault({ name: "", role: "", email: "" })
  .transform((typed, context) => {
    if (!Object.values(typed).some((text) => tidy(text))) return null;
    const named = secondContact.safeParse(typed);
    if (named.success) return named.data;
    for (const { message, path } of named.error.issues)
      context.addIssue({ code: "custom", message, path });
    return z.NEVER;
  });

export const contactSchema = z.object({
  contactName: requiredLine("contactName"),
  contactRole: requiredLine("contactRole"),
  contactDepartment: optionalLine("contactDepartment"),
  contactEmail: requiredLine("contactEmail").transform((value) => value.toLowerCase()),
  second,
});

/** `mandateUrl` is null when the document is "to follow". */
export const mandateSchema = z.object({
  mandateBody: requiredLine("mandateBody"),
  mandateDate: pastDate,
  mandateAuthorityName: requiredLine("mandateAuthorityName"),
  mandateAuthorityTitle: requiredLine("mandateAuthorityTitle"),
  mandateUrl: publicLink,
  isDecisionPublic: z.string().transform((ticked) => ticked === "yes"),
});

export const checklistSchema = z.object(
  Object.fromEntries(checklistAreas.map((area) => [area, action])) as Record<
    ChecklistArea,
    typeof action
  >,
);

export const consentSchema = z.object({ consent: z.literal("yes", says("consentMissing")) });

/** Neither the city, the email address nor the second contact can be corrected after submission. */
export const correctionSchema = z.object({
  ...contactSchema.omit({ contactEmail: true, second: true }).shape,
  ...mandateSchema.shape,
  ...checklistSchema.shape,
});

export const applicationSchema = z.object({
  ...citySchema.shape,
  ...contactSchema.shape,
  ...mandateSchema.shape,
  ...checklistSchema.shape,
  ...consentSchema.shape,
});

export type Correction = z.output<typeof correctionSchema>;
export type AnsweredApplication = z.output<typeof applicationSchema>;

/** Turns `principle_1-status` into `principle_1: { status }`. */
export function nest(answers: Partial<Answers>): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(answers)) {
    const [group = field, part] = field.split("-");
    nested[group] = part ? { ...(nested[group] as object | undefined), [part]: value } : value;
  }
  return nested;
}

export function errorsOf(error: z.ZodError): FieldErrors {
  const errors: Partial<Record<FieldName, ErrorKey>> = {};
  for (const issue of error.issues)
    errors[issue.path.join("-") as FieldName] ??= issue.message as ErrorKey;
  return errors;
}
