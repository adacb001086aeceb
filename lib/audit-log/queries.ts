import { kindsOf, type LogFilter } from "@/lib/audit-log/log-filter";
import { prisma } from "@/lib/db";
import { after, before as earlier, dayMs, minuteMs } from "@/lib/durations";
import { Prisma } from "@/prisma/generated/client";
import { Actor, type EventKind, type OpenedThing } from "@/prisma/generated/enums";

export const entriesPerPage = 50;

type Named = { who: string; city: { name: string; id: number } | null; application: string | null };

export type LogEntry = Named & {
  id: bigint;
  at: Date;
  kind: EventKind;
  applicationId: string | null;
  detail: Readonly<Record<string, unknown>>;
  /** Whoever of the staff the event is about, by name. */
  member: string | null;
};

export type OpeningEntry = Named & {
  id: bigint;
  at: Date;
  thing: OpenedThing;
  applicationId: string | null;
};

/** `next`: the key of the page after this one. */
type Page<Entry> = { entries: Entry[]; next: bigint | null };

/** Newest first. */
export async function listLog(filter: LogFilter, before: bigint | null): Promise<Page<LogEntry>> {
  const { city, ...others } = filter;
  const wanted = await conditionsOf("event", others, before);
  if (isActor(filter.who)) wanted.push(Prisma.sql`actor = ${filter.who}::actor`);
  const kinds = filter.what ? kindsOf(filter.what) : null;
  const rows = await prisma.$queryRaw<EventRow[]>`
    SELECT id, at, kind::text AS kind, actor::text AS actor, staff_id AS "staffId",
      application_id AS "applicationId", city_id AS "cityId", detail
    FROM (${city ? newestOfCities(await findCities(city), kinds, wanted) : newest(wanted, kinds)})
      AS found
    ORDER BY id DESC LIMIT ${entriesPerPage + 1}`;
  const { shown, next } = pageOf(rows);
  const names = await namesFor(
    shown,
    shown.flatMap(({ detail }) => idsIn(detail)),
  );
  return {
    entries: shown.map(({ id, at, kind, applicationId, detail, ...row }) => ({
      id,
      at,
      kind,
      applicationId,
      ...names.of({ ...row, applicationId }),
      detail,
      member: idsIn(detail).map((memberId) => names.staff.get(memberId) ?? memberId)[0] ?? null,
    })),
    next,
  };
}

/** Newest first. What is asked of the kind of events does not apply. */
export async function listOpenings(
  filter: LogFilter,
  before: bigint | null,
): Promise<Page<OpeningEntry>> {
  const wanted = await conditionsOf("opening", filter, before);
  if (filter.city) wanted.push(Prisma.sql`city_id = ANY(${await findCities(filter.city)})`);
  const rows = await prisma.$queryRaw<OpeningRow[]>`
    SELECT id, at, thing::text AS thing, staff_id AS "staffId",
      application_id AS "applicationId", city_id AS "cityId"
    FROM opening WHERE ${Prisma.join(wanted, " AND ")}
    ORDER BY id DESC LIMIT ${entriesPerPage + 1}`;
  const { shown, next } = pageOf(rows);
  const names = await namesFor(shown);
  return { entries: shown.map((row) => ({ ...row, ...names.of(row) })), next };
}

/** Whoever is or was on the staff, by name. */
export async function listEverOnStaff(): Promise<{ id: string; name: string }[]> {
  const staff = await prisma.user.findMany({ select: { id: true, name: true, email: true } });
  return staff
    .map(({ id, name, email }) => ({ id, name: name ?? email }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

type Row = {
  id: bigint;
  at: Date;
  actor?: Actor;
  staffId: string | null;
  applicationId: string | null;
  cityId: number | null;
};
type EventRow = Row & { kind: EventKind; actor: Actor; detail: Prisma.JsonObject };
type OpeningRow = Row & { thing: OpenedThing };

const isActor = (who: string): who is Actor => who in Actor;

const newest = (wanted: Prisma.Sql[], kinds: EventKind[] | null) => {
  const conditions = kinds ? [...wanted, Prisma.sql`kind = ANY(${kinds}::event_kind[])`] : wanted;
  return Prisma.sql`SELECT * FROM event WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY id DESC LIMIT ${entriesPerPage + 1}`;
};

/**
 * Asks for each city, and for each kind within it: the database would else read all events from the
 * newest on where the cities have none of the kinds.
 */
const newestOfCities = (cities: number[], kinds: EventKind[] | null, wanted: Prisma.Sql[]) =>
  kinds
    ? Prisma.sql`SELECT newest.* FROM unnest(${cities}::int[]) AS city,
        unnest(${kinds}::event_kind[]) AS each_kind,
        LATERAL (${newest([...wanted, Prisma.sql`city_id = city AND kind = each_kind`], null)}) AS newest`
    : Prisma.sql`SELECT newest.* FROM unnest(${cities}::int[]) AS city,
        LATERAL (${newest([...wanted, Prisma.sql`city_id = city`], null)}) AS newest`;

/** An id is given when a row is written, the time when its transaction began. */
const maxTransactionMs = 5 * minuteMs;

async function conditionsOf(
  table: "event" | "opening",
  { who, application, from, until }: Omit<LogFilter, "city">,
  before: bigint | null,
): Promise<Prisma.Sql[]> {
  const wanted = [Prisma.sql`TRUE`];
  if (before !== null) wanted.push(Prisma.sql`id < ${before}`);
  if (who && !isActor(who)) wanted.push(Prisma.sql`staff_id = ${who}::uuid`);
  if (application)
    wanted.push(Prisma.sql`application_id = ANY(${await findApplications(application)}::uuid[])`);
  const rows = Prisma.raw(table);
  // The key's range lets the database begin where the period does; the time itself decides.
  if (from) {
    const begin = new Date(from);
    const sooner = earlier(begin, maxTransactionMs).toISOString();
    wanted.push(Prisma.sql`at >= ${begin.toISOString()}::timestamptz AND id > coalesce(
      (SELECT id FROM ${rows} WHERE at < ${sooner}::timestamptz ORDER BY at DESC, id DESC LIMIT 1), 0)`);
  }
  if (until) {
    const end = after(new Date(until), dayMs);
    const later = after(end, maxTransactionMs).toISOString();
    wanted.push(Prisma.sql`at < ${end.toISOString()}::timestamptz AND id < coalesce(
      (SELECT id FROM ${rows} WHERE at >= ${later}::timestamptz ORDER BY at, id LIMIT 1),
      9223372036854775807)`);
  }
  return wanted;
}

const maxFound = 50;

async function findCities(name: string): Promise<number[]> {
  const cities = await prisma.city.findMany({
    where: { OR: [{ name: { contains: name, mode: "insensitive" } }, { slug: name }] },
    select: { id: true },
    take: maxFound,
  });
  return cities.map(({ id }) => id);
}

async function findApplications(reference: string): Promise<string[]> {
  const applications = await prisma.application.findMany({
    where: { reference: { equals: reference, mode: "insensitive" } },
    select: { id: true },
    take: maxFound,
  });
  return applications.map(({ id }) => id);
}

function pageOf<Entry extends Row>(rows: Entry[]): { shown: Entry[]; next: bigint | null } {
  const shown = rows.slice(0, entriesPerPage);
  return { shown, next: rows.length > entriesPerPage ? (shown.at(-1)?.id ?? null) : null };
}

const actors: Readonly<Record<Actor, string>> = {
  applicant: "an applicant",
  resident: "a resident",
  contact: "a contact of a member city",
  staff: "staff",
  system: "the site",
};

const unique = <Value>(values: (Value | null)[]): Value[] => [
  ...new Set(values.filter((value): value is NonNullable<Value> => value !== null)),
];

async function namesFor(rows: Row[], mentioned: string[] = []) {
  const [staff, cities, applications] = await Promise.all([
    prisma.user.findMany({
      where: { id: { in: unique([...rows.map(({ staffId }) => staffId), ...mentioned]) } },
      select: { id: true, name: true, email: true },
    }),
    prisma.city.findMany({
      where: { id: { in: unique(rows.map(({ cityId }) => cityId)) } },
      select: { id: true, name: true },
    }),
    prisma.application.findMany({
      where: { id: { in: unique(rows.map(({ applicationId }) => applicationId)) } },
      select: { id: true, reference: true },
    }),
  ]);
  const staffNames = new Map(staff.map(({ id, name, email }) => [id, name ?? email]));
  const byCity = new Map(cities.map((city) => [city.id, city]));
  const references = new Map(applications.map(({ id, reference }) => [id, reference]));
  return {
    staff: staffNames,
    of: (row: Omit<Row, "id" | "at">): Named => ({
      who: staffNames.get(row.staffId ?? "") ?? actors[row.actor ?? "staff"],
      city: byCity.get(row.cityId ?? 0) ?? null,
      application: references.get(row.applicationId ?? "") ?? null,
    }),
  };
}

const idsIn = ({ memberId }: Prisma.JsonObject): string[] =>
  typeof memberId === "string" ? [memberId] : [];
