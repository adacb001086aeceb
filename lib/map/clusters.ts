import type { Area } from "@/lib/cities/area";
import type { Coordinates } from "@/lib/cities/distance";

export type Cluster<City> = { area: Area; cities: City[] };

/** Cell heights in degrees, coarsest first; each divides the one before it. */
const steps = [24, 12, 6, 3, 1.5, 0.75] as const;
/** Degrees of longitude are shorter away from the equator. */
const widthOfCell = 1.5;
/** As many as fit on a phone. */
const maxGroups = 24;

/** No area holds cities of another group, so a list filtered by area is exactly the group. */
export function clustersOf<City extends Coordinates>(cities: readonly City[]): Cluster<City>[] {
  let clusters = groupBy(cities, steps[0]);
  for (const step of steps.slice(1)) {
    const finer = groupBy(cities, step);
    if (finer.length > maxGroups) break;
    clusters = finer;
  }
  return clusters;
}

function groupBy<City extends Coordinates>(cities: readonly City[], step: number): Cluster<City>[] {
  const width = step * widthOfCell;
  const groups = new Map<string, Cluster<City>>();
  for (const city of cities) {
    const south = Math.floor(city.latitude / step) * step;
    const west = Math.floor(city.longitude / width) * width;
    const key = `${south},${west}`;
    const group = groups.get(key) ?? {
      area: { south, west, north: south + step, east: west + width },
      cities: [],
    };
    group.cities.push(city);
    groups.set(key, group);
  }
  return [...groups.values()];
}
