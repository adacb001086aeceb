import { ChecklistArea } from "@/prisma/generated/enums";
import { messagesOf } from "@/lib/i18n/translator";
import type { Locale } from "@/lib/i18n/locales";

/** The seven areas in the order in which the checklist and the form go through them. */
export const checklistAreas = Object.values(ChecklistArea);

/** An area of the checklist: what it is about, and examples of what a city does in it. */
export type ChecklistSection = { area: ChecklistArea; title: string; explanation: string; examples: readonly string[] };

/** The checklist of digital rights actions, area by area. */
export function listChecklist(locale: Locale): ChecklistSection[] {
  const { explanations, examples, ...titles } = messagesOf(locale).checklist;
  return checklistAreas.map((area) => ({ area, title: titles[area], explanation: explanations[area], examples: examples[area] }));
}
