import { otherReviewers } from "@/lib/applications/second-look/second-look-sql";
import type { SecondLookView } from "@/lib/applications/second-look/second-look-views";
import { prisma } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

/** What waits, with whoever looked first. */
const waiting: Readonly<Record<SecondLookView, Prisma.Sql>> = {
  appeals: Prisma.sql`
    SELECT appeal.application_id, decision.staff_id AS first_id, asked_at AS since
    FROM appeal JOIN decision ON decision.id = decision_id WHERE outcome IS NULL`,
  approvals: Prisma.sql`
    SELECT application_id, staff_id AS first_id, proposed_at AS since
    FROM approval_proposal JOIN application ON application.id = application_id
    WHERE returned_by_id IS NULL AND state = 'submitted' AND approval_proposal.version = application.version`,
  samples: Prisma.sql`
    SELECT decision_sample.application_id, decision.staff_id AS first_id, drawn_at AS since
    FROM decision_sample JOIN decision ON decision.id = decision_id JOIN application
      ON application.id = decision_sample.application_id
    WHERE answered_at IS NULL AND in_force_for_id IS NOT NULL AND erased_at IS NULL`,
};

/** The longest list of a page: more wait behind it. */
const secondLooksShown = 100;

export type SecondLookEntry = {
  applicationId: string;
  reference: string;
  cityName: string;
  countryCode: string;
  firstId: string;
  first: string;
  since: Date;
};

/** Oldest first. */
export const listSecondLooks = (view: SecondLookView): Promise<SecondLookEntry[]> =>
  prisma.$queryRaw<SecondLookEntry[]>`
    SELECT application_id AS "applicationId", reference, city.name AS "cityName", country_code AS "countryCode",
      first_id AS "firstId", coalesce(staff.name, staff.email) AS first, since
    FROM (${waiting[view]}) waiting JOIN application ON application.id = application_id
      JOIN city ON city.id = application.city_id JOIN place ON place.id = city.id JOIN staff
        ON staff.id = first_id
    ORDER BY since, application_id LIMIT ${secondLooksShown}`;

export type SecondLookCounts = Record<SecondLookView, number>;

export async function countSecondLooks(): Promise<SecondLookCounts> {
  const [counts] = await prisma.$queryRaw<SecondLookCounts[]>`
    SELECT (SELECT count(*) FROM (${waiting.appeals}) waiting)::int AS appeals,
      (SELECT count(*) FROM (${waiting.approvals}) waiting)::int AS approvals,
      (SELECT count(*) FROM (${waiting.samples}) waiting)::int AS samples`;
  return counts ?? { appeals: 0, approvals: 0, samples: 0 };
}

/** How many may review beside a reviewer. */
export async function countOtherReviewers(): Promise<number> {
  const [row] = await prisma.$queryRaw<{ others: number }[]>`SELECT ${otherReviewers} AS others`;
  return row?.others ?? 0;
}
