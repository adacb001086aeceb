import { prisma } from "@/lib/db";
import type { ReviewFilter } from "@/lib/endorsements/review/review-filter";
import { Prisma } from "@/prisma/generated/client";

// Literals, as the planner matches partial indexes before it knows parameters (migration init).
const states = { held: Prisma.sql`state = 'held'`, confirmed: Prisma.sql`state = 'confirmed'` };

/** @param until leaves out what was confirmed after the reviewer looked */
export function filterCondition(
  { state, city, reason, domain, network, from, to }: ReviewFilter,
  until: Date,
): Prisma.Sql {
  const moment = (date: Date) => Prisma.sql`${date.toISOString()}::timestamptz`;
  const conditions = [
    states[state],
    Prisma.sql`confirmed_at <= ${moment(until)}`,
    city && Prisma.sql`place_id = ${city}`,
    reason && Prisma.sql`${reason}::hold_reason = ANY (held_for)`,
    domain && Prisma.sql`mail_domain = ${domain}`,
    network && Prisma.sql`network_hash_prefix = ${network}`,
    from && Prisma.sql`confirmed_at >= ${moment(new Date(`${from}Z`))}`,
    to && Prisma.sql`confirmed_at < ${moment(new Date(`${to}Z`))}`,
  ];
  return Prisma.join(
    conditions.filter((condition) => condition instanceof Prisma.Sql),
    " AND ",
  );
}

export type Cluster = { value: string; count: number };

export async function previewReview(filter: ReviewFilter, until: Date, shown: number) {
  const where = filterCondition(filter, until);
  const [counts, first] = await Promise.all([countInOnePass(where), listFirst(where, shown)]);
  const clusters = (kind: Counted["kind"]): Cluster[] =>
    counts.flatMap(({ value, count, ...counted }) =>
      value !== null && counted.kind === kind && count > 1 ? [{ value, count }] : [],
    );
  return {
    count: counts.find(({ kind }) => kind === "all")?.count ?? 0,
    first,
    domains: clusters("domain"),
    networks: clusters("network"),
  };
}

type Counted = { kind: "all" | "domain" | "network"; value: string | null; count: number };

const countInOnePass = (where: Prisma.Sql): Promise<Counted[]> => prisma.$queryRaw<Counted[]>`
  WITH counted AS (
    SELECT CASE WHEN grouping(mail_domain) = 0 THEN 'domain' WHEN grouping(network_hash_prefix) = 0 THEN 'network' ELSE 'all' END AS kind,
      coalesce(mail_domain, network_hash_prefix) AS value, count(*)::int AS count
    FROM endorsement WHERE ${where} GROUP BY GROUPING SETS ((), (mail_domain), (network_hash_prefix))
  ), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY kind ORDER BY count DESC, value) AS position FROM counted WHERE kind = 'all' OR value IS NOT NULL
  )
  SELECT kind, value, count FROM ranked WHERE position <= 5 ORDER BY kind, position`;

async function listFirst(where: Prisma.Sql, shown: number) {
  const ids = await prisma.$queryRaw<
    { id: string }[]
  >`SELECT id FROM endorsement WHERE ${where} ORDER BY confirmed_at, id LIMIT ${shown}`;
  return prisma.endorsement.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ confirmedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      email: true,
      name: true,
      heldFor: true,
      confirmedAt: true,
      place: { select: { name: true, countryCode: true } },
    },
  });
}

export type ReviewedEndorsement = Awaited<ReturnType<typeof listFirst>>[number];
