import { foldName } from "@/lib/places/fold-name";

/** "São Paulo" becomes "sao-paulo"; empty when nothing can be written in a to z. */
export const slugOf = (text: string): string =>
  foldName(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

type SluggedPlace = { id: number; name: string; regionName: string | null; countryName: string };

/** Best first; the last holds the GeoNames id, so it is always free. */
export function slugCandidates(place: SluggedPlace, isSameCountry: boolean): string[] {
  const plain = slugOf(place.name) || "city";
  const qualifier = slugOf((isSameCountry ? place.regionName : place.countryName) ?? "");
  return [plain, ...(qualifier ? [`${plain}-${qualifier}`] : []), `${plain}-${place.id}`];
}
