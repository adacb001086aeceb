import { z } from "zod";
import { maxNoteLength, maxReasonLength } from "@/lib/endorsements/city-progress/step-length";
import { confirmedSchema } from "@/lib/endorsements/confirmed-number";
import { isReadable, tidy } from "@/lib/forms";
import { hiddenCityId, hiddenVersion } from "@/lib/hidden-fields";
import { CityStepKind } from "@/prisma/generated/enums";

const unreadable = "The text has characters that cannot be read. Type it again.";

export const stepSchema = z.object({
  cityId: hiddenCityId,
  kind: z.enum(CityStepKind),
  seenSteps: hiddenVersion,
  confirmed: confirmedSchema,
});

/** What staff write to a step. Browsers send line breaks as CR LF; they are stored as LF. */
export const stepTextsSchema = z.object({
  note: z
    .string()
    .transform((note) => note.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .refine(
      (note) => [...note].length <= maxNoteLength,
      `The note can have at most ${maxNoteLength} characters.`,
    )
    .refine((note) => isReadable(note.replace(/[\n\t]/g, " ")), unreadable)
    .transform((note) => note || null),
  publicReason: z
    .string()
    .default("")
    .transform(tidy)
    .refine(
      (reason) => [...reason].length <= maxReasonLength,
      `The reason can have at most ${maxReasonLength} characters.`,
    )
    .refine(isReadable, unreadable)
    .transform((reason) => reason || null),
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
