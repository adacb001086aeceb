import { datasetOf, type ExportDataset } from "@/lib/exports/dataset";
import type { Permission } from "@/lib/staff/permissions";
import { Prisma } from "@/prisma/generated/client";

type NamedDataset = ExportDataset & { permission: Permission };

const sql = Prisma.sql;
/** A day has no time and no zone. */
const day = (column: Prisma.Sql) => sql`to_char(${column}, 'YYYY-MM-DD')`;
const city = { city: sql`city.name`, country: sql`place.country_code` };
const withCity = sql`JOIN city ON city.id = application.city_id JOIN place ON place.id = city.id`;
const decider = sql`coalesce(staff.name, staff.email)`;

/** What staff take out as files. Who applied stands in `contacts` alone. */
export const exportDatasets = {
  applications: {
    permission: "reviewApplications",
    ...datasetOf({
      columns: {
        reference: sql`application.reference`,
        ...city,
        state: sql`application.state::text`,
        language: sql`application.locale`,
        declaration: sql`application.declaration_version`,
        "mandate body": sql`application.mandate_body`,
        "mandate date": day(sql`application.mandate_date`),
        "mandate document": sql`application.mandate_url`,
        submitted: sql`application.submitted_at`,
        confirmed: sql`application.confirmed_at`,
        closed: sql`application.closed_at`,
        decision: sql`decision.kind::text`,
        reason: sql`decision.reason::text`,
        "decided by": decider,
      },
      from: sql`application ${withCity}
        LEFT JOIN decision ON decision.in_force_for_id = application.id
        LEFT JOIN staff ON staff.id = decision.staff_id`,
      key: [{ column: sql`application.id`, type: "uuid" }],
    }),
  },
  contacts: {
    permission: "exportContacts",
    ...datasetOf({
      columns: {
        reference: sql`application.reference`,
        ...city,
        state: sql`application.state::text`,
        name: sql`application.contact_name`,
        role: sql`application.contact_role`,
        department: sql`application.contact_department`,
        email: sql`application.contact_email`,
      },
      from: sql`application ${withCity}`,
      where: sql`application.contact_email IS NOT NULL AND application.state <> 'unconfirmed'`,
      key: [{ column: sql`application.id`, type: "uuid" }],
    }),
  },
  decisions: {
    permission: "reviewApplications",
    ...datasetOf({
      columns: {
        decided: sql`decision.decided_at`,
        reference: sql`application.reference`,
        ...city,
        decision: sql`decision.kind::text`,
        reason: sql`decision.reason::text`,
        "in force": sql`decision.in_force_for_id IS NOT NULL`,
        "decided by": decider,
      },
      from: sql`decision JOIN application ON application.id = decision.application_id ${withCity}
        JOIN staff ON staff.id = decision.staff_id`,
      key: [{ column: sql`decision.id`, type: "uuid" }],
    }),
  },
  members: {
    permission: "editMembers",
    ...datasetOf({
      columns: {
        ...city,
        address: sql`city.slug`,
        signed: day(sql`signatory.signed_on`),
        announced: day(sql`signatory.announced_on`),
        founder: sql`signatory.is_founder`,
        declaration: sql`signatory.declaration_version`,
        application: sql`application.reference`,
      },
      from: sql`signatory JOIN city ON city.id = signatory.city_id JOIN place ON place.id = city.id
        LEFT JOIN application ON application.id = signatory.application_id`,
      key: [{ column: sql`signatory.city_id`, type: "int" }],
    }),
  },
  endorsements: {
    permission: "reviewEndorsements",
    ...datasetOf({
      columns: {
        ...city,
        kind: sql`tally.kind::text`,
        day: day(sql`tally.day`),
        added: sql`tally.added`,
        removed: sql`tally.removed`,
      },
      from: sql`endorsement_tally tally JOIN city ON city.id = tally.city_id
        JOIN place ON place.id = city.id`,
      key: [
        { column: sql`tally.city_id`, type: "int" },
        { column: sql`tally.kind`, type: "endorsement_kind" },
        { column: sql`tally.day`, type: "date" },
      ],
    }),
  },
  log: {
    permission: "readLog",
    ...datasetOf({
      columns: {
        number: sql`event.id`,
        time: sql`event.at`,
        what: sql`event.kind::text`,
        actor: sql`event.actor::text`,
        staff: decider,
        city: sql`city.name`,
        application: sql`application.reference`,
        detail: sql`nullif(event.detail, '{}')::text`,
      },
      from: sql`event LEFT JOIN staff ON staff.id = event.staff_id
        LEFT JOIN city ON city.id = event.city_id
        LEFT JOIN application ON application.id = event.application_id`,
      key: [{ column: sql`event.id`, type: "bigint" }],
    }),
  },
} satisfies Record<string, NamedDataset>;

export type ExportName = keyof typeof exportDatasets;

export const exportNames = Object.keys(exportDatasets) as ExportName[];

export const isExportName = (name: string): name is ExportName =>
  Object.hasOwn(exportDatasets, name);
