import type { Principle } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/translator";
import { ChecklistArea } from "@/prisma/generated/enums";

export type ChecklistSection = {
  area: ChecklistArea;
  principle: Principle["number"] | null;
  title: string;
  explanation: string;
  examples: readonly string[];
};

export const principleOfArea: Readonly<Record<ChecklistArea, Principle["number"] | null>> = {
  institutional: null,
  process: null,
  principle_1: 1,
  principle_2: 2,
  principle_3: 3,
  principle_4: 4,
  principle_5: 5,
};

/** In the order of the application form. */
export function listChecklist(locale: Locale): ChecklistSection[] {
  const { explanations, examples, ...titles } = messagesOf(locale).checklist;
  return Object.values(ChecklistArea).map((area) => ({
    area,
    principle: principleOfArea[area],
    title: titles[area],
    explanation: explanations[area],
    examples: examples[area],
  }));
}
