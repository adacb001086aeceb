import { locales } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";
import { foldName } from "@/lib/places/fold-name";

const maxWords = 8;

const countryNicknames: Readonly<Record<string, string>> = { usa: "US", uk: "GB", uae: "AE" };

/** Longest name first: "new york us" gives "new york" + "us", then "new" + "york us". */
export function splitNameAndArea(folded: string): { name: string; area: string }[] {
  const words = folded.split(" ");
  if (words.length > maxWords) return [];
  const cuts = words
    .slice(1)
    .map((_, index) => index + 1)
    .reverse();
  return cuts.map((cut) => ({
    name: words.slice(0, cut).join(" "),
    area: words.slice(cut).join(" "),
  }));
}

/** Countries match in every language of the site; the last name may be cut short. */
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

/** The first letter and any later one: "me" of "maine". */
const isAbbreviationOf = (letters: string, name: string): boolean =>
  name.startsWith(letters.charAt(0)) && name.includes(letters.charAt(1), 1);
