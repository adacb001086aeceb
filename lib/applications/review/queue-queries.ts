import { applicationStates } from "@/lib/applications/review/decisions";
import type { QueueFilter } from "@/lib/applications/review/queue-filter";
import { listWaits } from "@/lib/applications/review/review-clock-queries";
import { matches } from "@/lib/applications/review/queue-search";
import { prisma } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { ApplicationState } from "@/prisma/generated/enums";
import { eventKindsOf } from "@/lib/events";

/** About one week of a busy campaign. */
export const applicationsPerPage = 50;

const queued = {
  id: true,
  reference: true,
  state: true,
  contactName: true,
  contactEmail: true,
  mandateUrl: true,
  handedInAt: true,
  submittedAt: true,
  closedAt: true,
  city: { select: { name: true, place: { select: { countryCode: true, regionName: true } } } },
  _count: { select: { evidence: true } },
  decisions: {
    select: { staff: { select: { name: true, email: true } } },
    where: { inForceForId: { not: null } },
  },
} satisfies Prisma.ApplicationSelect;

/** Open applications come oldest first, closed ones newest first. */
export async function listQueue({ page, ...filter }: QueueFilter) {
  const { by, direction } = orders[filter.state];
  const ids = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM application WHERE ${fits(filter)} ORDER BY ${columns[by]} ${directions[direction]}, id ${directions[direction]}
    LIMIT ${applicationsPerPage} OFFSET ${(page - 1) * applicationsPerPage}`;
  const rows = await prisma.application.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: queued,
    orderBy: orderBy(orders[filter.state]),
  });
  const touched = await listChangedSinceReview(rows.map(({ id }) => id));
  const waiting = await listWaits(rows, new Date());
  return waiting.map(({ _count, decisions, ...row }) => ({
    ...row,
    decidedBy: decisions[0] ? (decisions[0].staff.name ?? decisions[0].staff.email) : null,
    evidenceCount: _count.evidence,
    isChangedSinceReview: touched.has(row.id),
  }));
}

export type QueuedApplication = Awaited<ReturnType<typeof listQueue>>[number];

/** Works even after a decision has taken the application out of the queue. */
export async function findNeighbours(here: Here, filter: Omit<QueueFilter, "page">) {
  const { by, direction } = orders[filter.state];
  const at = here[by]?.toISOString();
  if (!at) return {};
  const find = async (towards: QueueOrder["direction"]) => {
    const beyond = Prisma.sql`(${columns[by]}, id) ${towards === "asc" ? Prisma.sql`>` : Prisma.sql`<`} (${at}::timestamptz, ${here.id}::uuid)`;
    const [found] = await prisma.$queryRaw<{ id: string }[]>`
      SELECT id FROM application WHERE ${fits(filter)} AND ${beyond}
      ORDER BY ${columns[by]} ${directions[towards]}, id ${directions[towards]} LIMIT 1`;
    return found
      ? prisma.application.findUnique({ where: { id: found.id }, select: neighbour })
      : null;
  };
  const [previous, next] = await Promise.all([
    find(direction === "asc" ? "desc" : "asc"),
    find(direction),
  ]);
  return { previous, next };
}

type Here = { id: string } & Record<QueueOrder["by"], Date | null>;

const neighbour = {
  id: true,
  reference: true,
  submittedAt: true,
  city: { select: { name: true } },
} satisfies Prisma.ApplicationSelect;

export type Neighbour = Prisma.ApplicationGetPayload<{ select: typeof neighbour }>;

/** Null when no other application awaits review. */
export const findLongestWaiting = (exceptId: string) =>
  prisma.application.findFirst({
    where: { state: "submitted", id: { not: exceptId } },
    select: neighbour,
    orderBy: orderBy(longestWaitFirst),
  });

export async function countByState(query: string): Promise<Record<ApplicationState, number>> {
  const groups = await prisma.$queryRaw<{ state: ApplicationState; count: number }[]>`
    SELECT state, count(*)::int AS count FROM application WHERE ${matches(query)} GROUP BY state`;
  const counts = Object.fromEntries(applicationStates.map((state) => [state, 0])) as Record<
    ApplicationState,
    number
  >;
  for (const { state, count } of groups) counts[state] = count;
  return counts;
}

type QueueOrder = { by: "submittedAt" | "closedAt" | "handedInAt"; direction: "asc" | "desc" };

const longestWaitFirst: QueueOrder = { by: "submittedAt", direction: "asc" };
const lastClosedFirst: QueueOrder = { by: "closedAt", direction: "desc" };
const lastHandedInFirst: QueueOrder = { by: "handedInAt", direction: "desc" };

const orders: Readonly<Record<QueueFilter["state"], QueueOrder>> = {
  submitted: longestWaitFirst,
  changes_requested: longestWaitFirst,
  approved: lastClosedFirst,
  declined: lastClosedFirst,
  withdrawn: lastClosedFirst,
  unconfirmed: lastHandedInFirst,
  all: lastHandedInFirst,
};

const orderBy = ({ by, direction }: QueueOrder) => [{ [by]: direction }, { id: direction }];

const columns = {
  submittedAt: Prisma.sql`submitted_at`,
  closedAt: Prisma.sql`closed_at`,
  handedInAt: Prisma.sql`handed_in_at`,
};
const directions = { asc: Prisma.sql`ASC`, desc: Prisma.sql`DESC` };

const fits = ({ state, query }: Omit<QueueFilter, "page">): Prisma.Sql =>
  state === "all"
    ? matches(query)
    : Prisma.sql`state = ${state}::application_state AND ${matches(query)}`;

/** Those whose applicant corrected or answered after the last action of a reviewer. */
async function listChangedSinceReview(applicationIds: string[]): Promise<Set<string>> {
  const latest = await prisma.event.groupBy({
    by: ["applicationId", "actor"],
    where: {
      applicationId: { in: applicationIds },
      OR: [
        { actor: "staff", kind: { notIn: eventKindsOf("mail") } },
        { kind: { in: ["application_corrected", "application_answered"] } },
      ],
    },
    _max: { id: true },
  });
  const lastOf = (actor: string) =>
    new Map(
      latest
        .filter((group) => group.actor === actor)
        .map((group) => [group.applicationId, group._max.id ?? 0n]),
    );
  const byStaff = lastOf("staff");
  return new Set(
    [...lastOf("applicant")]
      .filter(([id, event]) => event > (byStaff.get(id) ?? event))
      .flatMap(([id]) => id ?? []),
  );
}
