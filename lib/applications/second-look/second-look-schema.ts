import { z } from "zod";
import { hiddenId } from "@/lib/hidden-fields";
import { noteSchema, requiredText, seenSchema } from "@/lib/applications/review/review-schema";

export const secondLookAnswers = [
  "uphold",
  "overturn",
  "confirm",
  "return",
  "agree",
  "disagree",
] as const;

export type SecondLookAnswer = (typeof secondLookAnswers)[number];

/** What is answered, as it was seen. */
export const answeredSchema = seenSchema.extend({
  answer: z.enum(secondLookAnswers),
  kind: z.enum(["appeal", "proposal", "sample"]),
  decisionId: hiddenId,
});

/** Some answers need no text. */
export const textOfAnswer: Readonly<Record<SecondLookAnswer, z.ZodType<string>>> = {
  uphold: requiredText,
  overturn: requiredText,
  confirm: noteSchema,
  return: noteSchema.refine((note) => note !== "", "Say why you give it back."),
  agree: noteSchema,
  disagree: noteSchema.refine((note) => note !== "", "Say what you would have decided, and why."),
};
