import { z } from "zod";
import { cityIdSchema } from "@/lib/endorsements/schema";
import { HoldReason, type BulkReviewAction } from "@/prisma/generated/enums";

/** Minutes as a browser's field sends them, taken as UTC: `2026-11-22T23:00`. */
const minute = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  .refine((written) => !Number.isNaN(Date.parse(`${written}Z`)));

const reviewFilterSchema = z.object({
  /** Those that wait for staff, or those that count. */
  state: z.enum(["held", "confirmed"]).default("held"),
  city: cityIdSchema.optional(),
  reason: z.enum(HoldReason).optional(),
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\p{L}\p{N}.-]{1,253}$/u)
    .optional(),
  /** See networkHashPrefixOf() in ask-counts.ts. */
  network: z
    .string()
    .regex(/^[0-9a-f]{4}$/)
    .optional(),
  /** Confirmed at this minute or later. */
  from: minute.optional(),
  /** Confirmed before this minute. */
  to: minute.optional(),
});

/** Which endorsements a review is about; everything that is given must hold. */
export type ReviewFilter = z.infer<typeof reviewFilterSchema>;
export type FilterField = keyof ReviewFilter;

/**
 * Reads what an address or a form asks for. What is left empty is as if it were not there.
 * @returns the filter, or which fields make no sense: to leave them out would mean more
 *   endorsements than somebody asked for
 */
export function parseReviewFilter(
  questions: Readonly<Record<string, unknown>>,
): { filter: ReviewFilter; wrong?: undefined } | { filter?: undefined; wrong: FilterField[] } {
  const given = Object.fromEntries(Object.entries(questions).filter(([, value]) => value !== ""));
  const { data: filter, error } = reviewFilterSchema.safeParse(given);
  return filter ? { filter } : { wrong: error.issues.map(({ path }) => path[0] as FilterField) };
}

export const reviewPath = "/admin/endorsements/review";

/** A filter as addresses and forms carry it: its city by name, see review-city.ts. */
export type ReviewQuestions = Readonly<Partial<Record<FilterField, string>>>;

/** Where those that a filter means are shown; `said` is what the page is to say there. */
export const reviewAddress = (
  questions: ReviewQuestions,
  said: Readonly<Record<string, string>> = {},
): string => `${reviewPath}?${new URLSearchParams({ ...questions, ...said }).toString()}`;

/**
 * Those that count are decided on in part only: by where they are, where they came from, or when.
 */
export const isNarrow = ({ state, city, domain, network, from }: ReviewFilter): boolean =>
  state === "held" || Boolean(city ?? domain ?? network ?? from);

/** What can be decided on those that a filter means. */
export const actionsOn = (filter: ReviewFilter): readonly BulkReviewAction[] =>
  !isNarrow(filter) ? [] : filter.state === "held" ? ["release", "invalidate"] : ["invalidate"];
