import { z } from "zod";
import { longestReason } from "@/lib/endorsements/city-progress/step-length";
import { confirmedSchema } from "@/lib/endorsements/confirmed-number";
import { isReadable, tidy } from "@/lib/forms";
import { CityStepKind } from "@/prisma/generated/enums";

export const stepSchema = z.object({
  cityId: z.coerce.number().int().positive(),
  kind: z.enum(CityStepKind),
  note: z
    .string()
    .trim()
    .max(2_000)
    .transform((note) => note || null),
  publicReason: z
    .string()
    .default("")
    .transform(tidy)
    .refine((reason) => [...reason].length <= longestReason && isReadable(reason))
    .transform((reason) => reason || null),
  seenSteps: z.coerce.number().int().min(0),
  confirmed: confirmedSchema,
});

export const formerSignatorySchema = z.object({
  signedOn: z.iso.datetime().nullable(),
  announcedOn: z.iso.datetime().nullable(),
  listedAt: z.iso.datetime(),
  residentsToldAt: z.iso.datetime().nullable().default(null),
  isFounder: z.boolean(),
  declarationVersion: z.string(),
  applicationId: z.string().nullable(),
});

export type FormerSignatory = z.infer<typeof formerSignatorySchema>;
