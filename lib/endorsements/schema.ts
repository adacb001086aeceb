import { z } from "zod";
import {
  maxLength,
  type EndorsementErrorKey,
  type EndorsementField,
} from "@/lib/endorsements/endorsement-form";
import { holdsAddress } from "@/lib/names";
import { checkText, isMailAddress, tidy } from "@/lib/forms";
import { HoldReason } from "@/prisma/generated/enums";

/** Shown in public: no links, no phone numbers, at least one letter. */
const isName = (value: string): boolean =>
  /\p{L}/u.test(value) && !/[/<>]|\d{3}/u.test(value) && !holdsAddress(value);

const line = (field: EndorsementField, check: (value: string) => EndorsementErrorKey | undefined) =>
  z.string().transform((typed, context) => {
    const value = tidy(typed);
    const error = checkText(value, maxLength[field]) ?? check(value);
    if (error) context.addIssue({ code: "custom", message: error });
    return value;
  });

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
  // Checked even if the address is invalid, so that all errors are shown at once.
  .refine(({ name, isNamePublic }) => !isNamePublic || name !== null, {
    path: ["name"],
    error: "nameMissing" satisfies EndorsementErrorKey,
    when: ({ issues }) => issues.every(({ path }) => path?.[0] !== "name"),
  });

/** Only the first error of each field. */
export function errorsOf(error: z.ZodError): [EndorsementField, EndorsementErrorKey][] {
  const errors = error.issues.map(({ path, message }): [EndorsementField, EndorsementErrorKey] => [
    path[0] as EndorsementField,
    message as EndorsementErrorKey,
  ]);
  return errors.filter(
    ([field], index) => errors.findIndex(([other]) => other === field) === index,
  );
}

export const suspicionsOf = (suspicions: Partial<Record<HoldReason, boolean>>): HoldReason[] =>
  Object.values(HoldReason).filter((reason) => suspicions[reason]);

/** GeoNames ids are positive and fit the database's column. */
export const cityIdSchema = z.coerce.number().int().min(1).max(2_147_483_647);
