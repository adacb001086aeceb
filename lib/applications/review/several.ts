import { z } from "zod";
import { before, dayMs } from "@/lib/durations";

// What is done to several applications at once, and what stands in the address of its preview.

/** As many as a page of the queue lists. */
export const mostChosen = 50;

/** An applicant is reminded once within so many days. */
export const daysBetweenReminders = 7;

export const remindableFrom = (now: Date): Date => before(now, daysBetweenReminders * dayMs);

const many = z.preprocess(
  (value): unknown => (value === undefined ? [] : [value].flat()),
  z.array(z.uuid()).max(mostChosen).catch([]),
);

export const severalSchema = z.object({
  what: z.enum(["assign", "remind"]).optional().catch(undefined),
  choose: many.transform((ids) => [...new Set(ids)]),
  to: z.uuid().optional().catch(undefined),
});

export type Several = z.infer<typeof severalSchema>;

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
