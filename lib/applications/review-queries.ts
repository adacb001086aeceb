import { applicationStates } from "@/lib/applications/decisions";
import { isFreeMailAddress } from "@/lib/applications/free-mail";
import type { QueueFilter } from "@/lib/applications/queue-filter";
import { readReference } from "@/lib/applications/reference";
import { prisma } from "@/lib/db";
import { foldName } from "@/lib/places/fold-name";
import type { Prisma } from "@/prisma/generated/client";
import type { ApplicationState } from "@/prisma/generated/enums";

export const applicationsPerPage = 25;

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
} satisfies Prisma.ApplicationSelect;

/** One page of applications: what waits oldest first, what is closed newest first. */
export async function listQueue({ state, query, page }: QueueFilter) {
  const rows = await prisma.application.findMany({
    where: { ...search(query), ...(state !== "all" && { state }) },
    select: queued,
    orderBy: orderOf(state),
    skip: (page - 1) * applicationsPerPage,
    take: applicationsPerPage,
  });
  const touched = await listChangedSinceReview(rows.map(({ id }) => id));
  return rows.map(({ contactEmail, _count, ...row }) => ({
    ...row,
    evidenceCount: _count.evidence,
    isFreeMail: contactEmail !== null && isFreeMailAddress(contactEmail),
    isChangedSinceReview: touched.has(row.id),
  }));
}

export type QueuedApplication = Awaited<ReturnType<typeof listQueue>>[number];

/** How many applications match, state by state. */
export async function countByState(query: string): Promise<Record<ApplicationState, number>> {
  const groups = await prisma.application.groupBy({ by: ["state"], where: search(query), _count: true });
  const counts = Object.fromEntries(applicationStates.map((state) => [state, 0])) as Record<ApplicationState, number>;
  for (const { state, _count } of groups) counts[state] = _count;
  return counts;
}

function orderOf(state: QueueFilter["state"]): Prisma.ApplicationOrderByWithRelationInput[] {
  switch (state) {
    case "submitted":
    case "changes_requested":
      return [{ submittedAt: "asc" }, { id: "asc" }];
    case "approved":
    case "declined":
    case "withdrawn":
      return [{ closedAt: "desc" }, { id: "desc" }];
    case "unconfirmed":
    case "all":
      return [{ handedInAt: "desc" }, { id: "desc" }];
  }
}

/** By any name of the city, the reference, or the applicant's name or address. */
function search(query: string): Prisma.ApplicationWhereInput {
  const words = query.trim();
  if (!words) return {};
  const contains = { contains: words, mode: "insensitive" } as const;
  const reference = readReference(words);
  const folded = foldName(words);
  return {
    OR: [
      { city: { name: contains } },
      ...(folded ? [{ city: { place: { names: { some: { folded: { startsWith: folded } } } } } }] : []),
      { reference: reference ?? contains },
      { contactName: contains },
      { contactEmail: contains },
    ],
  };
}

/** Those whose applicant corrected or answered after a reviewer had last done something. */
async function listChangedSinceReview(applicationIds: string[]): Promise<Set<string>> {
  const latest = await prisma.event.groupBy({
    by: ["applicationId", "actor"],
    where: { applicationId: { in: applicationIds }, OR: [{ actor: "staff" }, { kind: { in: ["application.corrected", "application.answered"] } }] },
    _max: { id: true },
  });
  const lastOf = (actor: string) => new Map(latest.filter((group) => group.actor === actor).map((group) => [group.applicationId, group._max.id ?? 0n]));
  const byStaff = lastOf("staff");
  return new Set([...lastOf("applicant")].filter(([id, event]) => event > (byStaff.get(id) ?? event)).flatMap(([id]) => id ?? []));
}

const personOf = { select: { name: true, email: true } } as const;

const underReview = {
  id: true,
  reference: true,
  state: true,
  version: true,
  locale: true,
  declarationVersion: true,
  cityId: true,
  contactName: true,
  contactRole: true,
  contactDepartment: true,
  contactEmail: true,
  mandateBody: true,
  mandateDate: true,
  mandateAuthorityName: true,
  mandateAuthorityTitle: true,
  mandateUrl: true,
  handedInAt: true,
  submittedAt: true,
  closedAt: true,
  erasedAt: true,
  city: {
    select: { name: true, slug: true, signatory: { select: { signedOn: true, applicationId: true } }, place: { select: { name: true, countryCode: true, regionName: true, population: true } } },
  },
  answers: { select: { area: true, status: true, description: true, url: true }, orderBy: { area: "asc" } },
  evidence: { select: { criterion: true, tickedAt: true, staff: personOf } },
  decisions: { select: { id: true, kind: true, reason: true, message: true, decidedAt: true, inForceForId: true, staff: personOf }, orderBy: { decidedAt: "desc" } },
} satisfies Prisma.ApplicationSelect;

/** An application with everything that a reviewer needs, or null. */
export const findForReview = (id: string) => prisma.application.findUnique({ where: { id }, select: underReview });

export type ReviewedApplication = Prisma.ApplicationGetPayload<{ select: typeof underReview }>;

/** What happened to an application, newest first, with the names of the staff who did it. */
export async function listHistory(applicationId: string) {
  const events = await prisma.event.findMany({ where: { applicationId }, select: { id: true, at: true, kind: true, actor: true, staffId: true, detail: true }, orderBy: { id: "desc" } });
  const ids = new Set(events.flatMap(({ staffId }) => staffId ?? []));
  const staff = await prisma.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true, email: true } });
  const names = new Map(staff.map(({ id, name, email }) => [id, name ?? email]));
  return events.map(({ staffId, ...event }) => ({ ...event, staffName: staffId && names.get(staffId) }));
}

export type HistoryEntry = Awaited<ReturnType<typeof listHistory>>[number];

/** Other applications of the same city, newest first. */
export const listOfSameCity = ({ id, cityId }: { id: string; cityId: number }) =>
  prisma.application.findMany({
    where: { cityId, id: { not: id } },
    select: { id: true, reference: true, state: true, handedInAt: true },
    orderBy: { handedInAt: "desc" },
  });
