import { z } from "zod";
import type { MemberView } from "@/lib/cities/member-schema";
import { prisma, type Transaction } from "@/lib/db";
import { eventKindsOf } from "@/lib/events";
import { defaultLocale } from "@/lib/i18n/locales";
import { foldName } from "@/lib/places/fold-name";
import type { Prisma } from "@/prisma/generated/client";
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
  const where = { AND: [search(query), inView[view]] };
  const rows = await prisma.signatory.findMany({ where, select: listed });
  const sorted = rows.sort((one, other) => alphabetically(one.city.name, other.city.name));
  const shown = Math.min(page, Math.max(1, Math.ceil(rows.length / membersPerPage)));
  return {
    members: sorted.slice((shown - 1) * membersPerPage, shown * membersPerPage),
    total: rows.length,
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

export const findMember = (cityId: number): Promise<Member | null> =>
  prisma.signatory.findUnique({ where: { cityId }, select: member });

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

export async function listMemberHistory(cityId: number) {
  const events = await prisma.event.findMany({
    where: {
      cityId,
      kind: { in: ["signatory", "city", "member"].flatMap(eventKindsOf) },
    },
    select: { id: true, at: true, kind: true, staffId: true, detail: true },
    orderBy: { id: "desc" },
    take: 100,
  });
  const ids = new Set(events.flatMap(({ staffId }) => staffId ?? []));
  const staff = await prisma.user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(staff.map(({ id, name, email }) => [id, name ?? email]));
  return events.map(({ staffId, ...event }) => ({
    ...event,
    by: (staffId && names.get(staffId)) ?? "the site",
  }));
}

export type MemberEvent = Awaited<ReturnType<typeof listMemberHistory>>[number];

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
