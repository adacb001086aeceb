import { clockEventKinds, workingDaysWithStaff } from "@/lib/applications/review/review-clock";
import type { ReviewSettings } from "@/lib/applications/review/review-settings";
import { prisma, type Transaction } from "@/lib/db";
import { dayMs, before } from "@/lib/durations";
import { Prisma } from "@/prisma/generated/client";
import type { EventKind } from "@/prisma/generated/enums";

type Clocked = { id: string; confirmedAt: Date; clock: { kind: EventKind; at: string }[] | null };

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
  const candidates = await client.$queryRaw<Clocked[]>`
    SELECT id, confirmed_at AS "confirmedAt", ${clockOf} AS clock
    FROM application
    WHERE state = 'submitted' AND confirmed_at <= ${latest}::timestamptz AND ${found}
    ORDER BY confirmed_at, id`;
  return candidates
    .map((candidate) => ({
      id: candidate.id,
      workingDays: workingDaysOf(candidate, now, settings.holidays),
    }))
    .filter(({ workingDays }) => workingDays >= fewestWorkingDays);
}

/** How long the newest decisions took that were made since a moment. */
export async function listDaysTaken(
  since: Date,
  most: number,
  { holidays }: Pick<ReviewSettings, "holidays">,
): Promise<number[]> {
  const decided = await prisma.$queryRaw<(Clocked & { decidedAt: Date })[]>`
    SELECT application.id, confirmed_at AS "confirmedAt", decided_at AS "decidedAt", ${clockOf} AS clock
    FROM decision JOIN application ON application.id = decision.in_force_for_id
    WHERE kind <> 'change_request' AND decided_at >= ${since.toISOString()}::timestamptz
      AND confirmed_at IS NOT NULL
    ORDER BY decided_at DESC LIMIT ${most}`;
  return decided.map((each) => workingDaysOf(each, each.decidedAt, holidays));
}

const clockOf = Prisma.sql`(
  SELECT json_agg(json_build_object('kind', event.kind, 'at', event.at) ORDER BY event.id)
    FROM event
  WHERE event.application_id = application.id
    AND event.kind IN (${Prisma.join(clockEventKinds.map((kind) => Prisma.sql`${kind}::event_kind`))}))`;

function workingDaysOf(
  { confirmedAt, clock }: Clocked,
  until: Date,
  holidays: readonly string[],
): number {
  const events = (clock ?? []).map(({ kind, at }) => ({ kind, at: new Date(at) }));
  return workingDaysWithStaff(confirmedAt, events, until, holidays);
}
