import { z } from "zod";
import { messageSchema } from "@/lib/applications/review/review-schema";
import { findWrongPlaceholder } from "@/lib/applications/standard-texts/placeholders";
import { isReadable, tidy } from "@/lib/forms";
import { isLocale } from "@/lib/i18n/locales";
import { DeclineReason, StandardTextKind } from "@/prisma/generated/enums";

const titleMax = 100;
/** Leaves room for what the reviewer adds. */
const bodyMax = 3_000;

export const standardTextSchema = z.object({
  title: z
    .string()
    .transform(tidy)
    .refine((title) => title !== "", "Write a title.")
    .refine(
      (title) => [...title].length <= titleMax && isReadable(title),
      `The title can have at most ${titleMax} characters.`,
    ),
  body: messageSchema
    .refine((body) => body !== "", "Write the text.")
    .refine(
      (body) => [...body].length <= bodyMax,
      `The text can have at most ${bodyMax} characters.`,
    )
    .superRefine((body, context) => {
      const wrong = findWrongPlaceholder(body);
      if (wrong) context.addIssue(`“${wrong.slice(0, 40)}” cannot be filled in.`);
    }),
});

export const newStandardTextSchema = standardTextSchema
  .extend({
    kind: z.enum(StandardTextKind, "Choose what it is for."),
    reason: z.union([z.literal("").transform(() => null), z.enum(DeclineReason)]),
    locale: z.string().refine(isLocale, "Choose a language of the site."),
  })
  .transform((text) => (text.kind === "decline" ? text : { ...text, reason: null }));

export type StandardTextInput = z.output<typeof standardTextSchema>;
export type NewStandardText = z.output<typeof newStandardTextSchema>;
