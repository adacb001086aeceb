import { z } from "zod";
import type { MemberView } from "@/lib/cities/member-schema";
import { prisma, type Transaction } from "@/lib/db";
import { eventKindsOf } from "@/lib/events";
import { defaultLocale } from "@/lib/i18n/locales";
import { foldName } from "@/lib/places/fold-name";
import type { Event, Prisma } from "@/prisma/generated/client";
import type { EventKind } from "@/prisma/generated/enums";

export const membersPerPage = 50;

const member = {
  cityId: true,
  signedOn: true,
  announcedOn: true,
  isFounder: true,
  state: true,
  application: { select: { id: true, reference: true } },
  city: {
    select: { name: true, slug: true, place: { select: { regionName: true, countryCode: true } } },
  },
} satisfies Prisma.SignatorySelect;

const listed = {
  ...member,
  city: {
    select: {
      ...member.city.select,
      contacts: { select: { id: true }, take: 1 },
      reconfirmations: { where: { openForCityId: { not: null } }, select: { dueAt: true } },
    },
  },
} satisfies Prisma.SignatorySelect;

export type ListedMember = Prisma.SignatoryGetPayload<{ select: typeof listed }>;

export type Member = Prisma.SignatoryGetPayload<{ select: typeof member }>;

const alphabetically = new Intl.Collator(defaultLocale).compare;

/** `page` counts from 1; beyond the last page, the last one is given. */
export async function listMembers(
  query: string,
  page: number,
  view: MemberView = "all",
): Promise<{ members: ListedMember[]; total: number; page: number }> {
  // Names are sorted here, by the rules of the language: only those of the page are read in full.
  const where = { AND: [search(query), inView[view]] };
  const found = await prisma.city.findMany({
    where: { signatory: where },
    select: { id: true, name: true },
  });
  const pages = Math.max(1, Math.ceil(found.length / membersPerPage));
  const shown = Math.min(page, pages);
  const ids = found
    .sort((one, other) => alphabetically(one.name, other.name))
    .slice((shown - 1) * membersPerPage, shown * membersPerPage)
    .map(({ id }) => id);
  const members = await prisma.signatory.findMany({
    where: { cityId: { in: ids } },
    select: listed,
  });
  return {
    members: members.sort((one, other) => ids.indexOf(one.cityId) - ids.indexOf(other.cityId)),
    total: found.length,
    page: shown,
  };
}

const inView: Readonly<Record<MemberView, Prisma.SignatoryWhereInput>> = {
  all: {},
  no_contact: { city: { contacts: { none: {} } } },
  asked: { city: { reconfirmations: { some: { openForCityId: { not: null } } } } },
  paused: { state: { in: ["on_hold", "suspended"] } },
  merged: { state: "merged" },
};

function search(query: string): Prisma.SignatoryWhereInput {
  const folded = foldName(query);
  if (!folded) return {};
  return {
    OR: [
      { city: { name: { contains: query.trim(), mode: "insensitive" } } },
      { city: { place: { names: { some: { folded: { startsWith: folded } } } } } },
    ],
  };
}

/** In one query: Prisma would ask once for each relation. */
export async function findMember(cityId: number): Promise<Member | null> {
  const [found] = await prisma.$queryRaw<Member[]>`
    SELECT signatory.city_id AS "cityId", signed_on AS "signedOn", announced_on AS "announcedOn",
      is_founder AS "isFounder", signatory.state,
      (SELECT json_build_object('id', id, 'reference', reference)
        FROM application WHERE id = application_id) AS application,
      json_build_object('name', city.name, 'slug', slug,
        'place', json_build_object('regionName', region_name, 'countryCode', country_code)) AS city
    FROM signatory JOIN city ON city.id = signatory.city_id JOIN place ON place.id = city.id
    WHERE signatory.city_id = ${cityId}`;
  return found ?? null;
}

/** What can be undone, newest first. */
export const listMemberChanges = async (cityId: number) => ({
  renames: await prisma.cityRename.findMany({
    where: { cityId },
    select: { id: true, nameBefore: true, nameAfter: true, renamedAt: true, undoneAt: true },
    orderBy: [{ renamedAt: "desc" }, { id: "desc" }],
    take: 20,
  }),
  links: await prisma.cityLink.findMany({
    where: { OR: [{ cityId }, { intoCityId: cityId, undoneAt: null }] },
    select: {
      id: true,
      kind: true,
      linkedAt: true,
      undoneAt: true,
      city: { select: { id: true, name: true } },
      into: { select: { id: true, name: true } },
    },
    orderBy: [{ linkedAt: "desc" }, { id: "desc" }],
    take: 20,
  }),
});

export type MemberChanges = Awaited<ReturnType<typeof listMemberChanges>>;

/** Those to which the page of a city can lead, by name. */
export async function listLinkTargets(cityId: number): Promise<{ id: number; name: string }[]> {
  const rows = await prisma.city.findMany({
    where: { id: { not: cityId }, signatory: { state: { not: "merged" } } },
    select: { id: true, name: true },
  });
  return rows.sort((one, other) => alphabetically(one.name, other.name));
}

export type MemberEvent = Pick<Event, "id" | "at" | "kind" | "detail"> & { by: string };

const memberEventKinds = ["signatory", "city", "member"].flatMap(eventKindsOf);

const shownEvents = 100;

/**
 * Newest first. Asks for each kind: the database would else read all events of a city, of which
 * many thousands may be endorsements.
 */
export const listMemberHistory = (cityId: number): Promise<MemberEvent[]> => prisma.$queryRaw`
  SELECT found.id, at, kind, detail, coalesce(staff.name, staff.email, 'the site') AS by
  FROM unnest(${memberEventKinds}::event_kind[]) AS each_kind, LATERAL (
      SELECT * FROM event WHERE city_id = ${cityId} AND kind = each_kind
      ORDER BY id DESC LIMIT ${shownEvents}
    ) AS found LEFT JOIN staff ON staff.id = found.staff_id
  ORDER BY found.id DESC LIMIT ${shownEvents}`;

const formerSchema = z.object({
  signedOn: z.iso.date().nullable(),
  announcedOn: z.iso.date().nullable(),
  isFounder: z.boolean(),
});

/** What the list said before the application was reopened; null without a record of it. */
export async function findFormerMember(applicationId: string, client: Transaction = prisma) {
  const removals = await client.event.findMany({
    where: { applicationId, kind: "signatory_removed" },
    orderBy: { id: "desc" },
    select: { kind: true, detail: true },
    take: 1,
  });
  return formerMemberIn(removals);
}

/** The same from the application's events, newest first. */
export function formerMemberIn(events: readonly { kind: EventKind; detail: unknown }[]) {
  const removal = events.find(({ kind }) => kind === "signatory_removed");
  const { data: former } = formerSchema.safeParse(removal?.detail);
  if (!former) return null;
  const toDate = (day: string | null) => (day ? new Date(day) : null);
  return {
    isFounder: former.isFounder,
    signedOn: toDate(former.signedOn),
    announcedOn: toDate(former.announcedOn),
  };
}
