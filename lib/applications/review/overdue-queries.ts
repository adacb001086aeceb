import { clockEventKinds, workingDaysWithStaff } from "@/lib/applications/review/review-clock";
import type { ReviewSettings } from "@/lib/applications/review/review-settings";
import { prisma, type Transaction } from "@/lib/db";
import { dayMs, before } from "@/lib/durations";
import { Prisma } from "@/prisma/generated/client";
import type { EventKind } from "@/prisma/generated/enums";

/** Moments in milliseconds. */
type Change = [kind: EventKind, at: number];
type Clocked = [id: string, confirmedAt: number, until: number, clock: Change[] | null];

type Moment = { now: Date; settings: ReviewSettings };

export type Wait = { id: string; workingDays: number };

/** The ids of what has been with the staff for too long. */
export async function listOverdue(found: Prisma.Sql, moment: Moment): Promise<string[]> {
  const overdue = await listWaitsWithStaff(found, moment, moment.settings.redAfterWorkingDays);
  return overdue.map(({ id }) => id);
}

/**
 * What has been with the staff for so many working days or more, oldest first. How long that is, is
 * reckoned here and not by the database: the clock has stopped while applicants were asked for
 * something.
 */
export async function listWaitsWithStaff(
  found: Prisma.Sql,
  { now, settings }: Moment,
  fewestWorkingDays: number,
  client: Transaction = prisma,
): Promise<Wait[]> {
  // Nothing that came later can have waited for so many days.
  const latest = before(now, Math.max(0, fewestWorkingDays - 1) * dayMs).toISOString();
  const waits = await listClocked(
    Prisma.sql`
      SELECT id, confirmed_at, ${now.toISOString()}::timestamptz AS until FROM application
      WHERE state = 'submitted' AND confirmed_at <= ${latest}::timestamptz AND ${found}`,
    Prisma.sql`confirmed_at, id`,
    settings,
    client,
  );
  return waits.filter(({ workingDays }) => workingDays >= fewestWorkingDays);
}

/** How long the newest decisions took that were made since a moment. */
export async function listDaysTaken(
  since: Date,
  most: number,
  settings: ReviewSettings,
): Promise<number[]> {
  const decided = await listClocked(
    Prisma.sql`
      SELECT application.id, confirmed_at, decided_at AS until
      FROM decision JOIN application ON application.id = decision.in_force_for_id
      WHERE kind <> 'change_request' AND decided_at >= ${since.toISOString()}::timestamptz
        AND confirmed_at IS NOT NULL
      ORDER BY decided_at DESC LIMIT ${most}`,
    Prisma.sql`until DESC`,
    settings,
    prisma,
  );
  return decided.map(({ workingDays }) => workingDays);
}

/**
 * All of them in one value: to make a row of each would cost more than to find them.
 *
 * @param applications with `id`, `confirmed_at` and `until`
 */
async function listClocked(
  applications: Prisma.Sql,
  order: Prisma.Sql,
  { holidays }: ReviewSettings,
  client: Transaction,
): Promise<Wait[]> {
  const [found] = await client.$queryRaw<{ clocked: Clocked[] | null }[]>`
    SELECT json_agg(json_build_array(id, ${msOf(Prisma.sql`confirmed_at`)},
      ${msOf(Prisma.sql`until`)}, ${clockOf}) ORDER BY ${order}) AS clocked
    FROM (${applications}) application`;
  return (found?.clocked ?? []).map(([id, confirmedAt, until, clock]) => ({
    id,
    workingDays: workingDaysWithStaff(
      new Date(confirmedAt),
      (clock ?? []).map(([kind, at]) => ({ kind, at: new Date(at) })),
      new Date(until),
      holidays,
    ),
  }));
}

const msOf = (time: Prisma.Sql) => Prisma.sql`(extract(epoch FROM ${time}) * 1000)::bigint`;

// Literals, as those of the index (migration find_what_stops_the_clock).
const clockKinds = Prisma.raw(clockEventKinds.map((kind) => `'${kind}'`).join(", "));

const clockOf = Prisma.sql`(
  SELECT json_agg(json_build_array(event.kind, ${msOf(Prisma.sql`event.at`)}) ORDER BY event.id)
  FROM event WHERE event.application_id = application.id AND event.kind IN (${clockKinds}))`;
