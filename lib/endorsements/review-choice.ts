import { prisma } from "@/lib/db";
import type { ReviewFilter } from "@/lib/endorsements/review-filter";
import { Prisma } from "@/prisma/generated/client";

/**
 * SQL that is true of the endorsements that a filter means.
 * @param until only what was confirmed by then: what the reviewer has seen counted, and nothing that came since
 */
export function fits({ state, city, reason, domain, network, from, to }: ReviewFilter, until: Date): Prisma.Sql {
  const moment = (date: Date) => Prisma.sql`${date.toISOString()}::timestamptz`;
  const conditions = [
    Prisma.sql`state = ${state}::endorsement_state AND confirmed_at <= ${moment(until)}`,
    city && Prisma.sql`city_id = ${city}`,
    reason && Prisma.sql`${reason}::hold_reason = ANY (held_for)`,
    domain && Prisma.sql`lower(email) LIKE ${`%@${domain}`}`,
    network && Prisma.sql`network_mark = ${network}`,
    from && Prisma.sql`confirmed_at >= ${moment(new Date(`${from}Z`))}`,
    to && Prisma.sql`confirmed_at < ${moment(new Date(`${to}Z`))}`,
  ];
  return Prisma.join(conditions.filter((condition) => condition instanceof Prisma.Sql), " AND ");
}

/** Endorsements that have something in common, such as a mail domain, and how many they are. */
export type Cluster = { value: string; count: number };

/** How many endorsements fit, the first of them, and the mail domains and networks that most of them come from. */
export async function previewReview(filter: ReviewFilter, until: Date, shown: number) {
  const where = fits(filter, until);
  const [counted, first, domains, networks] = await Promise.all([
    prisma.$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM endorsement WHERE ${where}`,
    listFirst(where, shown),
    cluster(Prisma.sql`lower(substring(email FROM '@([^@]*)$'))`, where),
    cluster(Prisma.sql`network_mark`, where),
  ]);
  return { count: counted[0].count, first, domains, networks };
}

async function listFirst(where: Prisma.Sql, shown: number) {
  const ids = await prisma.$queryRaw<{ id: string }[]>`SELECT id FROM endorsement WHERE ${where} ORDER BY confirmed_at, id LIMIT ${shown}`;
  return prisma.endorsement.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ confirmedAt: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, email: true, name: true, heldFor: true, confirmedAt: true, place: { select: { name: true, countryCode: true } } },
  });
}

export type ReviewedEndorsement = Awaited<ReturnType<typeof listFirst>>[number];

const cluster = (value: Prisma.Sql, where: Prisma.Sql): Promise<Cluster[]> => prisma.$queryRaw<Cluster[]>`
  SELECT ${value} AS value, count(*)::int AS count FROM endorsement WHERE ${where} AND ${value} IS NOT NULL
  GROUP BY 1 HAVING count(*) > 1 ORDER BY 2 DESC, 1 LIMIT 5`;
