import { foldName } from "@/lib/places/fold-name";

/**
 * Words as a part of an address: "São Paulo" becomes "sao-paulo". Empty when nothing can be written
 * in a to z.
 */
export const slugOf = (text: string): string =>
  foldName(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

type SluggedPlace = { id: number; name: string; regionName: string | null; countryName: string };

/**
 * The slugs a city may have, best first; the last is always free. The first city of a name has the
 * plain one for ever. A later namesake adds what tells them apart: its region in the same country,
 * its country elsewhere.
 */
export function slugCandidates(place: SluggedPlace, isSameCountry: boolean): string[] {
  const plain = slugOf(place.name) || "city";
  const qualifier = slugOf((isSameCountry ? place.regionName : place.countryName) ?? "");
  return [plain, ...(qualifier ? [`${plain}-${qualifier}`] : []), `${plain}-${place.id}`];
}
