import { heldClaims } from "@/lib/applications/claims/claim-sql";
import {
  countDaysTaken,
  countWaitsWithStaff,
  type WaitCount,
} from "@/lib/applications/review/overdue-queries";
import type { QueueReader } from "@/lib/applications/review/queue-queries";
import { prisma } from "@/lib/db";
import { firstDayOf, lastMonths, monthOf } from "@/lib/statistics/months";
import { median } from "@/lib/statistics/quantiles";
import { Prisma } from "@/prisma/generated/client";
import type { DecisionKind, DeclineReason } from "@/prisma/generated/enums";

// What staff see first: what needs somebody, and how it goes. Exact numbers, for staff alone.

export type Attention = {
  overdue: number;
  /** Overdue on the next working day, unless somebody decides. */
  nearlyOverdue: number;
  mine: number;
  unassigned: number;
  withApplicant: number;
  failedMails: number;
  heldEndorsements: number;
  /** Cities whose further endorsements are held, by why. */
  shareAlarms: number;
  burstAlarms: number;
  citiesToContact: number;
  publicationsInReview: number;
};

/** Of the applications submitted since the first of the months. */
export type Funnel = {
  submitted: number;
  confirmed: number;
  decided: number;
  approved: number;
  declined: number;
  withdrawn: number;
};

/** In working days; null of none. */
export type Waits = { median: number | null; longest: number | null; count: number };

export type StaffOverview = {
  /** As 2026-11, oldest first. */
  months: readonly string[];
  attention: Attention;
  funnel: Funnel;
  /** Of what waits now, and of the newest decisions. */
  waits: { waiting: Waits; decided: Waits };
  byMonth: { month: string; confirmed: number; decided: number; joined: number; members: number }[];
  decisions: { kind: DecisionKind; reason: DeclineReason | null; count: number }[];
  /** Most first. */
  countries: { countryCode: string; asks: number; thanks: number }[];
};

const maxDecisionsTimed = 1000;
/** Of what is held: a campaign may bring more than a page has time to count. */
export const maxCounted = 10_000;

export async function getStaffOverview(reader: QueueReader): Promise<StaffOverview> {
  const { now, settings } = reader;
  const months = lastMonths(now);
  const since = firstDayOf(months[0] ?? monthOf(now));
  const [counts, waiting, taken, funnel, monthly, decisions, countries] = await Promise.all([
    countAttention(reader),
    countWaitsWithStaff(Prisma.sql`true`, reader, 0),
    countDaysTaken(since, maxDecisionsTimed, settings),
    countFunnel(since),
    countByMonth(since),
    countDecisions(since),
    countEndorsementsByCountry(),
  ]);
  const waits = daysOf(waiting);
  const red = settings.redAfterWorkingDays;
  return {
    months,
    attention: {
      ...counts,
      overdue: waits.filter((days) => days >= red).length,
      nearlyOverdue: waits.filter((days) => days === red - 1).length,
    },
    funnel,
    waits: { waiting: waitsOf(waits), decided: waitsOf(daysOf(taken)) },
    byMonth: months.map((month) => byMonth(month, monthly)),
    decisions,
    countries,
  };
}

const daysOf = (waits: readonly WaitCount[]): number[] =>
  waits.flatMap(({ workingDays, count }) => Array<number>(count).fill(workingDays));

const waitsOf = (days: readonly number[]): Waits => ({
  median: median(days),
  longest: days.length > 0 ? Math.max(...days) : null,
  count: days.length,
});

async function countAttention({
  staffId,
  now,
  settings,
}: QueueReader): Promise<Omit<Attention, "overdue" | "nearlyOverdue">> {
  const [counts] = await prisma.$queryRaw<[Omit<Attention, "overdue" | "nearlyOverdue">]>`
    WITH open AS (
      SELECT state, held.staff_id FROM application LEFT JOIN ${heldClaims(now, settings)} held
        ON held.application_id = application.id
      WHERE state IN ('submitted', 'changes_requested'))
    SELECT
      (SELECT count(*)::int FROM open WHERE state = 'submitted'
        AND staff_id = ${staffId}::uuid) AS mine,
      (SELECT count(*)::int FROM open WHERE state = 'submitted' AND staff_id IS NULL) AS unassigned,
      (SELECT count(*)::int FROM open WHERE state = 'changes_requested') AS "withApplicant",
      (SELECT count(*)::int FROM mail
        WHERE failed_at IS NOT NULL AND dismissed_at IS NULL) AS "failedMails",
      (SELECT count(*)::int FROM (SELECT FROM endorsement WHERE state = 'held'
        LIMIT ${maxCounted}) AS held) AS "heldEndorsements",
      (SELECT count(*)::int FROM city_alarm
        WHERE open_for_place_id IS NOT NULL AND reason = 'city_share') AS "shareAlarms",
      (SELECT count(*)::int FROM city_alarm
        WHERE open_for_place_id IS NOT NULL AND reason = 'city_burst') AS "burstAlarms",
      (SELECT count(DISTINCT city_id)::int FROM milestone
        WHERE NOT EXISTS (SELECT FROM signatory WHERE signatory.city_id = milestone.city_id)
          AND NOT EXISTS (SELECT FROM city_step WHERE city_step.city_id = milestone.city_id
            AND kind = 'contacted' AND taken_back_at IS NULL)) AS "citiesToContact",
      (SELECT count(*)::int FROM publication WHERE state = 'in_review') AS "publicationsInReview"`;
  return counts;
}

/** Those whose address was never confirmed are deleted: their events still count them. */
async function countFunnel(since: Date): Promise<Funnel> {
  const from = Prisma.sql`${since.toISOString()}::timestamptz`;
  const [funnel] = await prisma.$queryRaw<[Funnel]>`
    SELECT
      (count(*) + (SELECT count(*) FROM event
        WHERE kind = 'application_expired' AND at >= ${from}))::int AS "submitted",
      count(confirmed_at)::int AS confirmed,
      (count(*) FILTER (WHERE state IN ('approved', 'declined')))::int AS decided,
      (count(*) FILTER (WHERE state = 'approved'))::int AS approved,
      (count(*) FILTER (WHERE state = 'declined'))::int AS declined,
      (count(*) FILTER (WHERE state = 'withdrawn'))::int AS withdrawn
    FROM application WHERE submitted_at >= ${from}`;
  return funnel;
}

type Monthly = { what: "confirmed" | "decided" | "joined"; month: string; count: number };

/** Members of all months, because they add up. */
const countByMonth = (since: Date) => prisma.$queryRaw<Monthly[]>`
  SELECT what, to_char(month, 'YYYY-MM') AS month, count FROM (
  SELECT 'confirmed' AS what, ${monthIn(Prisma.sql`confirmed_at AT TIME ZONE 'UTC'`)} AS month,
      count(*)::int AS count
    FROM application WHERE confirmed_at >= ${since.toISOString()}::timestamptz GROUP BY 2
  UNION ALL SELECT 'decided', ${monthIn(Prisma.sql`decided_at AT TIME ZONE 'UTC'`)}, count(*)::int
    FROM decision WHERE in_force_for_id IS NOT NULL AND kind <> 'change_request'
      AND decided_at >= ${since.toISOString()}::timestamptz GROUP BY 2
  UNION ALL SELECT 'joined', ${monthIn(Prisma.sql`coalesce(signed_on, announced_on)`)},
      count(*)::int
    FROM signatory GROUP BY 2) AS counted`;

const monthIn = (time: Prisma.Sql) => Prisma.sql`date_trunc('month', (${time})::timestamp)`;

function byMonth(month: string, monthly: readonly Monthly[]) {
  const of = (wanted: Monthly["what"]) => monthly.filter(({ what }) => what === wanted);
  const inMonth = (wanted: Monthly["what"]) =>
    of(wanted).find((each) => each.month === month)?.count ?? 0;
  return {
    month,
    confirmed: inMonth("confirmed"),
    decided: inMonth("decided"),
    joined: inMonth("joined"),
    members: of("joined")
      .filter((each) => each.month <= month)
      .reduce((sum, { count }) => sum + count, 0),
  };
}

const countDecisions = (since: Date) =>
  prisma.$queryRaw<StaffOverview["decisions"]>`
    SELECT kind, reason, count(*)::int AS count FROM decision
    WHERE in_force_for_id IS NOT NULL AND kind <> 'change_request'
      AND decided_at >= ${since.toISOString()}::timestamptz
    GROUP BY kind, reason ORDER BY kind, count(*) DESC, reason`;

type CityTotal = [cityId: number, asks: number, thanks: number];

async function countEndorsementsByCountry(): Promise<StaffOverview["countries"]> {
  const [{ totals }] = await prisma.$queryRaw<[{ totals: CityTotal[] | null }]>`
    SELECT json_agg(json_build_array(city_id, asks, thanks)) AS totals FROM (
      SELECT city_id, coalesce(sum(count) FILTER (WHERE kind = 'asks'), 0) AS asks,
        coalesce(sum(count) FILTER (WHERE kind = 'thanks'), 0) AS thanks
      FROM endorsement_total WHERE count > 0 GROUP BY city_id) AS of_city`;
  const countryOf = await readCountries((totals ?? []).map(([cityId]) => cityId));
  const byCountry = new Map<string, { asks: number; thanks: number }>();
  for (const [cityId, asks, thanks] of totals ?? []) {
    const countryCode = countryOf.get(cityId) ?? "";
    const sum = byCountry.get(countryCode) ?? { asks: 0, thanks: 0 };
    byCountry.set(countryCode, { asks: sum.asks + asks, thanks: sum.thanks + thanks });
  }
  return [...byCountry]
    .map(([countryCode, sum]) => ({ countryCode, ...sum }))
    .sort(
      (one, other) =>
        other.asks + other.thanks - one.asks - one.thanks ||
        (one.countryCode < other.countryCode ? -1 : 1),
    );
}

const knownCountries = new Map<number, string>();

/** A place keeps its country: to look up thousands each time took most of what the overview takes. */
async function readCountries(placeIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const unknown = placeIds.filter((id) => !knownCountries.has(id));
  if (unknown.length > 0) {
    const places = await prisma.$queryRaw<{ id: number; countryCode: string }[]>`
      SELECT id, country_code AS "countryCode" FROM place WHERE id = ANY(${unknown}::int[])`;
    for (const { id, countryCode } of places) knownCountries.set(id, countryCode);
  }
  return knownCountries;
}
