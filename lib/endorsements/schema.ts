import { z } from "zod";
import {
  maxLength,
  type EndorsementErrorKey,
  type EndorsementField,
} from "@/lib/endorsements/endorsement-form";
import { holdsAddress } from "@/lib/names";
import { checkText, isMailAddress, tidy } from "@/lib/forms";
import { HoldReason } from "@/prisma/generated/enums";

/**
 * Names may be shown in public: nothing that leads elsewhere, no numbers to call, and a letter at
 * least.
 */
const isName = (value: string): boolean =>
  /\p{L}/u.test(value) && !/[/<>]|\d{3}/u.test(value) && !holdsAddress(value);

const line = (field: EndorsementField, check: (value: string) => EndorsementErrorKey | undefined) =>
  z.string().transform((typed, context) => {
    const value = tidy(typed);
    const error = checkText(value, maxLength[field]) ?? check(value);
    if (error) context.addIssue({ code: "custom", message: error });
    return value;
  });

/** What the form of an ask posts, beside the city. */
export const endorsementSchema = z
  .object({
    email: line("email", (value) =>
      value === "" ? "emailMissing" : isMailAddress(value) ? undefined : "emailInvalid",
    ),
    name: line("name", (value) =>
      value === "" || isName(value) ? undefined : "nameInvalid",
    ).transform((value) => value || null),
    isNamePublic: z.boolean(),
    wantsNews: z.boolean(),
  })
  // Asked also where the address is wrong: all that is to be corrected is said at once.
  .refine(({ name, isNamePublic }) => !isNamePublic || name !== null, {
    path: ["name"],
    error: "nameMissing" satisfies EndorsementErrorKey,
    when: ({ issues }) => issues.every(({ path }) => path?.[0] !== "name"),
  });

/** The first error of each field. */
export function errorsOf(error: z.ZodError): [EndorsementField, EndorsementErrorKey][] {
  const errors = error.issues.map(({ path, message }): [EndorsementField, EndorsementErrorKey] => [
    path[0] as EndorsementField,
    message as EndorsementErrorKey,
  ]);
  return errors.filter(
    ([field], index) => errors.findIndex(([other]) => other === field) === index,
  );
}

/** What holds an ask before anything is counted, of what can. */
export const suspicionsOf = (suspicions: Partial<Record<HoldReason, boolean>>): HoldReason[] =>
  Object.values(HoldReason).filter((reason) => suspicions[reason]);

/** GeoNames ids are positive, and fit the database's column. */
export const cityIdSchema = z.coerce.number().int().min(1).max(2_147_483_647);
