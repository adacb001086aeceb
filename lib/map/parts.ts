import type { Coordinates } from "@/lib/cities/distance";
import { isOn, regionMaps, type BaseMap } from "@/lib/map/base-maps";
import type { MappedCity } from "@/lib/map/spots";

export type RegionPart = { base: BaseMap; cities: MappedCity[] };

const minForAMap = 6;
/** With more, the page of all cities would be long and heavy. */
const maxBesideTheWorld = 2;

export function partsOf(cities: readonly MappedCity[]): {
  regions: RegionPart[];
  others: MappedCity[];
} {
  const byRegion = Map.groupBy(cities, regionOf);
  const regions = regionMaps
    .map((base) => ({ base, cities: byRegion.get(base) ?? [] }))
    .filter((part) => part.cities.length >= minForAMap);
  const shown = new Set(regions.flatMap((part) => part.cities));
  return { regions, others: cities.filter((city) => !shown.has(city)) };
}

export const regionOf = (city: Coordinates): BaseMap | undefined =>
  regionMaps.find((base) => isOn(base, city));

/** Whether regional maps are below the world map; otherwise each has a page of its own. */
export const areOnOnePage = (regions: readonly RegionPart[]): boolean =>
  regions.length <= maxBesideTheWorld;
