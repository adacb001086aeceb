import { clockEventKinds, workingDaysWithStaff } from "@/lib/applications/review/review-clock";
import type { ReviewSettings } from "@/lib/applications/review/review-settings";
import { prisma } from "@/lib/db";
import { dayMs, before } from "@/lib/durations";
import { Prisma } from "@/prisma/generated/client";
import type { EventKind } from "@/prisma/generated/enums";

type Clocked = { id: string; submittedAt: Date; clock: { kind: EventKind; at: string }[] | null };

/**
 * The ids of what has been with the staff for too long. How long that is, is reckoned here and not
 * by the database: the clock has stopped while applicants were asked for something.
 */
export async function listOverdue(
  found: Prisma.Sql,
  { now, settings }: { now: Date; settings: ReviewSettings },
): Promise<string[]> {
  const { redAfterWorkingDays, holidays } = settings;
  const kinds = Prisma.join(clockEventKinds.map((kind) => Prisma.sql`${kind}::event_kind`));
  // Nothing that came later can have waited for so many days.
  const latest = before(now, (redAfterWorkingDays - 1) * dayMs).toISOString();
  const candidates = await prisma.$queryRaw<Clocked[]>`
    SELECT id, submitted_at AS "submittedAt", (
      SELECT json_agg(json_build_object('kind', kind, 'at', at) ORDER BY event.id) FROM event
      WHERE event.application_id = application.id AND kind IN (${kinds})) AS clock
    FROM application
    WHERE state = 'submitted' AND submitted_at <= ${latest}::timestamptz AND ${found}`;
  return candidates
    .filter(({ submittedAt, clock }) => {
      const events = (clock ?? []).map(({ kind, at }) => ({ kind, at: new Date(at) }));
      return workingDaysWithStaff(submittedAt, events, now, holidays) >= redAfterWorkingDays;
    })
    .map(({ id }) => id);
}
