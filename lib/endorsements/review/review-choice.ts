import { prisma } from "@/lib/db";
import { maxClustered, type ReviewFilter } from "@/lib/endorsements/review/review-filter";
import { Prisma } from "@/prisma/generated/client";
import type { EndorsementKind, HoldReason } from "@/prisma/generated/enums";

// Literals, as the planner matches partial indexes before it knows parameters (migration init).
const states = { held: Prisma.sql`state = 'held'`, confirmed: Prisma.sql`state = 'confirmed'` };

/** @param until leaves out what was confirmed after the reviewer looked */
export function filterCondition(
  { state, city, reason, domain, network, from, to }: ReviewFilter,
  until?: Date,
): Prisma.Sql {
  const moment = (date: Date) => Prisma.sql`${date.toISOString()}::timestamptz`;
  const conditions = [
    states[state],
    until && Prisma.sql`confirmed_at <= ${moment(until)}`,
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

/** As of now: without a bound in time a narrower index will do. */
export async function previewReview(filter: ReviewFilter, shown: number) {
  const where = filterCondition(filter);
  const [count, domains, networks, first] = await Promise.all([
    countFitting(where),
    countBy(Prisma.sql`mail_domain`, where),
    countBy(Prisma.sql`network_hash_prefix`, where),
    listFirst(where, shown),
  ]);
  return { count, first, domains: largestOf(domains), networks: largestOf(networks) };
}

const clustersShown = 5;

/** A value that stands alone is no cluster, and neither are those without one. */
const largestOf = (counted: Counted[]): Cluster[] =>
  counted
    .flatMap(({ value, count }) => (value !== null && count > 1 ? [{ value, count }] : []))
    .slice(0, clustersShown);

type Counted = { value: string | null; count: number };

// Each over one narrow index, beside each other: one pass with grouping sets took twice as long.

async function countFitting(where: Prisma.Sql): Promise<number> {
  const [counted] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM endorsement WHERE ${where}`;
  return counted?.count ?? 0;
}

/** One row more than shown, as one may be that without a value. */
const countBy = (column: Prisma.Sql, where: Prisma.Sql) => prisma.$queryRaw<Counted[]>`
  SELECT value, count(*)::int AS count
  FROM (SELECT ${column} AS value FROM endorsement WHERE ${where}
    ORDER BY confirmed_at DESC LIMIT ${maxClustered}) AS newest
  GROUP BY value ORDER BY 2 DESC, 1 LIMIT ${clustersShown + 1}`;

export type ReviewedEndorsement = {
  id: string;
  kind: EndorsementKind;
  email: string | null;
  name: string | null;
  heldFor: HoldReason[];
  confirmedAt: Date | null;
  place: { name: string; countryCode: string };
};

/** Chosen by a narrow index, and only then read in full. */
const listFirst = (where: Prisma.Sql, shown: number) => prisma.$queryRaw<ReviewedEndorsement[]>`
  SELECT endorsement.id, kind, email, endorsement.name, held_for::text[] AS "heldFor",
    confirmed_at AS "confirmedAt",
    json_build_object('name', place.name, 'countryCode', country_code) AS place
  FROM (SELECT id FROM endorsement WHERE ${where} ORDER BY confirmed_at, id LIMIT ${shown}) first
    JOIN endorsement USING (id) JOIN place ON place.id = place_id
  ORDER BY confirmed_at, endorsement.id`;
