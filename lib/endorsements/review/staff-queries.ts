import { z } from "zod";
import { prisma } from "@/lib/db";
import { parseReviewFilter } from "@/lib/endorsements/review/review-filter";
import { takeBackHours } from "@/lib/endorsements/city-progress/step-commands";
import { undoableSince } from "@/lib/endorsements/review/undo-period";
import { Prisma } from "@/prisma/generated/client";
import type { BulkReviewAction, CityStepKind } from "@/prisma/generated/enums";
import { before, dayMs, hourMs } from "@/lib/durations";

export const citiesPerPage = 50;

/** Exact numbers. */
export type CityWithEndorsements = {
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

/** Cities with held ones first, then most endorsed. `page` starts at 1 and is capped. */
export async function listCitiesWithEndorsements(
  page: number,
  now: Date,
): Promise<{ cities: CityWithEndorsements[]; total: number; page: number }> {
  const month = before(now, 30 * dayMs);
  const rows = await prisma.$queryRaw<(CityWithEndorsements & { total: number; page: number })[]>`
    WITH counted AS MATERIALIZED (${countedCities}), pages AS (
      SELECT total, least(${page}, greatest(1,
        ceil(total::numeric / ${citiesPerPage})))::int AS page
      FROM (SELECT count(*)::int AS total FROM counted) AS whole
    ), shown AS (
      SELECT city_id, city.name, city.id IS NOT NULL AS is_spoken_of, asks, thanks, held
      FROM counted LEFT JOIN city ON city.id = city_id
      ORDER BY (held > 0) DESC, asks + thanks DESC, city.name, city_id
      LIMIT ${citiesPerPage} OFFSET ((SELECT page FROM pages) - 1) * ${citiesPerPage}
    )
    SELECT city_id AS "cityId", coalesce(shown.name, place.name) AS name,
      region_name AS "regionName", country_code AS "countryCode", is_spoken_of AS "isSpokenOf",
      asks, thanks, held,
      EXISTS (SELECT FROM signatory WHERE signatory.city_id = shown.city_id) AS "isSignatory",
      (SELECT coalesce(sum(added - removed), 0)::int FROM endorsement_tally
        WHERE endorsement_tally.city_id = shown.city_id AND day >= ${month}) AS "lastThirtyDays",
      (SELECT max(count) FROM milestone WHERE milestone.city_id = shown.city_id) AS milestone,
      total, page
    FROM shown JOIN place ON place.id = city_id, pages
    ORDER BY (held > 0) DESC, asks + thanks DESC, shown.name, city_id`;
  const [{ total, page: shown } = { total: 0, page: 1 }] = rows;
  return { cities: rows, total, page: shown };
}

/** Includes cities whose endorsements are all held. */
const countedCities = Prisma.sql`
  SELECT city_id, sum(asks)::int AS asks, sum(thanks)::int AS thanks, sum(held)::int AS held FROM (
    SELECT city_id, CASE kind WHEN 'asks' THEN count ELSE 0 END AS asks, CASE kind WHEN 'thanks'
      THEN count ELSE 0 END AS thanks, 0 AS held
    FROM endorsement_total
    UNION ALL SELECT place_id, 0, 0, count(*) FROM endorsement WHERE state = 'held'
      GROUP BY place_id
  ) AS counting GROUP BY city_id`;

export type StaffStep = {
  id: string;
  kind: CityStepKind;
  note: string | null;
  publicReason: string | null;
  recordedAt: Date;
  takenBackAt: Date | null;
  /** Null where nobody of the staff did it. */
  by: string | null;
  takenBackBy: string | null;
};

/** Newest first, including steps taken back. */
export const listSteps = (cityId: number): Promise<StaffStep[]> => prisma.$queryRaw`
  SELECT step.id, kind, note, public_reason AS "publicReason", recorded_at AS "recordedAt",
    taken_back_at AS "takenBackAt", coalesce(recorder.name, recorder.email) AS by,
    coalesce(taker.name, taker.email) AS "takenBackBy"
  FROM city_step step LEFT JOIN staff recorder ON recorder.id = step.staff_id
    LEFT JOIN staff taker ON taker.id = step.taken_back_by_id
  WHERE city_id = ${cityId} ORDER BY recorded_at DESC, step.id DESC`;

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
    SELECT DISTINCT ON (city_id) city_id, count, reached_at FROM milestone
      ORDER BY city_id, reached_at DESC, count DESC
  ) AS latest JOIN city ON city.id = latest.city_id
  WHERE NOT EXISTS (SELECT FROM signatory WHERE signatory.city_id = city.id)
    AND NOT EXISTS (SELECT FROM city_step WHERE city_step.city_id = city.id AND kind = 'contacted'
      AND taken_back_at IS NULL)
  ORDER BY latest.reached_at DESC, latest.count DESC, city.id LIMIT 20`;

const colleague = { name: true, email: true } as const;

type Colleague = { name: string | null; email: string };

type ListedReview = {
  id: string;
  action: BulkReviewAction;
  filter: unknown;
  count: number;
  remaining: number;
  ranAt: Date;
  stoppedAt: Date | null;
  finishedAt: Date | null;
  undoneAt: Date | null;
  staff: Colleague;
  stoppedBy: Colleague | null;
  undoneBy: Colleague | null;
};

const colleagueOf = (column: Prisma.Sql) => Prisma.sql`(
  SELECT json_build_object('name', name, 'email', email) FROM staff WHERE id = ${column})`;

const shownReviews = 20;

/** Newest first. `left`: still to be decided on, or to be restored by an undo. */
export async function listBulkReviews(now: Date) {
  const reviews = await prisma.$queryRaw<ListedReview[]>`
    SELECT id, action, filter, count, remaining, ran_at AS "ranAt", stopped_at AS "stoppedAt",
      finished_at AS "finishedAt", undone_at AS "undoneAt",
      ${colleagueOf(Prisma.sql`bulk_review.staff_id`)} AS staff,
      ${colleagueOf(Prisma.sql`bulk_review.stopped_by_id`)} AS "stoppedBy",
      ${colleagueOf(Prisma.sql`bulk_review.undone_by_id`)} AS "undoneBy"
    FROM bulk_review ORDER BY ran_at DESC LIMIT ${shownReviews}`;
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
