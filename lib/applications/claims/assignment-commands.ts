import { z } from "zod";
import { heldClaims } from "@/lib/applications/claims/claim-sql";
import type { ReviewSettings } from "@/lib/applications/review/review-settings";
import { prisma, transact, type Transaction } from "@/lib/db";
import { before, dayMs } from "@/lib/durations";
import { recordEvent } from "@/lib/events";
import type { Result } from "@/lib/result";
import { permissions } from "@/lib/staff/permissions";
import type { ApplicationState, EventKind } from "@/prisma/generated/enums";

type Moment = { now: Date; settings: ReviewSettings };

/** `seenHolderId`: who had it on the screen of whoever assigns; null where nobody had. */
export type ChosenApplication = { applicationId: string; seenHolderId: string | null };

type Assigning = { chosen: readonly ChosenApplication[]; assigneeId: string; staffId: string };

/**
 * Gives applications to a reviewer, all in one transaction. What was decided or taken since it was
 * seen is left as it is and counted.
 */
export function assignApplications(
  { chosen, assigneeId, staffId }: Assigning,
  { now, settings }: Moment,
): Promise<Result<"noReviewer" | "nothingAssigned", { assigned: number; left: number }>> {
  return transact(async (tx) => {
    if (!(await lockReviewer(tx, assigneeId))) return { ok: false, reason: "noReviewer" } as const;
    const standing = await lockApplications(
      tx,
      chosen.map(({ applicationId }) => applicationId),
      { now, settings },
    );
    const seen = new Map(chosen.map((each) => [each.applicationId, each.seenHolderId]));
    const free = standing.filter(
      ({ id, state, holderId }) =>
        state === "submitted" && holderId === (seen.get(id) ?? null) && holderId !== assigneeId,
    );
    if (free.length === 0) return { ok: false, reason: "nothingAssigned" } as const;
    for (const application of free) {
      await putClaim(tx, application.id, { staffId: assigneeId, claimedAt: now });
      await record(tx, "application_assigned", application, staffId, assigneeId);
    }
    await tx.assignment.create({
      data: {
        ...{ assigneeId, assignedById: staffId, assignedAt: now },
        entries: free.map(({ id, holderId, claimedAt }) => ({
          applicationId: id,
          before: holderId &&
            claimedAt && { staffId: holderId, claimedAt: claimedAt.toISOString() },
        })),
      },
    });
    return { ok: true, assigned: free.length, left: chosen.length - free.length } as const;
  });
}

const entriesSchema = z.array(
  z.object({
    applicationId: z.uuid(),
    before: z.object({ staffId: z.uuid(), claimedAt: z.coerce.date() }).nullable(),
  }),
);

/** Each goes back to who had it, unless it was decided or somebody else has taken it since. */
export function undoAssignment(
  id: string,
  staffId: string,
  moment: Moment,
): Promise<Result<"undoneAlready", { undone: number; left: number }>> {
  return transact(async (tx) => {
    await tx.$queryRaw`SELECT id FROM assignment WHERE id = ${id}::uuid FOR UPDATE`;
    const assignment = await tx.assignment.findFirst({ where: { id, undoneAt: null } });
    if (!assignment) return { ok: false, reason: "undoneAlready" } as const;
    const entries = entriesSchema.parse(assignment.entries);
    const standing = await lockApplications(
      tx,
      entries.map(({ applicationId }) => applicationId),
      moment,
    );
    const isAsAssigned = ({ state, holderId, claimedAt }: Standing) =>
      state === "submitted" &&
      holderId === assignment.assigneeId &&
      claimedAt?.getTime() === assignment.assignedAt.getTime();
    const untouched = standing.filter(isAsAssigned);
    for (const application of untouched) {
      const former = entries.find(({ applicationId }) => applicationId === application.id)?.before;
      if (former) await putClaim(tx, application.id, former);
      else await tx.claim.deleteMany({ where: { applicationId: application.id } });
      await record(
        tx,
        "application_assignment_undone",
        application,
        staffId,
        assignment.assigneeId,
      );
    }
    await tx.assignment.update({ where: { id }, data: { undoneAt: moment.now } });
    return {
      ok: true,
      undone: untouched.length,
      left: entries.length - untouched.length,
    } as const;
  });
}

const keptForDays = 90;

/** Returns how many were deleted. */
export async function deleteOldAssignments(now: Date): Promise<number> {
  const { count } = await prisma.assignment.deleteMany({
    where: { assignedAt: { lt: before(now, keptForDays * dayMs) } },
  });
  return count;
}

/** So that nobody who is just leaving gets any. */
async function lockReviewer(tx: Transaction, id: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT id FROM staff WHERE id = ${id}::uuid AND removed_at IS NULL
      AND role::text = ANY(${[...permissions.reviewApplications]}) FOR SHARE`;
  return found.length > 0;
}

type Standing = {
  id: string;
  cityId: number;
  state: ApplicationState;
  holderId: string | null;
  claimedAt: Date | null;
};

/** Claims are made under the application's lock; in one order, so that none wait for each other. */
async function lockApplications(
  tx: Transaction,
  ids: readonly string[],
  { now, settings }: Moment,
): Promise<Standing[]> {
  await tx.$queryRaw`SELECT id FROM application WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  return tx.$queryRaw<Standing[]>`
    SELECT id, city_id AS "cityId", state, held.staff_id AS "holderId", held.claimed_at AS "claimedAt"
    FROM application LEFT JOIN ${heldClaims(now, settings)} held
      ON held.application_id = application.id
    WHERE id = ANY(${ids}::uuid[]) ORDER BY id`;
}

const putClaim = (
  tx: Transaction,
  applicationId: string,
  claim: { staffId: string; claimedAt: Date },
) =>
  tx.claim.upsert({
    where: { applicationId },
    create: { applicationId, ...claim },
    update: claim,
  });

const record = (
  tx: Transaction,
  kind: EventKind,
  { id: applicationId, cityId }: Standing,
  staffId: string,
  memberId: string,
) =>
  recordEvent(tx, {
    ...{ kind, actor: "staff", applicationId, cityId, staffId },
    detail: { memberId },
  });
