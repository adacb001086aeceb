import { z } from "zod";
import { prisma } from "@/lib/db";
import { versionFields } from "@/lib/publications/version-fields";
import type { Prisma } from "@/prisma/generated/client";

export const publicationsPerPage = 50;

const listed = {
  id: true,
  kind: true,
  slug: true,
  state: true,
  publishedAt: true,
  texts: {
    orderBy: { locale: "asc" },
    select: {
      locale: true,
      latestId: true,
      publicId: true,
      latest: {
        select: {
          title: true,
          writtenAt: true,
          staff: { select: { name: true, email: true } },
        },
      },
    },
  },
} satisfies Prisma.PublicationSelect;

/**
 * Those whose words the latest or the public text has; of no words, all. What was begun last stands
 * first. `page` counts from 1; beyond the last, the last is given.
 */
export async function listPublications(words: string, page: number) {
  const where = holding(words);
  const total = await prisma.publication.count({ where });
  const shown = Math.min(page, Math.max(1, Math.ceil(total / publicationsPerPage)));
  const publications = await prisma.publication.findMany({
    where,
    select: listed,
    orderBy: { id: "desc" },
    skip: (shown - 1) * publicationsPerPage,
    take: publicationsPerPage,
  });
  return { publications, total, page: shown };
}

function holding(words: string): Prisma.PublicationWhereInput {
  if (!words) return {};
  // The signs of a pattern stand for themselves.
  const contains = words.replace(/[\\%_]/g, "\\$&");
  const text = { contains, mode: "insensitive" } as const;
  const version = { OR: [{ title: text }, { description: text }, { body: text }, { place: text }] };
  return { texts: { some: { OR: [{ latest: version }, { public: version }] } } };
}

export type ListedPublication = Awaited<
  ReturnType<typeof listPublications>
>["publications"][number];

const version = {
  id: true,
  locale: true,
  number: true,
  ...versionFields,
  correction: true,
  writtenAt: true,
  publishedAt: true,
  staff: { select: { name: true, email: true } },
} satisfies Prisma.PublicationVersionSelect;

const edited = {
  id: true,
  kind: true,
  slug: true,
  state: true,
  version: true,
  publishedAt: true,
  withdrawnAt: true,
  withdrawalReason: true,
  texts: {
    orderBy: { locale: "asc" },
    select: { locale: true, latestId: true, publicId: true, latest: { select: version } },
  },
  pictures: {
    orderBy: { number: "asc" },
    select: { id: true, number: true, width: true, height: true },
  },
} satisfies Prisma.PublicationSelect;

export async function findPublication(publicationId: string) {
  const id = z.uuid().safeParse(publicationId).data;
  return id ? prisma.publication.findUnique({ where: { id }, select: edited }) : null;
}

export type EditedPublication = NonNullable<Awaited<ReturnType<typeof findPublication>>>;

const maxVersions = 100;

/** Newest first. */
export const listVersions = (publicationId: string, locale: string) =>
  prisma.publicationVersion.findMany({
    where: { publicationId, locale },
    orderBy: { number: "desc" },
    take: maxVersions,
    select: version,
  });

export type PublicationVersion = Awaited<ReturnType<typeof listVersions>>[number];
