import { heldClaims } from "@/lib/applications/claims/claim-sql";
import type { ReviewSettings } from "@/lib/applications/review/review-settings";
import {
  remindableFrom,
  type LeftOut,
  type Previewed,
  type Several,
} from "@/lib/applications/review/several";
import { prisma } from "@/lib/db";
import type { ApplicationState } from "@/prisma/generated/enums";

type Row = Omit<Previewed, "leftOut"> & {
  state: ApplicationState;
  hasAddress: boolean;
  isReminded: boolean;
};

/** What would happen to each of the chosen. */
export async function previewSeveral(
  { what, choose, to }: Several,
  { now, settings }: { now: Date; settings: ReviewSettings },
): Promise<Previewed[]> {
  if (choose.length === 0) return [];
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT application.id, reference, city.name AS "cityName", state,
      held.staff_id AS "holderId", held.holder,
      contact_email IS NOT NULL AS "hasAddress",
      EXISTS (SELECT FROM event WHERE event.application_id = application.id
        AND kind = 'application_reminded'
        AND at > ${remindableFrom(now).toISOString()}::timestamptz) AS "isReminded"
    FROM application JOIN city ON city.id = city_id
      LEFT JOIN ${heldClaims(now, settings)} held ON held.application_id = application.id
    WHERE application.id = ANY(${choose}::uuid[]) ORDER BY confirmed_at, application.id`;
  return rows.map(({ state, hasAddress, isReminded, ...row }) => ({
    ...row,
    leftOut:
      what === "remind"
        ? whyNotReminded({ state, hasAddress, isReminded })
        : whyNotAssigned(state, row.holderId === to),
  }));
}

const whyNotAssigned = (state: ApplicationState, isTheirs: boolean): LeftOut => {
  if (state !== "submitted") return "notWaiting";
  return isTheirs ? "theirsAlready" : null;
};

function whyNotReminded({
  state,
  hasAddress,
  isReminded,
}: Pick<Row, "state" | "hasAddress" | "isReminded">): LeftOut {
  if (state !== "changes_requested") return "notAsked";
  if (!hasAddress) return "noAddress";
  return isReminded ? "remindedLately" : null;
}

const shownAssignments = 10;

/** Newest first. */
export async function listAssignments() {
  const assignments = await prisma.assignment.findMany({
    orderBy: [{ assignedAt: "desc" }, { id: "desc" }],
    take: shownAssignments,
    include: {
      assignee: { select: { name: true, email: true } },
      assignedBy: { select: { name: true, email: true } },
    },
  });
  return assignments.map(({ id, assignedAt, undoneAt, entries, assignee, assignedBy }) => ({
    ...{ id, assignedAt, undoneAt },
    count: Array.isArray(entries) ? entries.length : 0,
    to: assignee.name ?? assignee.email,
    by: assignedBy.name ?? assignedBy.email,
  }));
}

export type ListedAssignment = Awaited<ReturnType<typeof listAssignments>>[number];
