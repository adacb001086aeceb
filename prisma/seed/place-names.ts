import { foldName } from "@/lib/places/fold-name";
import { englishNames } from "@/prisma/seed/english-names";
import type { GeoNamesPlace } from "@/prisma/seed/geonames";

/**
 * GeoNames writes other scripts in Latin letters by machine ("ghrwnwbl" for غرونوبل): nobody looks
 * for those.
 */
const isMachineMade = (name: string): boolean => /^[a-z' -]+$/.test(name);

/** The name that the site shows. */
export const mainNameOf = (place: GeoNamesPlace): string =>
  englishNames.get(place.id) ?? place.name;

export type SearchName = { folded: string; name: string; isWhole: boolean; weight: number };

/**
 * What a place is found by: every way to write its name, and the words that its main name consists
 * of.
 */
export function searchNamesOf(place: GeoNamesPlace): SearchName[] {
  const mainName = mainNameOf(place);
  const alternateNames = place.alternateNames.filter((name) => !isMachineMade(name));
  // Who types "la" means Lagos before Nanjing, which some language calls Lâm-kiaⁿ-chhī.
  const lesser = Math.floor(place.population / 10);

  const names = new Map<string, SearchName>();
  add({ folded: foldName(mainName), name: mainName, isWhole: true, weight: place.population });
  for (const folded of wordStartsOf(mainName))
    add({ folded, name: mainName, isWhole: false, weight: lesser });
  for (const name of [place.name, place.asciiName, ...alternateNames])
    add({ folded: foldName(name), name, isWhole: true, weight: lesser });
  return [...names.values()];

  /** The first of those that search cannot tell apart is kept. */
  function add(name: SearchName): void {
    if (name.folded && !names.has(name.folded)) names.set(name.folded, name);
  }
}

/**
 * "São José dos Campos" gives "jose dos campos", "dos campos" and "campos"; "L'Aquila" gives
 * "aquila".
 */
function wordStartsOf(name: string): string[] {
  const words = name.split(/(?<=[\s\-'’])/);
  return words.slice(1).map((_, index) => foldName(words.slice(index + 1).join("")));
}
