import { z } from "zod";
import { checkText, isMailAddress, tidy } from "@/lib/forms";
import { locales } from "@/lib/i18n/locales";
import { holdsAddress } from "@/lib/names";
import { ContactKind } from "@/prisma/generated/enums";

/** Of one city. */
export const maxContacts = 8;

export const maxContactLength = { name: 120, role: 120, email: 254 } as const;

export type ContactField = "kind" | "name" | "role" | "email" | "locale";

/** Keys of messages. */
export type ContactErrorKey =
  | "nameMissing"
  | "roleMissing"
  | "emailInvalid"
  | "tooLong"
  | "unreadable"
  | "addressInName"
  | "choiceMissing";

const says = (error: ContactErrorKey) => ({ error });

/** Names stand in mails to others: an address in them could be advertising. */
const line = (field: "name" | "role", missing: ContactErrorKey) =>
  z.string(says(missing)).transform((typed, context) => {
    const value = tidy(typed);
    const error = value === "" ? missing : errorOf(value, maxContactLength[field]);
    if (error) context.addIssue({ code: "custom", message: error });
    return value;
  });

function errorOf(value: string, maxLength: number): ContactErrorKey | undefined {
  const wrong = checkText(value, maxLength);
  if (wrong) return wrong === "tooLong" ? wrong : "unreadable";
  return holdsAddress(value) ? "addressInName" : undefined;
}

export const contactSchema = z.object({
  kind: z.enum(ContactKind, says("choiceMissing")),
  name: line("name", "nameMissing"),
  role: line("role", "roleMissing"),
  email: z
    .string(says("emailInvalid"))
    .transform((typed) => tidy(typed).toLowerCase())
    .refine(
      (address) => address.length <= maxContactLength.email && isMailAddress(address),
      says("emailInvalid"),
    ),
  locale: z.enum(locales, says("choiceMissing")),
});

export type ContactAnswers = z.output<typeof contactSchema>;
