import { handedIn } from "@/lib/applications/handed-in";
import { prisma } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

const personOf = { select: { name: true, email: true } } as const;

const underReview = {
  ...handedIn,
  city: {
    select: {
      name: true,
      slug: true,
      signatory: { select: { signedOn: true, announcedOn: true, applicationId: true } },
      place: { select: { name: true, countryCode: true, regionName: true, population: true } },
    },
  },
  evidence: { select: { criterion: true, tickedAt: true, note: true, staff: personOf } },
  decisions: {
    select: {
      id: true,
      kind: true,
      reason: true,
      message: true,
      decidedAt: true,
      inForceForId: true,
      staff: personOf,
    },
    orderBy: { decidedAt: "desc" },
  },
} satisfies Prisma.ApplicationSelect;

export const findForReview = (id: string) =>
  prisma.application.findUnique({ where: { id }, select: underReview });

export type ReviewedApplication = Prisma.ApplicationGetPayload<{ select: typeof underReview }>;

/** Newest first, with the names of the staff. */
export async function listHistory(applicationId: string) {
  const events = await prisma.event.findMany({
    where: { applicationId },
    select: { id: true, at: true, kind: true, actor: true, staffId: true, detail: true },
    orderBy: { id: "desc" },
  });
  const ids = new Set(events.flatMap(({ staffId }) => staffId ?? []));
  const staff = await prisma.user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(staff.map(({ id, name, email }) => [id, name ?? email]));
  return events.map(({ staffId, ...event }) => ({
    ...event,
    staffName: staffId && names.get(staffId),
  }));
}

export type HistoryEntry = Awaited<ReturnType<typeof listHistory>>[number];

export const listOfSameCity = ({ id, cityId }: { id: string; cityId: number }) =>
  prisma.application.findMany({
    where: { cityId, id: { not: id } },
    select: { id: true, reference: true, state: true, handedInAt: true },
    orderBy: { handedInAt: "desc" },
  });

export type OfSameCity = Awaited<ReturnType<typeof listOfSameCity>>[number];
