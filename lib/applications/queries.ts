import { submittedFields } from "@/lib/applications/submitted-fields";
import { workingDaysWithStaff } from "@/lib/applications/review/review-clock";
import { listClockEvents, listWaits } from "@/lib/applications/review/review-clock-queries";
import { estimateWait } from "@/lib/applications/review/wait-estimate";
import { isSignatory } from "@/lib/cities/queries";
import { prisma, type Transaction } from "@/lib/db";
import { hashToken } from "@/lib/tokens";
import type { Prisma } from "@/prisma/generated/client";

export type CityStanding = "free" | "signatory" | "underReview";

export async function findStanding(cityId: number): Promise<CityStanding> {
  if (await isSignatory(cityId)) return "signatory";
  return (await prisma.application.count({ where: { openForCityId: cityId } })) > 0
    ? "underReview"
    : "free";
}

export const findKnownCity = (cityId: number) =>
  prisma.city.findUnique({ where: { id: cityId }, select: { name: true, slug: true } });

const applicantsView = {
  ...submittedFields,
  secondContact: {
    select: { name: true, role: true, email: true, invitedAt: true, agreedAt: true },
  },
  mandateFiles: {
    select: { id: true, name: true, format: true, byteCount: true },
    orderBy: { addedAt: "asc" },
  },
  city: {
    select: {
      name: true,
      slug: true,
      signatory: { select: { cityId: true } },
      place: { select: { countryCode: true, regionName: true } },
    },
  },
  decisions: {
    select: {
      ...{ kind: true, reason: true, message: true, decidedAt: true },
      appeal: { select: { askedAt: true, outcome: true, answer: true } },
    },
    where: { inForceForId: { not: null } },
  },
} satisfies Prisma.ApplicationSelect;

export type ApplicantsView = Prisma.ApplicationGetPayload<{ select: typeof applicantsView }>;

/** Null when the link is unknown or has expired. */
export async function findApplicationByToken(
  token: string,
  client: Transaction = prisma,
): Promise<ApplicantsView | null> {
  const link = await client.applicationLink.findUnique({
    where: { tokenHash: hashToken(token), expiresAt: { gt: new Date() } },
    select: { applicationId: true },
  });
  return (
    link &&
    client.application.findUnique({ where: { id: link.applicationId }, select: applicantsView })
  );
}

/** Oldest first; kind and time only. */
export const listApplicationEvents = (applicationId: string) =>
  prisma.event.findMany({
    where: { applicationId },
    select: { kind: true, at: true },
    orderBy: { id: "asc" },
  });

export const countAhead = (confirmedAt: Date): Promise<number> =>
  prisma.application.count({ where: { state: "submitted", confirmedAt: { lt: confirmedAt } } });

/** What is confirmed and undecided, and for how many working days it has been with the staff. */
export async function listWaiting(now: Date) {
  const waiting = await prisma.application.findMany({
    where: { openForCityId: { not: null } },
    select: { id: true, state: true, confirmedAt: true },
  });
  return listWaits(waiting, now);
}

/** Number of latest decisions that the estimate is made from. */
export const recentDecisions = 20;

/** Working days with the staff; null while there are too few decisions. */
export async function estimateReviewWait(): Promise<number | null> {
  const decisions = await prisma.decision.findMany({
    where: { kind: { in: ["approval", "decline"] }, application: { confirmedAt: { not: null } } },
    select: { decidedAt: true, application: { select: { id: true, confirmedAt: true } } },
    orderBy: { decidedAt: "desc" },
    take: recentDecisions,
  });
  const events = await listClockEvents(decisions.map(({ application }) => application.id));
  const days = decisions.flatMap(({ decidedAt, application: { id, confirmedAt } }) =>
    confirmedAt ? workingDaysWithStaff(confirmedAt, events.get(id) ?? [], decidedAt) : [],
  );
  return estimateWait(days);
}
