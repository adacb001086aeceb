import { z } from "zod";
import { hasPiledUpMarks } from "@/lib/forms";

export const maxAppealLength = 3000;

const unreadable = /[\p{Cs}\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/u;

export type AppealErrorKey = "missing" | "tooLong" | "unreadable";

const refuse = (error: AppealErrorKey) => ({ error });

/** Browsers send line breaks as CR LF; they are stored as LF. */
export const appealTextSchema = z
  .string()
  .transform((typed) => typed.normalize("NFC").replace(/\r\n?/g, "\n").trim())
  .refine((typed) => typed !== "", refuse("missing"))
  .refine((typed) => [...typed].length <= maxAppealLength, refuse("tooLong"))
  .refine((typed) => !unreadable.test(typed) && !hasPiledUpMarks(typed), refuse("unreadable"));
