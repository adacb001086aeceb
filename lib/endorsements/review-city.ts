import { prisma } from "@/lib/db";
import {
  parseReviewFilter,
  type FilterField,
  type ReviewFilter,
  type ReviewSearchParams,
} from "@/lib/endorsements/review/review-filter";
import { cityIdSchema } from "@/lib/endorsements/schema";
import { defaultLocale } from "@/lib/i18n/locales";
import { foldName } from "@/lib/places/fold-name";
import { searchPlaces } from "@/lib/places/search";
import { whereaboutsOf } from "@/lib/places/whereabouts";
import { Prisma } from "@/prisma/generated/client";

type NamedCity = { name: string; regionName: string | null; countryCode: string };

/** E.g. "Ghent, Flanders, Belgium". */
export const fullNameOf = (city: NamedCity): string =>
  `${city.name}, ${whereaboutsOf(defaultLocale, city)}`;

/** `city` is the value for the URL: the name if it is unique, otherwise the id. */
export type Namesake = { name: string; city: string };

/** The filter and its form in URLs, or the invalid fields and the cities that may be meant. */
export type ResolvedReviewFilter =
  | {
      filter: ReviewFilter;
      searchParams: ReviewSearchParams;
      cityName: string | null;
      invalidFields?: undefined;
    }
  | {
      filter?: undefined;
      searchParams?: undefined;
      invalidFields: FilterField[];
      namesakes: Namesake[];
    };

export async function resolveReviewFilter(
  params: Readonly<Record<string, unknown>>,
): Promise<ResolvedReviewFilter> {
  const typed = typeof params.city === "string" ? params.city.trim() : "";
  const cities = typed ? await findCities(typed) : [];
  const city = cities.length === 1 ? cities[0] : undefined;
  const { filter, invalidFields } = parseReviewFilter({
    ...params,
    city: typed && (city?.id ?? "unknown"),
  });
  if (!filter)
    return {
      invalidFields,
      namesakes: cities.length > 1 ? cities.map((each) => toNamesake(each, cities)) : [],
    };
  const { city: id, ...others } = filter;
  const searchParams = { ...others, ...(id && city && { city: await writeCity(city, typed) }) };
  return { filter, searchParams, cityName: city ? fullNameOf(city) : null };
}

/** @param typed what has found the city, and no other */
async function writeCity(city: FoundCity, typed: string): Promise<string> {
  const name = fullNameOf(city);
  return name === typed || (await findExactly(name)).length === 1 ? name : String(city.id);
}

function toNamesake(city: FoundCity, all: FoundCity[]): Namesake {
  const name = fullNameOf(city);
  const isUnique = all.filter((other) => fullNameOf(other) === name).length === 1;
  return { name, city: isUnique ? name : String(city.id) };
}

type FoundCity = NamedCity & { id: number; isEndorsed: boolean };

const maxNamesakes = 200;
const maxChoices = 10;

/** The exact full name if there is one, otherwise preferably cities with endorsements. */
async function findCities(typed: string): Promise<FoundCity[]> {
  const id = /^\d+$/.test(typed) ? cityIdSchema.safeParse(typed).data : undefined;
  if (id) return listCities([id]);
  const exact = await findExactly(typed);
  if (exact.length > 0) return exact;
  const found = await findNamed(typed);
  const endorsed = found.filter(({ isEndorsed }) => isEndorsed);
  return (endorsed.length > 0 ? endorsed : found).slice(0, maxChoices);
}

async function findExactly(fullName: string): Promise<FoundCity[]> {
  const [name = ""] = fullName.split(",");
  return (await findNamed(name)).filter(
    (city) => foldName(fullNameOf(city)) === foldName(fullName),
  );
}

/** Places found by search, and cities that the coalition calls by this name. */
async function findNamed(name: string): Promise<FoundCity[]> {
  const [places, cities] = await Promise.all([
    searchPlaces(name, maxNamesakes),
    prisma.$queryRaw<
      { id: number }[]
    >`SELECT id FROM city WHERE lower(name) = lower(${name.trim()})`,
  ]);
  return listCities([...cities, ...places].map(({ id }) => id));
}

const namedCity = Prisma.sql`place.id, coalesce(city.name, place.name) AS name, region_name AS "regionName", country_code AS "countryCode"`;

/** In the order of `ids`. */
const listCities = (ids: number[]): Promise<FoundCity[]> => prisma.$queryRaw`
  SELECT ${namedCity}, EXISTS (SELECT FROM endorsement WHERE place_id = place.id) AS "isEndorsed"
  FROM place LEFT JOIN city ON city.id = place.id
  WHERE place.id = ANY(${ids}::int[]) ORDER BY array_position(${ids}::int[], place.id)`;

export async function listCityNames(ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await listCities(ids)).map((city) => [city.id, fullNameOf(city)]));
}

const maxSuggestions = 200;
/** Of those that are held: to count all of them for each city would take too long. */
const newestHeld = 5_000;

/** Most endorsed first, and those of which most were held lately. */
export async function suggestCities(): Promise<string[]> {
  const cities = await prisma.$queryRaw<NamedCity[]>`
    SELECT ${namedCity}
    FROM (
      SELECT city_id, sum(count) AS count FROM (
        SELECT city_id, count FROM endorsement_total
        UNION ALL SELECT place_id, 1 FROM (SELECT place_id FROM endorsement WHERE state = 'held'
          ORDER BY confirmed_at DESC, id DESC LIMIT ${newestHeld}) AS held
      ) AS counted
      GROUP BY city_id ORDER BY count DESC, city_id LIMIT ${maxSuggestions}
    ) AS suggested JOIN place ON place.id = suggested.city_id LEFT JOIN city ON city.id = place.id
    ORDER BY count DESC, place.id`;
  return [...new Set(cities.map(fullNameOf))];
}
