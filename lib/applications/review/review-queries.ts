import { z } from "zod";
import { handedIn } from "@/lib/applications/handed-in";
import { heldClaims } from "@/lib/applications/review/claim-sql";
import type { QueueReader } from "@/lib/applications/review/queue-queries";
import { secondLookSchema, secondLookSql } from "@/lib/applications/second-look/second-look-sql";
import { prisma } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import {
  ApplicationState,
  DecisionKind,
  DeclineReason,
  EvidenceCriterion,
  type Actor,
  type EventKind,
} from "@/prisma/generated/enums";

/** Null where there is no such application. */
export async function findForReview(id: string, reader: Omit<QueueReader, "staffId">) {
  const [application, context] = await Promise.all([
    prisma.application.findUnique({ where: { id }, select: handedIn }),
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
  secondLook: secondLookSchema,
  /** Other applications of the city, newest first. */
  others: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      state: z.enum(ApplicationState),
      handedInAt: z.coerce.date(),
    }),
  ),
});

/** In one query: Prisma would ask once for each relation. */
async function findContext(id: string, { now, settings }: Omit<QueueReader, "staffId">) {
  const [context] = await prisma.$queryRaw<unknown[]>`
    SELECT
      json_build_object('name', city.name, 'slug', city.slug,
        'place', json_build_object('countryCode', country_code, 'regionName', region_name, 'population', population),
        'signatory', (SELECT json_build_object('signedOn', signed_on, 'announcedOn', announced_on, 'applicationId', application_id)
          FROM signatory WHERE city_id = city.id)) AS city,
      (SELECT coalesce(json_agg(json_build_object('criterion', criterion, 'tickedAt', ticked_at, 'note', note, 'tickedBy', coalesce(name, email))), '[]')
        FROM evidence_tick JOIN staff ON staff.id = staff_id WHERE application_id = application.id) AS evidence,
      (SELECT coalesce(json_agg(json_build_object('id', decision.id, 'kind', kind, 'reason', reason, 'message', message, 'decidedAt', decided_at,
          'isInForce', in_force_for_id IS NOT NULL, 'decidedBy', coalesce(name, email)) ORDER BY decided_at DESC), '[]')
        FROM decision JOIN staff ON staff.id = staff_id WHERE application_id = application.id) AS decisions,
      (SELECT json_build_object('staffId', staff_id, 'holder', holder, 'claimedAt', claimed_at)
        FROM ${heldClaims(now, settings)} held WHERE application_id = application.id) AS claim,
      ${secondLookSql} AS "secondLook",
      (SELECT coalesce(json_agg(json_build_object('id', other.id, 'reference', other.reference, 'state', other.state, 'handedInAt', other.handed_in_at)
          ORDER BY other.handed_in_at DESC), '[]')
        FROM application other WHERE other.city_id = city.id AND other.id <> application.id) AS others
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

/** What happened to the city and its applications, newest first. Endorsements are not in it. */
export const listCityEvents = (cityId: number) =>
  prisma.$queryRaw<TimelineEvent[]>`
    SELECT event.id, at, kind, actor, detail, application_id AS "applicationId", reference,
      coalesce(staff.name, staff.email) AS "staffName"
    FROM event LEFT JOIN application ON application.id = event.application_id LEFT JOIN staff ON staff.id = event.staff_id
    WHERE event.application_id IN (SELECT id FROM application WHERE city_id = ${cityId})
      OR (event.city_id = ${cityId} AND event.application_id IS NULL AND kind IN (${cityEventKinds}))
    ORDER BY event.id DESC`;

/** Those of the index over the events of cities without their thousands of endorsements. */
const cityEventKinds = Prisma.raw(
  [
    ...["milestone_reached", "city_contacted", "city_on_hold", "city_resumed", "city_left"],
    ...["city_step_taken_back", "signatory_added", "signatory_removed", "signatory_corrected"],
  ]
    .map((kind) => `'${kind}'`)
    .join(", "),
);
