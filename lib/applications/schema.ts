import { z } from "zod";
import { addressMax, checklistAreas, descriptionMax, lineRules, type Answers, type ErrorKey, type FieldErrors, type FieldName, type LineField } from "@/lib/applications/fields";
import { ActionStatus, type ChecklistArea } from "@/prisma/generated/enums";

export const actionStatuses = Object.values(ActionStatus);

const says = (key: ErrorKey) => ({ error: key });

/** Control characters, halves of characters, and the marks that turn the reading direction of what follows. */
const unreadable = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
const length = (text: string) => [...text].length;
/** White space of any kind, line breaks too, becomes one space: every answer is one line. */
const tidy = (text: string) => text.normalize("NFC").replace(/\s+/gu, " ").trim();

const text = (max: number) =>
  z
    .string()
    .transform(tidy)
    .refine((value) => length(value) <= max, says("tooLong"))
    .refine((value) => !unreadable.test(value), says("unreadable"));

const line = (field: LineField) => text(lineRules[field].max).refine((value) => value !== "", says(lineRules[field].missing ?? "tooLong"));

/** Domains may be in any script; what stands before the @ is what mail servers take everywhere. */
const emailPattern = /^(?!\.)(?!.*\.\.)[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}(?<!\.)@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}-]{2,63}$/iu;

const email = line("contactEmail").pipe(z.email({ pattern: emailPattern, error: "contactEmailInvalid" satisfies ErrorKey })).transform((value) => value.toLowerCase());

/** An address of the web, or null. `www.ghent.be/resolution` is taken as people mean it. */
const webAddress = text(addressMax).transform((value, context) => {
  if (value === "") return null;
  const address = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(value) && !/^[^/]*\.[^/]*:\d/.test(value) ? value : `https://${value}`);
  const isPublic = address && /^https?:$/.test(address.protocol) && address.hostname.includes(".") && !address.username && !address.password;
  if (isPublic && address.href.length <= 2 * addressMax) return address.href;
  context.addIssue({ code: "custom", message: "addressInvalid" satisfies ErrorKey });
  return z.NEVER;
});

/** The day after tomorrow has begun nowhere: today is judged by the place on earth where it is latest. */
const latestToday = () => Date.now() + 14 * 3_600_000;

const pastDate = z.object({ day: z.string(), month: z.string(), year: z.string() }).transform((typed, context) => {
  const refuse = (part: "day" | "month" | "year", message: ErrorKey) => {
    context.addIssue({ code: "custom", message, path: [part] });
    return z.NEVER;
  };
  const parts = { day: typed.day.trim(), month: typed.month.trim(), year: typed.year.trim() };
  if (!parts.day && !parts.month && !parts.year) return refuse("day", "mandateDateMissing");
  if (!/^\d{1,2}$/.test(parts.day) || Number(parts.day) < 1 || Number(parts.day) > 31) return refuse("day", "mandateDayInvalid");
  if (!/^\d{1,2}$/.test(parts.month) || Number(parts.month) < 1 || Number(parts.month) > 12) return refuse("month", "mandateMonthInvalid");
  if (!/^(19|20)\d\d$/.test(parts.year)) return refuse("year", "mandateYearInvalid");
  const date = new Date(Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day)));
  if (date.getUTCDate() !== Number(parts.day)) return refuse("day", "mandateDateUnreal");
  return date.getTime() <= latestToday() ? date : refuse("day", "mandateDateFuture");
});

const publicLink = z.object({ address: webAddress, follows: z.string() }).transform(({ address, follows }, context) => {
  if (address !== null || follows === "yes") return address;
  context.addIssue({ code: "custom", message: "mandateUrlMissing" satisfies ErrorKey, path: ["address"] });
  return z.NEVER;
});

const action = z.object({
  status: z.enum(actionStatuses, says("statusMissing")),
  description: text(descriptionMax).refine((value) => value !== "", says("descriptionMissing")),
  url: webAddress,
});

/** GeoNames id of the place. */
export const citySchema = z.object({ cityId: z.string().regex(/^[1-9]\d{0,9}$/, says("cityMissing")).transform(Number).refine((id) => id <= 2_147_483_647, says("cityMissing")) });

/** Who hands it in. */
export const contactSchema = z.object({
  contactName: line("contactName"),
  contactRole: line("contactRole"),
  contactDepartment: text(lineRules.contactDepartment.max).transform((value) => value || null),
  contactEmail: email,
});

/** Who decided and when, who signs, and where it can be read; `mandateUrl` null means "to follow". */
export const mandateSchema = z.object({
  mandateBody: line("mandateBody"),
  mandateDate: pastDate,
  mandateAuthorityName: line("mandateAuthorityName"),
  mandateAuthorityTitle: line("mandateAuthorityTitle"),
  mandateUrl: publicLink,
});

/** One action for each area. */
export const checklistSchema = z.object(Object.fromEntries(checklistAreas.map((area) => [area, action])) as Record<ChecklistArea, typeof action>);

export const consentSchema = z.object({ consent: z.literal("yes", says("consentMissing")) });

/** What can be corrected after handing in: neither the city nor the e-mail address. */
export const correctionSchema = z.object({ ...contactSchema.omit({ contactEmail: true }).shape, ...mandateSchema.shape, ...checklistSchema.shape });

/** All that is handed in. */
export const applicationSchema = z.object({ ...citySchema.shape, ...contactSchema.shape, ...mandateSchema.shape, ...checklistSchema.shape, ...consentSchema.shape });

export type ChecklistAction = z.output<typeof action>;
export type Correction = z.output<typeof correctionSchema>;
export type AnsweredApplication = z.output<typeof applicationSchema>;

/** What was typed in the shape of the schemas: `principle_1-status` becomes `principle_1: { status }`. */
export function nest(answers: Partial<Answers>): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(answers)) {
    const [group = field, part] = field.split("-");
    nested[group] = part ? { ...(nested[group] as object | undefined), [part]: value } : value;
  }
  return nested;
}

/** The first thing wrong with each field. */
export function errorsOf(error: z.ZodError): FieldErrors {
  const errors: Partial<Record<FieldName, ErrorKey>> = {};
  for (const issue of error.issues) errors[issue.path.join("-") as FieldName] ??= issue.message as ErrorKey;
  return errors;
}
