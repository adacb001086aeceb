import { foldName } from "@/lib/places/fold-name";
import { englishNames } from "@/prisma/seed/english-names";
import type { GeoNamesPlace } from "@/prisma/seed/geonames";

/** GeoNames writes other scripts in Latin letters by machine ("ghrwnwbl" for غرونوبل): nobody looks for those. */
const isMachineMade = (name: string): boolean => /^[a-z' -]+$/.test(name);

/** The name that the site shows. */
export const mainNameOf = (place: GeoNamesPlace): string => englishNames.get(place.id) ?? place.name;

/** Every way to write a place's name, the main one first; those that search cannot tell apart, once. */
export function namesOf(place: GeoNamesPlace): { folded: string; name: string }[] {
  const names = new Map<string, string>();
  const alternateNames = place.alternateNames.filter((name) => !isMachineMade(name));
  for (const name of [mainNameOf(place), place.name, place.asciiName, ...alternateNames]) {
    const folded = foldName(name);
    if (folded && !names.has(folded)) names.set(folded, name);
  }
  return [...names].map(([folded, name]) => ({ folded, name }));
}
