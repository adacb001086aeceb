import type { Area } from "@/lib/cities/area";
import type { Coordinates } from "@/lib/cities/distance";

export type Cluster<City> = { area: Area; cities: City[] };

/** Heights of the cells of a grid in degrees, coarsest first; each divides the one before it. */
const steps = [24, 12, 6, 3, 1.5, 0.75] as const;
/** Cells are wider than high, because degrees of longitude are shorter away from the equator. */
const widthOfCell = 1.5;
/** More groups than this do not fit beside each other on a telephone. */
const mostGroups = 24;

/**
 * The cities in groups by a grid of latitudes and longitudes, the finest that gives not too many.
 * Each group's area holds its cities and no other of them, so that a list of the cities in the area
 * is exactly the group.
 */
export function clustersOf<City extends Coordinates>(cities: readonly City[]): Cluster<City>[] {
  let clusters = groupBy(cities, steps[0]);
  for (const step of steps.slice(1)) {
    const finer = groupBy(cities, step);
    if (finer.length > mostGroups) break;
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
