import { z } from "zod";
import { prisma } from "@/lib/db";
import { parseReviewFilter } from "@/lib/endorsements/review/review-filter";
import { takeBackHours } from "@/lib/endorsements/city-progress/step-commands";
import { undoableSince } from "@/lib/endorsements/review/undo-period";
import { Prisma } from "@/prisma/generated/client";
import { before, dayMs, hourMs } from "@/lib/durations";

export const citiesPerPage = 50;

/** Exact numbers. */
export type EndorsedCity = {
  cityId: number;
  name: string;
  regionName: string | null;
  countryCode: string;
  isSpokenOf: boolean;
  isSignatory: boolean;
  asks: number;
  thanks: number;
  held: number;
  lastThirtyDays: number;
  milestone: number | null;
};

/** Cities with held ones first, then most asked-for. `page` starts at 1 and is capped. */
export async function listEndorsedCities(
  page: number,
  now: Date,
): Promise<{ cities: EndorsedCity[]; total: number; page: number }> {
  const total = await countEndorsedCities();
  const shown = Math.min(page, Math.max(1, Math.ceil(total / citiesPerPage)));
  const month = before(now, 30 * dayMs);
  const cities = await prisma.$queryRaw<EndorsedCity[]>`
    WITH counted AS (${countedCities}), shown AS (
      SELECT place.id, coalesce(city.name, place.name) AS name, region_name, place.country_code, city.id IS NOT NULL AS is_spoken_of,
        coalesce(asks, 0)::int AS asks, coalesce(thanks, 0)::int AS thanks, coalesce(held, 0)::int AS held
      FROM counted JOIN place ON place.id = city_id LEFT JOIN city ON city.id = city_id
      ORDER BY (coalesce(held, 0) > 0) DESC, coalesce(asks, 0) + coalesce(thanks, 0) DESC, 2, 1
      LIMIT ${citiesPerPage} OFFSET ${(shown - 1) * citiesPerPage}
    )
    SELECT id AS "cityId", name, region_name AS "regionName", country_code AS "countryCode", is_spoken_of AS "isSpokenOf", asks, thanks, held,
      EXISTS (SELECT FROM signatory WHERE signatory.city_id = shown.id) AS "isSignatory",
      (SELECT coalesce(sum(added - removed), 0)::int FROM endorsement_tally WHERE endorsement_tally.city_id = shown.id AND day >= ${month}) AS "lastThirtyDays",
      (SELECT max(count) FROM milestone WHERE milestone.city_id = shown.id) AS milestone
    FROM shown ORDER BY (held > 0) DESC, asks + thanks DESC, name, id`;
  return { cities, total, page: shown };
}

/** Includes cities whose endorsements are all held. */
export const countedCities = Prisma.sql`
  SELECT city_id, asks, thanks, held FROM (
    SELECT city_id, sum(count) FILTER (WHERE kind = 'asks') AS asks, sum(count) FILTER (WHERE kind = 'thanks') AS thanks
    FROM endorsement_total GROUP BY city_id
  ) AS counting FULL JOIN (SELECT place_id AS city_id, count(*) AS held FROM endorsement WHERE state = 'held' GROUP BY place_id) AS waiting USING (city_id)`;

async function countEndorsedCities(): Promise<number> {
  const [counted] = await prisma.$queryRaw<
    [{ count: number }]
  >`SELECT count(*)::int AS count FROM (${countedCities}) AS counted`;
  return counted.count;
}

/** Newest first, including steps taken back. */
export const listSteps = (cityId: number) =>
  prisma.cityStep.findMany({
    where: { cityId },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      kind: true,
      note: true,
      recordedAt: true,
      takenBackAt: true,
      staff: { select: { name: true, email: true } },
      takenBackBy: { select: { name: true, email: true } },
    },
  });

export type StaffStep = Awaited<ReturnType<typeof listSteps>>[number];

export const isUndoableStep = (
  { recordedAt, takenBackAt }: { recordedAt: Date; takenBackAt: Date | null },
  now: Date,
): boolean => !takenBackAt && recordedAt.getTime() > now.getTime() - takeBackHours * hourMs;

export const listMilestones = (cityId: number) =>
  prisma.milestone.findMany({
    where: { cityId },
    orderBy: { count: "asc" },
    select: { count: true, reachedAt: true },
  });

/** Latest thresholds crossed since staff last spoke with the city. */
export const listMilestonesToActOn = () => prisma.$queryRaw<
  { cityId: number; name: string; count: number; reachedAt: Date }[]
>`
  SELECT city.id AS "cityId", city.name, latest.count, latest.reached_at AS "reachedAt" FROM (
    SELECT DISTINCT ON (city_id) city_id, count, reached_at FROM milestone ORDER BY city_id, reached_at DESC, count DESC
  ) AS latest JOIN city ON city.id = latest.city_id
  WHERE NOT EXISTS (SELECT FROM signatory WHERE signatory.city_id = city.id)
    AND NOT EXISTS (SELECT FROM city_step WHERE city_step.city_id = city.id AND kind = 'contacted' AND taken_back_at IS NULL)
  ORDER BY latest.reached_at DESC, latest.count DESC, city.id LIMIT 20`;

const colleague = { name: true, email: true } as const;
const listedReview = {
  ...{ id: true, action: true, filter: true, count: true, remaining: true },
  ...{ ranAt: true, stoppedAt: true, finishedAt: true, undoneAt: true },
} as const;

/** Newest first. `left`: still to be decided on, or to be restored by an undo. */
export async function listBulkReviews(now: Date) {
  const reviews = await prisma.bulkReview.findMany({
    orderBy: { ranAt: "desc" },
    take: 20,
    select: {
      ...listedReview,
      staff: { select: colleague },
      stoppedBy: { select: colleague },
      undoneBy: { select: colleague },
    },
  });
  return reviews.map(({ filter, remaining: left, ...review }) => {
    const isUndoable =
      !review.undoneAt && review.count + left > 0 && review.ranAt > undoableSince(now);
    return {
      ...review,
      ...parseReviewFilter(z.record(z.string(), z.unknown()).parse(filter)),
      left,
      isUndoable,
    };
  });
}

export type ListedBulkReview = Awaited<ReturnType<typeof listBulkReviews>>[number];

export const listBlocks = () =>
  prisma.block.findMany({
    orderBy: { blockedAt: "desc" },
    select: { kind: true, value: true, blockedAt: true, staff: { select: colleague } },
  });
