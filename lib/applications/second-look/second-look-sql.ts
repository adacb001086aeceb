import { z } from "zod";
import { permissions } from "@/lib/staff/permissions";
import { Prisma } from "@/prisma/generated/client";
import { AppealOutcome } from "@/prisma/generated/enums";

/** How many may review beside one reviewer. */
export const otherReviewers = Prisma.sql`(SELECT greatest(count(*)::int - 1, 0) FROM staff
  WHERE removed_at IS NULL AND role::text = ANY(${[...permissions.reviewApplications]}))`;

export const secondLookSchema = z.object({
  /** The newest. */
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
  /** Of the decision in force. */
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

/** As JSON, inside of a query over applications. */
export const secondLookSql = Prisma.sql`json_build_object(
  'appeal', (SELECT json_build_object('text', text, 'askedAt', asked_at, 'outcome', outcome,
    'answer', answer,
      'firstId', decision.staff_id, 'answeredBy', coalesce(staff.name, staff.email))
    FROM appeal JOIN decision ON decision.id = decision_id LEFT JOIN staff
      ON staff.id = appeal.staff_id
    WHERE appeal.application_id = application.id ORDER BY asked_at DESC LIMIT 1),
  'proposal', (SELECT json_build_object('version', proposal.version, 'name', proposal.name,
    'signedOn', signed_on, 'message', message,
      'firstId', staff_id, 'first', coalesce(proposer.name, proposer.email), 'proposedAt',
        proposed_at,
      'returnNote', return_note, 'returnedBy', coalesce(returner.name, returner.email))
    FROM approval_proposal proposal JOIN staff proposer ON proposer.id = staff_id LEFT
      JOIN staff returner ON returner.id = returned_by_id
    WHERE application_id = application.id),
  'sample', (SELECT json_build_object('decisionId', decision_id, 'agrees', agrees, 'note', note,
      'firstId', decision.staff_id, 'answeredBy', coalesce(staff.name, staff.email))
    FROM decision_sample JOIN decision ON decision.id = decision_id LEFT JOIN staff
      ON staff.id = decision_sample.staff_id
    WHERE in_force_for_id = application.id),
  'others', ${otherReviewers})`;
