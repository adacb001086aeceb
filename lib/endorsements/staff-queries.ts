import { z } from "zod";
import { prisma } from "@/lib/db";
import { readReviewFilter } from "@/lib/endorsements/review-filter";
import { takeBackHours } from "@/lib/endorsements/step-commands";
import { undoableSince } from "@/lib/endorsements/undo-period";

export const citiesPerPage = 50;

/** A city as staff see it. Numbers are exact. Where none counts yet, the site does not speak of it. */
export type EndorsedCity = { cityId: number; name: string; countryCode: string; isSpokenOf: boolean; isSignatory: boolean; asks: number; thanks: number; held: number; lastThirtyDays: number; milestone: number | null };

/** Cities with endorsements, those with held ones first, then the most asked-for. `page` from 1. */
export async function listEndorsedCities(page: number, now: Date): Promise<{ cities: EndorsedCity[]; total: number }> {
  const month = new Date(now.getTime() - 30 * 86_400_000);
  const rows = await prisma.$queryRaw<(EndorsedCity & { total: number })[]>`
    WITH counted AS (
      SELECT city_id, sum(added - removed) FILTER (WHERE kind = 'asks') AS asks, sum(added - removed) FILTER (WHERE kind = 'thanks') AS thanks,
        sum(added - removed) FILTER (WHERE day >= ${month}) AS recent
      FROM endorsement_tally GROUP BY city_id
    ), waiting AS (SELECT city_id, count(*) AS held FROM endorsement WHERE state = 'held' GROUP BY city_id),
    reached AS (SELECT city_id, max(count) AS milestone FROM milestone GROUP BY city_id)
    SELECT place.id AS "cityId", coalesce(city.name, place.name) AS name, place.country_code AS "countryCode", city.id IS NOT NULL AS "isSpokenOf",
      EXISTS (SELECT FROM signatory WHERE signatory.city_id = place.id) AS "isSignatory",
      coalesce(asks, 0)::int AS asks, coalesce(thanks, 0)::int AS thanks, coalesce(held, 0)::int AS held, coalesce(recent, 0)::int AS "lastThirtyDays", milestone,
      (count(*) OVER ())::int AS total
    FROM counted FULL JOIN waiting USING (city_id) JOIN place ON place.id = city_id LEFT JOIN city ON city.id = city_id LEFT JOIN reached USING (city_id)
    ORDER BY (coalesce(held, 0) > 0) DESC, coalesce(asks, 0) + coalesce(thanks, 0) DESC, name, place.id
    LIMIT ${citiesPerPage} OFFSET ${(page - 1) * citiesPerPage}`;
  return { cities: rows, total: rows[0]?.total ?? 0 };
}

/** What staff wrote down of a city, newest first, what was taken back too. */
export const listSteps = (cityId: number) =>
  prisma.cityStep.findMany({
    where: { cityId },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { id: true, kind: true, note: true, recordedAt: true, takenBackAt: true, staff: { select: { name: true, email: true } }, takenBackBy: { select: { name: true, email: true } } },
  });

export type StaffStep = Awaited<ReturnType<typeof listSteps>>[number];

/** Whether a step may still be taken back. */
export const isUndoableStep = ({ recordedAt, takenBackAt }: { recordedAt: Date; takenBackAt: Date | null }, now: Date): boolean =>
  !takenBackAt && recordedAt.getTime() > now.getTime() - takeBackHours * 3_600_000;

export const listMilestones = (cityId: number) => prisma.milestone.findMany({ where: { cityId }, orderBy: { count: "asc" }, select: { count: true, reachedAt: true } });

/** The latest marks that cities crossed without anybody having spoken with the city since. */
export const listMilestonesToActOn = () =>
  prisma.milestone.findMany({
    where: { city: { signatory: null, steps: { none: { kind: "contacted", takenBackAt: null } } } },
    orderBy: [{ reachedAt: "desc" }, { count: "desc" }],
    distinct: ["cityId"],
    select: { cityId: true, count: true, reachedAt: true, city: { select: { name: true } } },
    take: 20,
  });

const colleague = { name: true, email: true } as const;
const listedReview = {
  ...{ id: true, action: true, filter: true, count: true, remaining: true },
  ...{ ranAt: true, stoppedAt: true, finishedAt: true, undoneAt: true },
} as const;

/** The decisions on many at once that were made lately, newest first. `left` are still to be decided on, or once undone to be brought back. */
export async function listBulkReviews(now: Date) {
  const reviews = await prisma.bulkReview.findMany({
    orderBy: { ranAt: "desc" },
    take: 20,
    select: { ...listedReview, staff: { select: colleague }, stoppedBy: { select: colleague }, undoneBy: { select: colleague } },
  });
  return reviews.map(({ filter, remaining: left, ...review }) => {
    const isUndoable = !review.undoneAt && review.count + left > 0 && review.ranAt > undoableSince(now);
    return { ...review, ...readReviewFilter(z.record(z.string(), z.unknown()).parse(filter)), left, isUndoable };
  });
}

export type ListedBulkReview = Awaited<ReturnType<typeof listBulkReviews>>[number];

export const listBlocks = () => prisma.block.findMany({ orderBy: { blockedAt: "desc" }, select: { thing: true, value: true, blockedAt: true } });
