import { isOn, regionMaps, type BaseMap } from "@/lib/map/base-maps";
import type { MappedCity } from "@/lib/map/spots";

export type RegionPart = { base: BaseMap; cities: MappedCity[] };

/** A region with fewer cities is shown well enough on the map of the world. */
const fewestForAMap = 6;

/** The cities by the regions that deserve a map of their own, and those that the map of the world shows. */
export function partsOf(cities: readonly MappedCity[]): { regions: RegionPart[]; others: MappedCity[] } {
  const byRegion = Map.groupBy(cities, (city) => regionMaps.find((base) => isOn(base, city)));
  const regions = regionMaps.map((base) => ({ base, cities: byRegion.get(base) ?? [] })).filter((part) => part.cities.length >= fewestForAMap);
  const shown = new Set(regions.flatMap((part) => part.cities));
  return { regions, others: cities.filter((city) => !shown.has(city)) };
}
