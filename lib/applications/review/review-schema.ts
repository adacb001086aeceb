import { z } from "zod";
import { isMailAddress } from "@/lib/forms";
import { maxOf } from "@/lib/applications/fields";
import { staffReopeningCauses } from "@/lib/applications/decision-log/reopening-causes";
import { membershipDaySchema, publicNameSchema } from "@/lib/cities/member-schema";
import { tidy } from "@/lib/forms";
import { hiddenId, hiddenVersion } from "@/lib/hidden-fields";
import { CheckName, DeclineReason, StandardTextKind } from "@/prisma/generated/enums";

const messageMax = 4000;

const unreadable = /[\p{Cs}\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/u;

/** Browsers send line breaks as CR LF; they are stored as LF. */
export const messageSchema = z
  .string()
  .transform((typed) => typed.normalize("NFC").replace(/\r\n?/g, "\n").trim())
  .refine(
    (typed) => [...typed].length <= messageMax,
    `The text can have at most ${messageMax} characters.`,
  )
  .refine(
    (typed) => !unreadable.test(typed),
    "The text has characters that cannot be read. Type it again.",
  );

export const requiredText = messageSchema.refine(
  (typed) => typed !== "",
  "Write to the applicant.",
);

export const correctedAddressSchema = z
  .string()
  .transform((typed) => tidy(typed).toLowerCase())
  .refine(
    (address) => isMailAddress(address) && address.length <= maxOf("contactEmail"),
    "Write an email address, for example name@city.example.",
  );

export const seenSchema = z.object({
  applicationId: hiddenId,
  version: hiddenVersion,
});

/** The id of whoever had the application on the reviewer's screen; null where nobody had. */
export const holderSchema = z.union([z.literal("").transform(() => null), hiddenId]);

export const verbSchema = z.union([
  z.object({ save: z.literal("evidence") }),
  z.object({ claim: z.enum(["take", "release"]) }),
  z.object({ ask: z.literal("mandate_link") }),
  z.object({ override: z.enum(CheckName) }),
  z.object({ restore: z.enum(CheckName) }),
  z.object({ note: z.literal("write") }),
  z.object({ insert: z.enum(StandardTextKind) }),
  z.object({ decide: z.enum(["approval", "change_request", "decline", "reopening"]) }),
]);

export const approvalSchema = z.object({
  name: publicNameSchema,
  signedOn: membershipDaySchema("Give the date of signing."),
  message: messageSchema.transform((typed) => typed || null),
});

const noteMax = 500;

export const noteSchema = z
  .string()
  .transform((typed) => typed.normalize("NFC").replace(/\s+/gu, " ").trim())
  .refine(
    (typed) => [...typed].length <= noteMax && !unreadable.test(typed),
    `The note can have at most ${noteMax} characters.`,
  );

export const overrideReasonSchema = noteSchema.refine((reason) => reason !== "", "Write why.");

const staffNoteMax = 2000;

export const staffNoteSchema = messageSchema
  .refine((typed) => typed !== "", "Write the note.")
  .refine(
    (typed) => [...typed].length <= staffNoteMax,
    `The note can have at most ${staffNoteMax} characters.`,
  );

export const changeRequestSchema = z.object({ message: requiredText });

export const declineSchema = z.object({
  reason: z.enum(DeclineReason, "Choose a reason."),
  message: requiredText,
});

export const reopeningSchema = z.object({
  cause: z.enum(staffReopeningCauses, "Choose a reason."),
});

export type Approval = z.output<typeof approvalSchema>;
export type ChangeRequest = z.output<typeof changeRequestSchema>;
export type Decline = z.output<typeof declineSchema>;
