import { prisma } from "@/lib/db";
import { foldName } from "@/lib/places/fold-name";
import type { Prisma } from "@/prisma/generated/client";

/** Which signatories to list; everything that is given must hold. */
export type SignatoryFilter = {
  /** The beginning of any of the city's names, in any script. */
  query?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** The year it signed. */
  year?: number;
};

/** A city on the public list. */
export type PublishedSignatory = {
  /** GeoNames id. */
  cityId: number;
  slug: string;
  name: string;
  regionName: string | null;
  countryCode: string;
  latitude: number;
  longitude: number;
  /** Midnight UTC. */
  signedOn: Date;
  isFounder: boolean;
};

const published = {
  cityId: true,
  signedOn: true,
  isFounder: true,
  city: { select: { slug: true, name: true, place: { select: { regionName: true, countryCode: true, latitude: true, longitude: true } } } },
} satisfies Prisma.SignatorySelect;

type PublishedRow = Prisma.SignatoryGetPayload<{ select: typeof published }>;

const toPublished = ({ city: { slug, name, place }, ...signatory }: PublishedRow): PublishedSignatory => ({ ...signatory, slug, name, ...place });

/** The published signatories, by name: the one query that feeds the pages, the data and the sitemap alike. */
export async function listSignatories(filter: SignatoryFilter = {}): Promise<PublishedSignatory[]> {
  const rows = await prisma.signatory.findMany({ where: whereOf(filter), select: published, orderBy: [{ city: { name: "asc" } }, { cityId: "asc" }] });
  return rows.map(toPublished);
}

function whereOf({ query, country, year }: SignatoryFilter): Prisma.SignatoryWhereInput {
  const folded = foldName(query ?? "");
  return {
    ...(year && { signedOn: { gte: new Date(Date.UTC(year, 0, 1)), lt: new Date(Date.UTC(year + 1, 0, 1)) } }),
    city: {
      place: {
        ...(country && { countryCode: country }),
        ...(folded && { names: { some: { folded: { startsWith: folded } } } }),
      },
    },
  };
}

export const countSignatories = (): Promise<number> => prisma.signatory.count();

export async function isSignatory(cityId: number): Promise<boolean> {
  return (await prisma.signatory.count({ where: { cityId } })) > 0;
}

/** A signatory's own page: what the list says of it, its population, and its approved checklist actions. */
export async function findCity(slug: string) {
  const signatory = await prisma.signatory.findFirst({
    where: { city: { slug } },
    select: {
      ...published,
      application: { select: { answers: { select: { area: true, status: true, description: true, url: true }, orderBy: { area: "asc" } } } },
    },
  });
  if (!signatory) return null;
  const { application, ...row } = signatory;
  const place = await prisma.place.findUniqueOrThrow({ where: { id: row.cityId }, select: { population: true, timeZone: true } });
  return { ...toPublished(row), ...place, answers: application?.answers ?? [] };
}
