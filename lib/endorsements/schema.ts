import { z } from "zod";
import { isMailAddress, isReadable, tidy } from "@/lib/applications/field-checks";
import { longest, type AskErrorKey, type AskField } from "@/lib/endorsements/ask-form";
import { HoldReason } from "@/prisma/generated/enums";

/** Names may be shown in public: nothing that leads elsewhere, no numbers to call. */
const leadsElsewhere = /[@/\\<>]|www\.|\d{3}/iu;

const line = (field: AskField, check: (value: string) => AskErrorKey | undefined) =>
  z.string().transform((typed, context) => {
    const value = tidy(typed);
    const error = [...value].length > longest[field] ? "tooLong" : isReadable(value) ? check(value) : "unreadable";
    if (error) context.addIssue({ code: "custom", message: error });
    return value;
  });

/** What the form of an ask posts, beside the city. */
export const askSchema = z.object({
  email: line("email", (value) => (value === "" ? "emailMissing" : isMailAddress(value) ? undefined : "emailInvalid")),
  name: line("name", (value) => (leadsElsewhere.test(value) ? "nameInvalid" : undefined)).transform((value) => value || null),
  isNamePublic: z.boolean(),
  wantsNews: z.boolean(),
});

/** The first error of each field. */
export function errorsOf(error: z.ZodError): [AskField, AskErrorKey][] {
  const errors = error.issues.map(({ path, message }): [AskField, AskErrorKey] => [path[0] as AskField, message as AskErrorKey]);
  return errors.filter(([field], index) => errors.findIndex(([other]) => other === field) === index);
}

/** What holds an ask before anything is counted, of what can. */
export const suspicionsOf = (suspicions: Partial<Record<HoldReason, boolean>>): HoldReason[] =>
  Object.values(HoldReason).filter((reason) => suspicions[reason]);

/** GeoNames ids are positive, and fit the database's column. */
export const cityIdSchema = z.coerce.number().int().min(1).max(2_147_483_647);
