import { locales } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";
import { foldName } from "@/lib/places/fold-name";

const mostWords = 8;

/** What people call countries beside their names and two-letter codes. */
const countryNicknames: Readonly<Record<string, string>> = { usa: "US", uk: "GB", uae: "AE" };

/**
 * The ways to read a folded query as a name and a region or country behind it, the longest name
 * first: "new york new york" gives "new york new" + "york", "new york" + "new york", "new" + "york
 * new york".
 */
export function splitNameAndArea(folded: string): { name: string; area: string }[] {
  const words = folded.split(" ");
  if (words.length > mostWords) return [];
  const cuts = words
    .slice(1)
    .map((_, index) => index + 1)
    .reverse();
  return cuts.map((cut) => ({
    name: words.slice(0, cut).join(" "),
    area: words.slice(cut).join(" "),
  }));
}

/**
 * Is the place in this region or country? The country may be named in every language of the site or
 * by its code, behind the region or alone; the last name may be cut short; two letters may stand
 * for a region as in "Portland ME".
 */
export function isInArea(
  place: { regionName: string | null; countryCode: string },
  area: string,
): boolean {
  const region = foldName(place.regionName ?? "");
  const countryNames = locales.map((locale) => foldName(nameOfCountry(locale, place.countryCode)));
  return (
    [region, ...countryNames, ...countryNames.map((country) => `${region} ${country}`)].some(
      (name) => name.startsWith(area),
    ) ||
    (countryNicknames[area] ?? area.toUpperCase()) === place.countryCode ||
    (area.length === 2 && isAbbreviationOf(area, region))
  );
}

/** The first letter, and a later one: "me" of "maine". */
const isAbbreviationOf = (letters: string, name: string): boolean =>
  name.startsWith(letters.charAt(0)) && name.includes(letters.charAt(1), 1);
