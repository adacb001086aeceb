import { z } from "zod";
import { cityIdSchema } from "@/lib/endorsements/schema";
import { HoldReason, type BulkReviewAction } from "@/prisma/generated/enums";

/** As a browser's field sends it, taken as UTC: `2026-11-22T23:00`. */
const minute = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
  .refine((written) => !Number.isNaN(Date.parse(`${written}Z`)));

const reviewFilterSchema = z.object({
  state: z.enum(["held", "confirmed"]).default("held"),
  city: cityIdSchema.optional(),
  reason: z.enum(HoldReason).optional(),
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\p{L}\p{N}.-]{1,253}$/u)
    .optional(),
  /** See networkHashPrefixOf(). */
  network: z
    .string()
    .regex(/^[0-9a-f]{4}$/)
    .optional(),
  /** Confirmed at this minute or later. */
  from: minute.optional(),
  /** Confirmed before this minute. */
  to: minute.optional(),
});

/** All given conditions must hold. */
export type ReviewFilter = z.infer<typeof reviewFilterSchema>;
export type FilterField = keyof ReviewFilter;

/** Skips empty fields. Reports invalid ones: to drop them would select more endorsements. */
export function parseReviewFilter(
  searchParams: Readonly<Record<string, unknown>>,
):
  | { filter: ReviewFilter; invalidFields?: undefined }
  | { filter?: undefined; invalidFields: FilterField[] } {
  const given = Object.fromEntries(
    Object.entries(searchParams).filter(([, value]) => value !== ""),
  );
  const { data: filter, error } = reviewFilterSchema.safeParse(given);
  return filter
    ? { filter }
    : { invalidFields: error.issues.map(({ path }) => path[0] as FilterField) };
}

export const reviewPath = "/admin/endorsements/review";

/** As in URLs and forms, with the city by name (see review-city.ts). */
export type ReviewSearchParams = Readonly<Partial<Record<FilterField, string>>>;

export const reviewAddress = (
  searchParams: ReviewSearchParams,
  said: Readonly<Record<string, string>> = {},
): string => `${reviewPath}?${new URLSearchParams({ ...searchParams, ...said }).toString()}`;

/** Clusters are those of the newest: to look at all of some hundred thousand would take too long. */
export const maxClustered = 20_000;

/** Confirmed endorsements are decided on by place, origin or time only, never all at once. */
export const isNarrow = ({ state, city, domain, network, from }: ReviewFilter): boolean =>
  state === "held" || Boolean(city ?? domain ?? network ?? from);

export const actionsOn = (filter: ReviewFilter): readonly BulkReviewAction[] =>
  !isNarrow(filter) ? [] : filter.state === "held" ? ["release", "invalidate"] : ["invalidate"];
