import { clockEventKinds, workingDaysWithStaff } from "@/lib/applications/review/review-clock";
import type { ReviewSettings } from "@/lib/applications/review/review-settings";
import { prisma, type Transaction } from "@/lib/db";
import { dayMs, before } from "@/lib/durations";
import { Prisma } from "@/prisma/generated/client";
import type { EventKind } from "@/prisma/generated/enums";

/** Moments in milliseconds. `of` is whose they are: an id, or of how many. */
type Change = [kind: EventKind, at: number];
type Clocked<Of> = [of: Of, confirmedAt: number, until: number, clock: Change[] | null];

type Moment = { now: Date; settings: ReviewSettings };

export type Wait = { id: string; workingDays: number };

/** So many applications for so many working days. */
export type WaitCount = { workingDays: number; count: number };

/** The ids of what has been with the staff for too long. */
export async function listOverdue(condition: Prisma.Sql, moment: Moment): Promise<string[]> {
  const overdue = await listWaitsWithStaff(condition, moment, moment.settings.redAfterWorkingDays);
  return overdue.map(({ id }) => id);
}

export async function countOverdue(condition: Prisma.Sql, moment: Moment): Promise<number> {
  const waits = await countWaitsWithStaff(condition, moment, moment.settings.redAfterWorkingDays);
  return waits.reduce((sum, { count }) => sum + count, 0);
}

/**
 * What has been with the staff for so many working days or more, oldest first. How long that is, is
 * reckoned here and not by the database: the clock has stopped while applicants were asked for
 * something.
 */
export async function listWaitsWithStaff(
  condition: Prisma.Sql,
  { now, settings }: Moment,
  minWorkingDays: number,
  client: Transaction = prisma,
): Promise<Wait[]> {
  // All in one value: to make a row of each would cost more than to find them.
  const [all] = await client.$queryRaw<{ clocked: Clocked<string>[] | null }[]>`
    SELECT json_agg(json_build_array(id, ${msOf(Prisma.sql`confirmed_at`)},
      ${msOf(Prisma.sql`until`)}, ${clockOf(msOf)}) ORDER BY confirmed_at, id) AS clocked
    FROM (${waitingAt(now, minWorkingDays, condition)}) application`;
  return (all?.clocked ?? [])
    .map((clocked) => ({ id: clocked[0], workingDays: workingDaysOf(clocked, settings) }))
    .filter(({ workingDays }) => workingDays >= minWorkingDays);
}

/** As many as have been with the staff for so many working days or more. */
export async function countWaitsWithStaff(
  condition: Prisma.Sql,
  { now, settings }: Moment,
  minWorkingDays: number,
): Promise<WaitCount[]> {
  const waits = await countClocked(waitingAt(now, minWorkingDays, condition), settings);
  return waits.filter(({ workingDays }) => workingDays >= minWorkingDays);
}

const waitingAt = (now: Date, minWorkingDays: number, condition: Prisma.Sql): Prisma.Sql => {
  // Nothing that came later can have waited for so many days.
  const latest = before(now, Math.max(0, minWorkingDays - 1) * dayMs).toISOString();
  return Prisma.sql`
    SELECT id, confirmed_at, ${now.toISOString()}::timestamptz AS until FROM application
    WHERE state = 'submitted' AND confirmed_at <= ${latest}::timestamptz AND ${condition}`;
};

/** How long the newest decisions took that were made since a moment. */
export const countDaysTaken = (
  since: Date,
  most: number,
  settings: ReviewSettings,
): Promise<WaitCount[]> =>
  countClocked(
    Prisma.sql`
      SELECT application.id, confirmed_at, decided_at AS until
      FROM decision JOIN application ON application.id = decision.in_force_for_id
      WHERE kind <> 'change_request' AND decided_at >= ${since.toISOString()}::timestamptz
        AND confirmed_at IS NOT NULL
      ORDER BY decided_at DESC LIMIT ${most}`,
    settings,
  );

/**
 * Many wait since the same day, and only days matter: the database puts those together whose clocks
 * ran alike.
 *
 * @param applications with `id`, `confirmed_at` and `until`
 */
async function countClocked(
  applications: Prisma.Sql,
  settings: ReviewSettings,
): Promise<WaitCount[]> {
  const [all] = await prisma.$queryRaw<{ clocked: Clocked<number>[] | null }[]>`
    SELECT json_agg(json_build_array(count, confirmed_on, until_on, clock::json)) AS clocked
    FROM (
      SELECT count(*), ${dayOf(Prisma.sql`confirmed_at`)} AS confirmed_on,
        ${dayOf(Prisma.sql`until`)} AS until_on, ${clockOf(dayOf)}::text AS clock
      FROM (${applications}) application GROUP BY 2, 3, 4) alike`;
  return (all?.clocked ?? []).map((clocked) => ({
    workingDays: workingDaysOf(clocked, settings),
    count: clocked[0],
  }));
}

const workingDaysOf = (
  [, confirmedAt, until, clock]: Clocked<unknown>,
  { holidays }: ReviewSettings,
): number =>
  workingDaysWithStaff(
    new Date(confirmedAt),
    (clock ?? []).map(([kind, at]) => ({ kind, at: new Date(at) })),
    new Date(until),
    holidays,
  );

type InMs = (time: Prisma.Sql) => Prisma.Sql;

const msOf: InMs = (time) => Prisma.sql`(extract(epoch FROM ${time}) * 1000)::bigint`;

/** The beginning of its day in UTC. */
const dayOf: InMs = (time) =>
  Prisma.sql`(floor(extract(epoch FROM ${time}) / 86400) * 86400000)::bigint`;

// Literals, as those of the index (migration find_what_stops_the_clock).
const clockKinds = Prisma.raw(clockEventKinds.map((kind) => `'${kind}'`).join(", "));

const clockOf = (inMs: InMs): Prisma.Sql => Prisma.sql`(
  SELECT json_agg(json_build_array(event.kind, ${inMs(Prisma.sql`event.at`)}) ORDER BY event.id)
  FROM event WHERE event.application_id = application.id AND event.kind IN (${clockKinds})
    AND event.at < until)`;
