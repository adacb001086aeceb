import type { Principle } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/translator";
import { ChecklistArea } from "@/prisma/generated/enums";

/**
 * An area of the checklist: its principle where it has one, what it is about, and examples of what
 * a city does in it.
 */
export type ChecklistSection = {
  area: ChecklistArea;
  principle: Principle["number"] | null;
  title: string;
  explanation: string;
  examples: readonly string[];
};

const principleOf: Readonly<Record<ChecklistArea, Principle["number"] | null>> = {
  institutional: null,
  process: null,
  principle_1: 1,
  principle_2: 2,
  principle_3: 3,
  principle_4: 4,
  principle_5: 5,
};

/** The checklist of digital rights actions, in the order in which the form goes through it too. */
export function listChecklist(locale: Locale): ChecklistSection[] {
  const { explanations, examples, ...titles } = messagesOf(locale).checklist;
  return Object.values(ChecklistArea).map((area) => ({
    area,
    principle: principleOf[area],
    title: titles[area],
    explanation: explanations[area],
    examples: examples[area],
  }));
}
