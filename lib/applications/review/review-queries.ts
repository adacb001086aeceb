import { z } from "zod";
import { submittedFields } from "@/lib/applications/submitted-fields";
import { heldClaims } from "@/lib/applications/claims/claim-sql";
import type { QueueReader } from "@/lib/applications/review/queue-queries";
import { snapshotSchema } from "@/lib/applications/review/snapshot";
import { secondLookSchema, secondLookSql } from "@/lib/applications/second-look/second-look-sql";
import { prisma } from "@/lib/db";
import { permissions } from "@/lib/staff/permissions";
import { Prisma } from "@/prisma/generated/client";
import {
  ActionStatus,
  ApplicationState,
  CheckName,
  ChecklistArea,
  DecisionKind,
  DeclineReason,
  EvidenceCriterion,
  MandateFileFormat,
  LinkFailure,
  StandardTextKind,
  type Actor,
  type EventKind,
} from "@/prisma/generated/enums";

/** Without the answers: Prisma would ask for them apart. */
const columns = { ...submittedFields, answers: false } as const;

/** Null where there is no such application. */
export async function findForReview(id: string, reader: Omit<QueueReader, "staffId">) {
  const [application, context] = await Promise.all([
    prisma.application.findUnique({ where: { id }, select: columns }),
    findContext(id, reader),
  ]);
  return application && context && { ...application, ...context };
}

export type ReviewedApplication = NonNullable<Awaited<ReturnType<typeof findForReview>>>;

const contextSchema = z.object({
  city: z.object({
    name: z.string(),
    slug: z.string(),
    place: z.object({
      countryCode: z.string(),
      regionName: z.string().nullable(),
      population: z.number(),
    }),
    signatory: z
      .object({
        signedOn: z.coerce.date().nullable(),
        announcedOn: z.coerce.date().nullable(),
        applicationId: z.string().nullable(),
      })
      .nullable(),
  }),
  secondContact: z
    .object({
      name: z.string(),
      role: z.string(),
      email: z.string(),
      hasAgreed: z.boolean(),
    })
    .nullable(),
  /** In the order in which they were added. */
  mandateFiles: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      format: z.enum(MandateFileFormat),
      byteCount: z.number(),
    }),
  ),
  answers: z.array(
    z.object({
      area: z.enum(ChecklistArea),
      status: z.enum(ActionStatus),
      description: z.string(),
      url: z.string().nullable(),
    }),
  ),
  evidence: z.array(
    z.object({
      criterion: z.enum(EvidenceCriterion),
      tickedAt: z.coerce.date(),
      note: z.string().nullable(),
      tickedBy: z.string(),
    }),
  ),
  /** Newest first. */
  decisions: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(DecisionKind),
      reason: z.enum(DeclineReason).nullable(),
      message: z.string().nullable(),
      decidedAt: z.coerce.date(),
      isInForce: z.boolean(),
      decidedBy: z.string(),
    }),
  ),
  claim: z
    .object({ staffId: z.string(), holder: z.string(), claimedAt: z.coerce.date() })
    .nullable(),
  /** Null where the link to the city's decision was never asked. */
  linkCheck: z
    .object({
      url: z.string(),
      askedAt: z.coerce.date().nullable(),
      status: z.number().nullable(),
      failure: z.enum(LinkFailure).nullable(),
    })
    .nullable(),
  overrides: z.array(
    z.object({
      check: z.enum(CheckName),
      reason: z.string(),
      overriddenAt: z.coerce.date(),
      overriddenBy: z.string(),
    }),
  ),
  /** What was submitted before each correction, newest first. */
  versions: z.array(
    z.object({ version: z.number(), replacedAt: z.coerce.date(), answers: snapshotSchema }),
  ),
  /** Newest first. */
  notes: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      writtenAt: z.coerce.date(),
      writtenBy: z.string(),
      /** Whom it names. */
      told: z.array(z.string()),
    }),
  ),
  /** Who can be told of a note. */
  reviewers: z.array(z.object({ id: z.string(), name: z.string() })),
  /** In the language of the applicant. */
  standardTexts: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(StandardTextKind),
      reason: z.enum(DeclineReason).nullable(),
      title: z.string(),
    }),
  ),
  secondLook: secondLookSchema,
  /** Other applications of the city, newest first. */
  others: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      state: z.enum(ApplicationState),
      submittedAt: z.coerce.date(),
    }),
  ),
});

const shownVersions = 10;

/** In one query: Prisma would ask once for each relation. */
async function findContext(id: string, { now, settings }: Omit<QueueReader, "staffId">) {
  const [context] = await prisma.$queryRaw<unknown[]>`
    SELECT
      json_build_object('name', city.name, 'slug', city.slug,
        'place', json_build_object('countryCode', country_code, 'regionName', region_name,
          'population', population),
        'signatory', (SELECT json_build_object('signedOn', signed_on, 'announcedOn', announced_on,
          'applicationId', application_id)
          FROM signatory WHERE city_id = city.id)) AS city,
      (SELECT json_build_object('name', name, 'role', role, 'email', email, 'hasAgreed',
        agreed_at IS NOT NULL)
        FROM second_contact WHERE application_id = application.id) AS "secondContact",
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name, 'format', format,
        'byteCount', byte_count) ORDER BY added_at), '[]')
        FROM mandate_file WHERE application_id = application.id) AS "mandateFiles",
      (SELECT coalesce(json_agg(json_build_object('area', area, 'status', status, 'description',
        description, 'url', url) ORDER BY area), '[]')
        FROM checklist_answer WHERE application_id = application.id) AS answers,
      (SELECT coalesce(json_agg(json_build_object('criterion', criterion, 'tickedAt', ticked_at,
        'note', note, 'tickedBy', coalesce(name, email))), '[]')
        FROM evidence_tick JOIN staff ON staff.id = staff_id
          WHERE application_id = application.id) AS evidence,
      (SELECT coalesce(json_agg(json_build_object('id', decision.id, 'kind', kind, 'reason',
        reason, 'message', message, 'decidedAt', decided_at,
          'isInForce', in_force_for_id IS NOT NULL, 'decidedBy', coalesce(name, email))
            ORDER BY decided_at DESC), '[]')
        FROM decision JOIN staff ON staff.id = staff_id
          WHERE application_id = application.id) AS decisions,
      (SELECT json_build_object('staffId', staff_id, 'holder', holder, 'claimedAt', claimed_at)
        FROM ${heldClaims(now, settings)} held WHERE application_id = application.id) AS claim,
      (SELECT json_build_object('url', url, 'askedAt', asked_at, 'status', status, 'failure',
        failure)
        FROM link_check WHERE application_id = application.id) AS "linkCheck",
      (SELECT coalesce(json_agg(json_build_object('check', "check", 'reason', reason,
        'overriddenAt', overridden_at, 'overriddenBy', coalesce(name, email))), '[]')
        FROM check_override JOIN staff ON staff.id = staff_id
          WHERE application_id = application.id) AS overrides,
      (SELECT coalesce(json_agg(json_build_object('version', version, 'replacedAt', replaced_at,
        'answers', answers) ORDER BY version DESC), '[]')
        FROM (SELECT * FROM application_version WHERE application_id = application.id
          ORDER BY version DESC LIMIT ${shownVersions}) shown) AS versions,
      (SELECT coalesce(json_agg(json_build_object('id', note.id, 'text', text, 'writtenAt',
        written_at, 'writtenBy', coalesce(name, email),
          'told', (SELECT coalesce(json_agg(coalesce(mentioned.name, mentioned.email)), '[]')
            FROM note_mention JOIN staff mentioned ON mentioned.id = note_mention.staff_id
              WHERE note_id = note.id)) ORDER BY note.id DESC), '[]')
        FROM application_note note JOIN staff ON staff.id = staff_id
          WHERE application_id = application.id) AS notes,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', coalesce(name, email))
        ORDER BY coalesce(name, email)), '[]')
        FROM staff WHERE removed_at IS NULL
          AND role = ANY(${[...permissions.reviewApplications]}::staff_role[])) AS reviewers,
      (SELECT coalesce(json_agg(json_build_object('id', text.id, 'kind', kind, 'reason', reason,
        'title', title) ORDER BY title), '[]')
        FROM standard_text text JOIN standard_text_version ON text_id = text.id AND number = version
        WHERE retired_at IS NULL AND text.locale = application.locale) AS "standardTexts",
      ${secondLookSql} AS "secondLook",
      (SELECT coalesce(json_agg(json_build_object('id', other.id, 'reference', other.reference,
        'state', other.state, 'submittedAt', other.submitted_at)
          ORDER BY other.submitted_at DESC), '[]')
        FROM application other WHERE other.city_id = city.id
          AND other.id <> application.id) AS others
    FROM application JOIN city ON city.id = application.city_id JOIN place ON place.id = city.id
    WHERE application.id = ${id}::uuid`;
  return context === undefined ? null : contextSchema.parse(context);
}

export type TimelineEvent = {
  id: bigint;
  at: Date;
  kind: EventKind;
  actor: Actor;
  detail: unknown;
  /** Null for what happened to the city itself. */
  applicationId: string | null;
  reference: string | null;
  staffName: string | null;
};

/**
 * What happened to the city and its applications, newest first. Endorsements are not in it. Each
 * half has an index; with OR the database would read all events.
 */
export const listCityEvents = (cityId: number) =>
  prisma.$queryRaw<TimelineEvent[]>`
    SELECT found.id, at, kind, actor, detail, application_id AS "applicationId", reference,
      coalesce(staff.name, staff.email) AS "staffName"
    FROM (
      SELECT event.*, reference FROM application JOIN event ON event.application_id = application.id
      WHERE application.city_id = ${cityId}
      UNION ALL SELECT event.*, NULL FROM event
      WHERE event.city_id = ${cityId} AND event.application_id IS NULL
        AND kind IN (${cityEventKinds})
    ) found LEFT JOIN staff ON staff.id = found.staff_id
    ORDER BY found.id DESC`;

/** Those of the index over the events of cities without their thousands of endorsements. */
const cityEventKinds = Prisma.raw(
  [
    ...["milestone_reached", "city_contacted", "city_on_hold", "city_resumed", "city_left"],
    ...["city_suspended", "member_renamed", "member_linked", "member_link_undone"],
    ...["city_step_taken_back", "signatory_added", "signatory_removed", "signatory_corrected"],
  ]
    .map((kind) => `'${kind}'`)
    .join(", "),
);
