import { heldClaims } from "@/lib/applications/claims/claim-sql";
import { applicationStates, kindsDoneUnread } from "@/lib/applications/review/decisions";
import { countOverdue, listOverdue } from "@/lib/applications/review/overdue-queries";
import type { QueueFilter, QueueView } from "@/lib/applications/review/queue-filter";
import { listWaits } from "@/lib/applications/review/review-clock-queries";
import type { ReviewSettings } from "@/lib/applications/review/review-settings";
import { findMatches } from "@/lib/applications/review/queue-search";
import { prisma } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { ApplicationState } from "@/prisma/generated/enums";

/** About one week of a busy campaign. */
export const applicationsPerPage = 50;

/** Who looks, when, and by which settings. */
export type QueueReader = { staffId: string; now: Date; settings: ReviewSettings };

type Queued = {
  id: string;
  reference: string;
  state: ApplicationState;
  contactName: string | null;
  contactEmail: string | null;
  mandateUrl: string | null;
  hasFile: boolean;
  submittedAt: Date;
  confirmedAt: Date | null;
  closedAt: Date | null;
  city: { name: string; place: { countryCode: string; regionName: string | null } };
  evidenceCount: number;
  decidedBy: string | null;
  claimedBy: string | null;
};

/**
 * Open applications come oldest first, closed ones newest first.
 *
 * @param found where the search has run already
 */
export async function listQueue(
  { page, ...filter }: QueueFilter,
  reader: QueueReader,
  found = findMatches(filter.query),
) {
  const { by, direction } = orders[filter.state];
  const order = Prisma.sql`${columns[by]} ${directions[direction]}, id ${directions[direction]}`;
  const rows = await prisma.$queryRaw<Queued[]>`
    WITH shown AS (
      SELECT * FROM application WHERE ${await fits(filter, reader, await found)}
      ORDER BY ${order} LIMIT ${applicationsPerPage} OFFSET ${(page - 1) * applicationsPerPage})
    SELECT shown.id, reference, state, contact_name AS "contactName",
      contact_email AS "contactEmail", mandate_url AS "mandateUrl",
      EXISTS (SELECT FROM mandate_file WHERE application_id = shown.id) AS "hasFile",
      submitted_at AS "submittedAt", confirmed_at AS "confirmedAt", closed_at AS "closedAt",
      json_build_object('name', city.name, 'place',
        json_build_object('countryCode', place.country_code, 'regionName',
          place.region_name)) AS city,
      (SELECT count(*)::int FROM evidence_tick WHERE application_id = shown.id) AS "evidenceCount",
      coalesce(decider.name, decider.email) AS "decidedBy", held.holder AS "claimedBy"
    FROM shown JOIN city ON city.id = shown.city_id JOIN place ON place.id = shown.city_id
      LEFT JOIN decision ON decision.in_force_for_id = shown.id LEFT JOIN staff decider
        ON decider.id = decision.staff_id
      LEFT JOIN ${heldClaims(reader.now, reader.settings)} held ON held.application_id = shown.id
    ORDER BY shown.${columns[by]} ${directions[direction]}, shown.id ${directions[direction]}`;
  if (rows.length === 0) return [];
  const [touched, waiting] = await Promise.all([
    listChangedSinceReview(rows.map(({ id }) => id)),
    listWaits(rows, reader.now, reader.settings.holidays),
  ]);
  return waiting.map((row) => ({ ...row, isChangedSinceReview: touched.has(row.id) }));
}

export type QueuedApplication = Awaited<ReturnType<typeof listQueue>>[number];

/** Works even after a decision has taken the application out of the queue. */
export async function findNeighbours(
  here: Here,
  filter: Omit<QueueFilter, "page">,
  reader: QueueReader,
): Promise<{ previous?: Neighbour; next?: Neighbour }> {
  const { by, direction } = orders[filter.state];
  const at = here[by]?.toISOString();
  if (!at) return {};
  const condition = await fits(filter, reader, await findMatches(filter.query));
  const beyond = (towards: QueueOrder["direction"]) => Prisma.sql`
    SELECT id, ${towards === direction}::boolean AS is_next FROM application
    WHERE ${condition}
      AND (${columns[by]}, id) ${comparisons[towards]} (${at}::timestamptz, ${here.id}::uuid)
    ORDER BY ${columns[by]} ${directions[towards]}, id ${directions[towards]} LIMIT 1`;
  const rows = await prisma.$queryRaw<(Neighbour & { isNext: boolean })[]>`
    SELECT application.id, reference, confirmed_at AS "confirmedAt",
      json_build_object('name', city.name) AS city, is_next AS "isNext"
    FROM ((${beyond(direction === "asc" ? "desc" : "asc")}) UNION ALL (${beyond(direction)})) found
      JOIN application USING (id) JOIN city ON city.id = application.city_id`;
  return { previous: rows.find(({ isNext }) => !isNext), next: rows.find(({ isNext }) => isNext) };
}

type Here = { id: string } & Record<QueueOrder["by"], Date | null>;

export type Neighbour = {
  id: string;
  reference: string;
  confirmedAt: Date | null;
  city: { name: string };
};

/** Where the queue that one came from has none, whatever has waited longest. */
export async function findNext(
  id: string,
  filter: Omit<QueueFilter, "page">,
  reader: QueueReader,
): Promise<Neighbour | null> {
  const here = await prisma.application.findUniqueOrThrow({
    where: { id },
    select: { id: true, confirmedAt: true, closedAt: true, submittedAt: true },
  });
  const { next } = await findNeighbours(here, filter, reader);
  return next ?? findLongestWaiting(id);
}

/** Null when no other application awaits review. */
export async function findLongestWaiting(exceptId: string): Promise<Neighbour | null> {
  const [longest] = await prisma.$queryRaw<Neighbour[]>`
    SELECT application.id, reference, confirmed_at AS "confirmedAt",
      json_build_object('name', city.name) AS city
    FROM application JOIN city ON city.id = application.city_id
    WHERE state = 'submitted' AND application.id <> ${exceptId}::uuid
    ORDER BY confirmed_at, application.id LIMIT 1`;
  return longest ?? null;
}

export type DecidedApplication = {
  id: string;
  state: ApplicationState;
  cityName: string;
  /** Whether the applicant's address is still there. */
  isTold: boolean;
};

export async function findDecided(id: string): Promise<DecidedApplication | null> {
  const [decided] = await prisma.$queryRaw<DecidedApplication[]>`
    SELECT application.id, state, city.name AS "cityName", contact_email IS NOT NULL AS "isTold"
    FROM application JOIN city ON city.id = application.city_id WHERE application.id = ${id}::uuid`;
  return decided ?? null;
}

export type QueueCounts = {
  states: Record<ApplicationState, number>;
  views: Record<QueueView, number>;
};

/** Of what the search finds. */
export async function countQueue(
  query: string,
  reader: QueueReader,
  found = findMatches(query),
): Promise<QueueCounts> {
  const condition = await found;
  const [groups, overdue] = await Promise.all([
    countByState(condition, reader),
    countOverdue(condition, reader),
  ]);
  const of = (state: ApplicationState) =>
    groups.find((group) => group.state === state) ?? { count: 0, mine: 0, held: 0 };
  const { count, mine, held } = of("submitted");
  return {
    states: Object.fromEntries(
      applicationStates.map((state) => [state, of(state).count]),
    ) as QueueCounts["states"],
    views: { mine, unassigned: count - held, overdue },
  };
}

const countByState = (condition: Prisma.Sql, reader: QueueReader) =>
  prisma.$queryRaw<{ state: ApplicationState; count: number; mine: number; held: number }[]>`
    SELECT state, count(*)::int AS count,
      (count(*) FILTER (WHERE staff_id = ${reader.staffId}::uuid))::int AS mine,
      count(staff_id)::int AS held
    FROM application LEFT JOIN ${heldClaims(reader.now, reader.settings)} held
      ON held.application_id = application.id
    WHERE ${condition} GROUP BY state`;

type QueueOrder = { by: "confirmedAt" | "closedAt" | "submittedAt"; direction: "asc" | "desc" };

const longestWaitFirst: QueueOrder = { by: "confirmedAt", direction: "asc" };
const lastClosedFirst: QueueOrder = { by: "closedAt", direction: "desc" };
const lastSubmittedFirst: QueueOrder = { by: "submittedAt", direction: "desc" };

const orders: Readonly<Record<QueueFilter["state"], QueueOrder>> = {
  submitted: longestWaitFirst,
  changes_requested: longestWaitFirst,
  approved: lastClosedFirst,
  declined: lastClosedFirst,
  withdrawn: lastClosedFirst,
  unconfirmed: lastSubmittedFirst,
  all: lastSubmittedFirst,
};

const columns = {
  confirmedAt: Prisma.sql`confirmed_at`,
  closedAt: Prisma.sql`closed_at`,
  submittedAt: Prisma.sql`submitted_at`,
};
const directions = { asc: Prisma.sql`ASC`, desc: Prisma.sql`DESC` };
const comparisons = { asc: Prisma.sql`>`, desc: Prisma.sql`<` };

async function fits(
  { state, view }: Pick<QueueFilter, "state" | "view">,
  reader: QueueReader,
  found: Prisma.Sql,
): Promise<Prisma.Sql> {
  if (view) return inView(view, found, reader);
  return state === "all" ? found : Prisma.sql`state = ${state}::application_state AND ${found}`;
}

async function inView(
  view: QueueView,
  found: Prisma.Sql,
  reader: QueueReader,
): Promise<Prisma.Sql> {
  const { staffId, now, settings } = reader;
  if (view === "overdue") {
    const ids = await listOverdue(found, reader);
    return Prisma.sql`id = ANY(${ids}::uuid[])`;
  }
  const held = Prisma.sql`SELECT application_id FROM ${heldClaims(now, settings)} held`;
  const isClaimed =
    view === "mine"
      ? Prisma.sql`id IN (${held} WHERE staff_id = ${staffId}::uuid)`
      : Prisma.sql`id NOT IN (${held})`;
  return Prisma.sql`state = 'submitted' AND ${isClaimed} AND ${found}`;
}

/** Those whose applicant corrected or answered after the last action of a reviewer. */
const kindsByApplicant = [
  "application_corrected",
  "application_answered",
  "application_file_added",
  "application_file_removed",
] as const;

async function listChangedSinceReview(applicationIds: string[]): Promise<Set<string>> {
  const latest = await prisma.event.groupBy({
    by: ["applicationId", "actor"],
    where: {
      applicationId: { in: applicationIds },
      OR: [
        { actor: "staff", kind: { notIn: [...kindsDoneUnread] } },
        { kind: { in: [...kindsByApplicant] } },
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
