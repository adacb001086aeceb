import { z } from "zod";
import { hasPiledUpMarks, isReadable, tidy } from "@/lib/forms";

// Rules of single fields, with what the panel says where they are broken.

export const unreadable = "This holds characters that cannot be read. Type it anew.";

const shortText = (max: number) =>
  z
    .string()
    .max(max, `This is too long. It may have ${max} characters.`)
    .refine((text) => isReadable(text) && !hasPiledUpMarks(text), unreadable);

export const line = (whatIsMissing: string, max: number) =>
  z.string().transform(tidy).pipe(shortText(max).min(1, whatIsMissing));

export const optionalLine = (max: number) =>
  z
    .string()
    .transform(tidy)
    .pipe(shortText(max))
    .transform((text) => text || null);

/** As the date and time field of a form gives it, in UTC. Null where it is empty: now. */
export const momentSchema = z
  .union(
    [z.literal(""), z.iso.datetime({ local: true, precision: -1 })],
    "Give a day and a time, or leave it empty.",
  )
  .transform((at) => (at ? new Date(`${at}Z`) : null));
