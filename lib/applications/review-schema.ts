import { z } from "zod";
import { DeclineReason, EvidenceCriterion } from "@/prisma/generated/enums";

const nameMax = 120;
const messageMax = 4000;
/** The day the coalition began. */
const firstDay = "2018-11-14";

const unreadable = /[\p{Cs}\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/u;

/** A text to the applicant. Browsers send line breaks as two characters; it is kept with one. */
const text = z
  .string()
  .transform((typed) => typed.normalize("NFC").replace(/\r\n?/g, "\n").trim())
  .refine((typed) => [...typed].length <= messageMax, `The text can have at most ${messageMax} characters.`)
  .refine((typed) => !unreadable.test(typed), "The text has characters that cannot be read. Type it again.");

const requiredText = text.refine((typed) => typed !== "", "Write to the applicant.");

/** A new day has begun nowhere on earth fourteen hours before it does in UTC. */
const latestToday = () => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);

/** The application as the reviewer has seen it. */
export const seenSchema = z.object({ applicationId: z.uuid(), version: z.coerce.number().int().positive() });

/** The button that was pressed. */
export const verbSchema = z.union([
  z.object({ tick: z.enum(EvidenceCriterion) }),
  z.object({ untick: z.enum(EvidenceCriterion) }),
  z.object({ decide: z.enum(["approval", "change_request", "decline", "reopening"]) }),
]);

export const approvalSchema = z.object({
  name: z
    .string()
    .transform((typed) => typed.normalize("NFC").replace(/\s+/gu, " ").trim())
    .refine((typed) => typed !== "", "Give the name under which the city stands on the public list.")
    .refine((typed) => [...typed].length <= nameMax && !unreadable.test(typed), `The name can have at most ${nameMax} characters.`),
  signedOn: z.iso
    .date("Give the date of signing.")
    .refine((day) => day >= firstDay, "The coalition began on 14 November 2018.")
    .refine((day) => day <= latestToday(), "The date of signing is in the future.")
    .transform((day) => new Date(day)),
  message: text.transform((typed) => typed || null),
});

const noteMax = 500;

/** Where a piece of evidence was seen: one line for colleagues. */
export const noteSchema = z
  .string()
  .transform((typed) => typed.normalize("NFC").replace(/\s+/gu, " ").trim())
  .refine((typed) => [...typed].length <= noteMax && !unreadable.test(typed), `The note can have at most ${noteMax} characters.`);

export const changeRequestSchema = z.object({ message: requiredText });

export const declineSchema = z.object({ reason: z.enum(DeclineReason, "Choose a reason."), message: requiredText });

export type Approval = z.output<typeof approvalSchema>;
export type ChangeRequest = z.output<typeof changeRequestSchema>;
export type Decline = z.output<typeof declineSchema>;
