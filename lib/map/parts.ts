import type { Coordinates } from "@/lib/cities/distance";
import { isOn, regionMaps, type BaseMap } from "@/lib/map/base-maps";
import type { MappedCity } from "@/lib/map/spots";

export type RegionPart = { base: BaseMap; cities: MappedCity[] };

/** A region with fewer cities is shown well enough on the map of the world. */
const fewestForAMap = 6;
/** With more regional maps than this, the page of all cities would be long and heavy. */
const mostBesideTheWorld = 2;

/**
 * The cities by the regions that deserve a map of their own, and those that the map of the world
 * shows.
 */
export function partsOf(cities: readonly MappedCity[]): {
  regions: RegionPart[];
  others: MappedCity[];
} {
  const byRegion = Map.groupBy(cities, regionOf);
  const regions = regionMaps
    .map((base) => ({ base, cities: byRegion.get(base) ?? [] }))
    .filter((part) => part.cities.length >= fewestForAMap);
  const shown = new Set(regions.flatMap((part) => part.cities));
  return { regions, others: cities.filter((city) => !shown.has(city)) };
}

/** The region whose map a city is put on, if any. */
export const regionOf = (city: Coordinates): BaseMap | undefined =>
  regionMaps.find((base) => isOn(base, city));

/**
 * Whether the regions' maps stand below the map of the world; else each is on a page of its own,
 * with its list.
 */
export const areOnOnePage = (regions: readonly RegionPart[]): boolean =>
  regions.length <= mostBesideTheWorld;
