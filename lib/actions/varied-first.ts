import type { CityAction } from "@/lib/actions/schema";

/**
 * A few for a short list: the first, then each time the first of a city and an area that have come
 * up least.
 */
export function variedFirst(actions: readonly CityAction[], limit: number): CityAction[] {
  const picked: CityAction[] = [];
  const timesUsed = ({ city, area }: CityAction) =>
    picked.filter((other) => other.city.cityId === city.cityId).length +
    picked.filter((other) => other.area === area).length;
  const left = new Set(actions);
  while (picked.length < limit && left.size > 0) {
    const next = [...left].reduce((best, action) =>
      timesUsed(action) < timesUsed(best) ? action : best,
    );
    left.delete(next);
    picked.push(next);
  }
  return picked;
}
