import { prisma } from "@/lib/db";
import { before } from "@/lib/durations";
import { mayBeDrawn } from "@/lib/endorsements/spot-check/residents-sql";
import { hashToken } from "@/lib/tokens";

/** Public: of a check that has closed. Days in UTC. */
export type SpotCheckResult = {
  asked: number;
  answered: number;
  confirmed: number;
  from: Date;
  until: Date;
};

type Counted = {
  asked: number;
  confirmed: number;
  withdrawn: number;
  startedAt: Date;
  closesAt: Date;
};

const resultOf = ({ asked, confirmed, withdrawn, startedAt, closesAt }: Counted) => ({
  asked,
  answered: confirmed + withdrawn,
  confirmed,
  from: startedAt,
  until: lastMomentOf(closesAt),
});

/** It closes at a midnight: the day before is the last one. */
export const lastMomentOf = (closesAt: Date): Date => before(closesAt, 1);

const counted = {
  asked: true,
  confirmed: true,
  withdrawn: true,
  startedAt: true,
  closesAt: true,
} as const;

/** Of the newest check that has closed; never fewer than ten were asked. */
export async function findSpotCheckResult(
  cityId: number,
  now: Date,
): Promise<SpotCheckResult | null> {
  const check = await prisma.spotCheck.findFirst({
    where: { cityId, closesAt: { lte: now } },
    orderBy: { closesAt: "desc" },
    select: counted,
  });
  return check && resultOf(check);
}

const shownChecks = 10;

/** For staff, newest first: also the one under way. */
export async function listSpotChecks(cityId: number, now: Date) {
  const checks = await prisma.spotCheck.findMany({
    where: { cityId },
    orderBy: { closesAt: "desc" },
    take: shownChecks,
    select: { id: true, ...counted, staff: { select: { name: true, email: true } } },
  });
  return checks.map(({ id, staff, ...check }) => ({
    id,
    staff,
    ...resultOf(check),
    isUnderWay: check.closesAt > now,
  }));
}

export type ListedSpotCheck = Awaited<ReturnType<typeof listSpotChecks>>[number];

/** How many a check begun now would ask: at most `size`. */
export async function countDrawable(cityId: number, size: number, now: Date): Promise<number> {
  const [found] = await prisma.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count
    FROM (SELECT FROM endorsement WHERE ${mayBeDrawn(cityId, now)} LIMIT ${size}) AS drawable`;
  return found.count;
}

export async function findSpotCheckQuestion(token: string) {
  const question = await prisma.spotCheckQuestion.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      spotCheck: { select: { closesAt: true, city: { select: { name: true } } } },
    },
  });
  if (!question) return null;
  const { closesAt, city } = question.spotCheck;
  return { closesAt, cityName: city.name };
}
