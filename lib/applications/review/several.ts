import { z } from "zod";
import { before, dayMs } from "@/lib/durations";

// What is done to several applications at once, and what stands in the address of its preview.

/** As many as a page of the queue lists. */
export const maxChosen = 50;

/** An applicant is reminded once within so many days. */
export const daysBetweenReminders = 7;

export const remindableFrom = (now: Date): Date => before(now, daysBetweenReminders * dayMs);

const isId = (value: unknown): value is string => z.uuid().safeParse(value).success;

/** Each once; what is no id is left out. */
export const chosenSchema = z
  .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.unknown()))
  .transform((values) => [...new Set(values.filter(isId))]);

/** What is chosen may be too much: see `problemOf`. */
export const severalSchema = z.object({
  what: z.enum(["assign", "remind"]).optional().catch(undefined),
  choose: chosenSchema,
  to: z.uuid().optional().catch(undefined),
});

export type Several = z.infer<typeof severalSchema>;

/** Why nothing can be done to so many; null where it can. */
export function problemOf(chosen: readonly unknown[]): "none_chosen" | "too_many" | null {
  if (chosen.length === 0) return "none_chosen";
  return chosen.length > maxChosen ? "too_many" : null;
}

/** Why nothing happens to one of the chosen; null where something does. */
export type LeftOut =
  "notWaiting" | "theirsAlready" | "notAsked" | "remindedLately" | "noAddress" | null;

export type Previewed = {
  id: string;
  reference: string;
  cityName: string;
  holderId: string | null;
  holder: string | null;
  leftOut: LeftOut;
};
