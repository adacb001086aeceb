import { z } from "zod";
import type { SecondLookView } from "@/lib/applications/second-look/second-look-views";
import { prisma } from "@/lib/db";
import { permissions } from "@/lib/staff/permissions";
import { Prisma } from "@/prisma/generated/client";
import { AppealOutcome } from "@/prisma/generated/enums";

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
    FROM decision_sample JOIN decision ON decision.id = decision_id JOIN application ON application.id = decision_sample.application_id
    WHERE answered_at IS NULL AND in_force_for_id IS NOT NULL AND erased_at IS NULL`,
};

/** The longest list of a page: more wait behind it. */
export const secondLooksShown = 100;

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
      JOIN city ON city.id = application.city_id JOIN place ON place.id = city.id JOIN staff ON staff.id = first_id
    ORDER BY since, application_id LIMIT ${secondLooksShown}`;

export type SecondLookCounts = Record<SecondLookView, number>;

export async function countSecondLooks(): Promise<SecondLookCounts> {
  const [counts] = await prisma.$queryRaw<SecondLookCounts[]>`
    SELECT (SELECT count(*) FROM (${waiting.appeals}) waiting)::int AS appeals,
      (SELECT count(*) FROM (${waiting.approvals}) waiting)::int AS approvals,
      (SELECT count(*) FROM (${waiting.samples}) waiting)::int AS samples`;
  return counts ?? { appeals: 0, approvals: 0, samples: 0 };
}

const secondLookSchema = z.object({
  appeal: z
    .object({
      text: z.string().nullable(),
      askedAt: z.coerce.date(),
      outcome: z.enum(AppealOutcome).nullable(),
      answer: z.string().nullable(),
      firstId: z.string(),
      answeredBy: z.string().nullable(),
    })
    .nullable(),
  proposal: z
    .object({
      version: z.number(),
      name: z.string(),
      signedOn: z.coerce.date(),
      message: z.string().nullable(),
      firstId: z.string(),
      first: z.string(),
      proposedAt: z.coerce.date(),
      returnNote: z.string().nullable(),
      returnedBy: z.string().nullable(),
    })
    .nullable(),
  sample: z
    .object({
      decisionId: z.string(),
      agrees: z.boolean().nullable(),
      note: z.string().nullable(),
      firstId: z.string(),
      answeredBy: z.string().nullable(),
    })
    .nullable(),
  /** Who may review beside the reader. */
  others: z.number(),
});

export type SecondLook = z.infer<typeof secondLookSchema>;

/** What an application's page shows of it: the newest appeal, and the sample of the decision in force. */
export async function findSecondLook(applicationId: string, staffId: string): Promise<SecondLook> {
  const [found] = await prisma.$queryRaw<unknown[]>`
    SELECT
      (SELECT json_build_object('text', text, 'askedAt', asked_at, 'outcome', outcome, 'answer', answer,
          'firstId', decision.staff_id, 'answeredBy', coalesce(staff.name, staff.email))
        FROM appeal JOIN decision ON decision.id = decision_id LEFT JOIN staff ON staff.id = appeal.staff_id
        WHERE appeal.application_id = ${applicationId}::uuid ORDER BY asked_at DESC LIMIT 1) AS appeal,
      (SELECT json_build_object('version', version, 'name', approval_proposal.name, 'signedOn', signed_on, 'message', message,
          'firstId', staff_id, 'first', coalesce(proposer.name, proposer.email), 'proposedAt', proposed_at,
          'returnNote', return_note, 'returnedBy', coalesce(returner.name, returner.email))
        FROM approval_proposal JOIN staff proposer ON proposer.id = staff_id LEFT JOIN staff returner ON returner.id = returned_by_id
        WHERE application_id = ${applicationId}::uuid) AS proposal,
      (SELECT json_build_object('decisionId', decision_id, 'agrees', agrees, 'note', note,
          'firstId', decision.staff_id, 'answeredBy', coalesce(staff.name, staff.email))
        FROM decision_sample JOIN decision ON decision.id = decision_id LEFT JOIN staff ON staff.id = decision_sample.staff_id
        WHERE in_force_for_id = ${applicationId}::uuid) AS sample,
      ${countOthers(staffId)} AS others`;
  return secondLookSchema.parse(found);
}

const countOthers = (staffId: string): Prisma.Sql => {
  const roles = [...permissions.reviewApplications];
  return Prisma.sql`(SELECT count(*)::int FROM staff
    WHERE removed_at IS NULL AND id <> ${staffId}::uuid AND role::text = ANY(${roles}))`;
};

/** How many may review beside the reader. */
export async function countOtherReviewers(staffId: string): Promise<number> {
  const [row] = await prisma.$queryRaw<
    { others: number }[]
  >`SELECT ${countOthers(staffId)} AS others`;
  return row?.others ?? 0;
}
