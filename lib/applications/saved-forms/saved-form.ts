import { z } from "zod";
import { emptyAnswers, fieldNames, type Answers } from "@/lib/applications/fields";
import { stages } from "@/lib/applications/join-stages";

const text = z.string().default("");

const contentSchema = z.object({
  stage: z.enum(stages),
  answers: z.object(Object.fromEntries(fieldNames.map((field) => [field, text]))),
});

export type SavedContent = { stage: (typeof stages)[number]; answers: Answers };

/** Consent is given on the last step, and to nothing that is saved. */
export const serializeContent = ({ stage, answers }: SavedContent): string =>
  JSON.stringify({ stage, answers: { ...answers, consent: "" } });

export function parseContent(written: string): SavedContent {
  const { stage, answers } = contentSchema.parse(JSON.parse(written));
  return { stage, answers: { ...emptyAnswers, ...answers } };
}
