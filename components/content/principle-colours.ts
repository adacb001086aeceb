import type { Principle } from "@/lib/content/schema";

type Look = { text: string; border: string };

/**
 * Each principle has its colour, and never the colour alone: number or title always stand with it.
 * Written out, because Tailwind reads class names and does not compute them.
 */
export const principleColours: Readonly<Record<Principle["number"], Look>> = {
  1: { text: "text-principle-1", border: "border-principle-1" },
  2: { text: "text-principle-2", border: "border-principle-2" },
  3: { text: "text-principle-3", border: "border-principle-3" },
  4: { text: "text-principle-4", border: "border-principle-4" },
  5: { text: "text-principle-5", border: "border-principle-5" },
};
