import type { Transaction } from "@/lib/db";
import type { GeoNamesPlace } from "@/prisma/seed/geonames";
import { mainNameOf, searchNamesOf } from "@/prisma/seed/place-names";

/** Adds places with all their names. */
export async function insertPlaces(tx: Transaction, places: GeoNamesPlace[]): Promise<void> {
  const names = places.flatMap((place) =>
    searchNamesOf(place).map((name) => ({ placeId: place.id, ...name })),
  );
  await tx.$executeRaw`
    INSERT INTO place (id, name, country_code, region_name, latitude, longitude, population,
      time_zone)
    SELECT * FROM unnest(
      ${places.map((place) => place.id)}::int[], ${places.map(mainNameOf)}::text[],
        ${places.map((place) => place.countryCode)}::text[],
      ${places.map((place) => place.regionName)}::text[],
        ${places.map((place) => place.latitude)}::float8[],
          ${places.map((place) => place.longitude)}::float8[],
      ${places.map((place) => place.population)}::int[], ${places.map((place) => place.timeZone)}::text[])`;
  await tx.$executeRaw`
    INSERT INTO place_name (place_id, weight, folded, name, is_whole)
    SELECT * FROM unnest(
      ${names.map((name) => name.placeId)}::int[], ${names.map((name) => name.weight)}::int[],
      ${names.map((name) => name.folded)}::text[], ${names.map((name) => name.name)}::text[], ${names.map((name) => name.isWhole)}::bool[])`;
}
