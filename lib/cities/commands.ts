import { formatFacts } from "@/lib/cities/member-schema";
import type { SignatoryDates } from "@/lib/cities/signatory-date";
import { slugCandidates, slugOf } from "@/lib/cities/slug";
import type { Transaction } from "@/lib/db";
import { recordEvent } from "@/lib/events";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";
import { raiseSiteVersion } from "@/lib/site-version";

type CityRow = { id: number; slug: string; name: string };

/**
 * `name` defaults to GeoNames'; only renameCity() changes name and slug.
 *
 * @throws when there is no such place
 */
export async function ensureCity(
  tx: Transaction,
  placeId: number,
  name?: string,
): Promise<CityRow> {
  const known = await findCityRow(tx, placeId);
  if (known) return known;

  const place = await tx.place.findUnique({
    where: { id: placeId },
    select: { id: true, name: true, regionName: true, countryCode: true },
  });
  if (!place) throw new Error(`There is no place with the GeoNames id ${placeId}.`);

  const named = { ...place, name: name ?? place.name };
  const namesake = await tx.city.findUnique({
    where: { slug: slugOf(named.name) },
    select: { place: { select: { countryCode: true } } },
  });
  const isSameCountry = namesake?.place.countryCode === place.countryCode;
  const countryName = nameOfCountry(defaultLocale, place.countryCode);
  for (const slug of slugCandidates({ ...named, countryName }, isSameCountry)) {
    if (await leadsElsewhere(tx, slug, placeId)) continue;
    // Skips a slug that is taken, and a city that a concurrent request has just created.
    await tx.city.createMany({
      data: { id: placeId, slug, name: named.name },
      skipDuplicates: true,
    });
    const city = await findCityRow(tx, placeId);
    if (city) return city;
  }
  throw new Error(`No slug is left for the place ${placeId}.`);
}

export const isSlugFree = async (tx: Transaction, slug: string, cityId: number): Promise<boolean> =>
  (await tx.city.count({ where: { slug, id: { not: cityId } } })) === 0 &&
  !(await leadsElsewhere(tx, slug, cityId));

/** An address that a renamed city once had is never given to another. */
const leadsElsewhere = async (tx: Transaction, slug: string, cityId: number): Promise<boolean> =>
  (await tx.cityRename.count({
    where: { cityId: { not: cityId }, OR: [{ slugBefore: slug }, { slugAfter: slug }] },
  })) > 0;

const findCityRow = (tx: Transaction, id: number): Promise<CityRow | null> =>
  tx.city.findUnique({ where: { id }, select: { id: true, slug: true, name: true } });

type NewSignatory = Partial<SignatoryDates> & {
  cityId: number;
  name: string;
  isFounder?: boolean;
  applicationId: string | null;
  declarationVersion: string;
  staffId?: string;
};

/** @throws when it is a signatory already, or has neither `signedOn` nor `announcedOn` */
export async function addSignatory(
  tx: Transaction,
  { cityId, name, staffId, ...signatory }: NewSignatory,
): Promise<void> {
  await tx.city.update({ where: { id: cityId }, data: { name, signatory: { create: signatory } } });
  await raiseSiteVersion(tx);
  await recordEvent(tx, {
    kind: "signatory_added",
    ...actorOf(staffId),
    cityId,
    applicationId: signatory.applicationId ?? undefined,
  });
}

/** Keeps the city's row and slug. @throws when the city is not a signatory */
export async function removeSignatory(
  tx: Transaction,
  cityId: number,
  staffId?: string,
): Promise<void> {
  const { applicationId, city, ...facts } = await tx.signatory.delete({
    where: { cityId },
    select: {
      applicationId: true,
      signedOn: true,
      announcedOn: true,
      isFounder: true,
      city: { select: { name: true } },
    },
  });
  await raiseSiteVersion(tx);
  // Read by findFormerMember().
  const detail = formatFacts({ ...facts, name: city.name });
  await recordEvent(tx, {
    kind: "signatory_removed",
    ...actorOf(staffId),
    cityId,
    applicationId: applicationId ?? undefined,
    detail,
  });
}

const actorOf = (staffId: string | undefined) =>
  staffId ? ({ actor: "staff", staffId } as const) : ({ actor: "system" } as const);
