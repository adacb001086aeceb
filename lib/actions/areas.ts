import { ChecklistArea } from "@/prisma/generated/enums";

const { institutional, process, ...principles } = ChecklistArea;

/** The five principles first: residents know them best. */
export const areasInOrder: readonly ChecklistArea[] = [
  ...Object.values(principles),
  institutional,
  process,
];
