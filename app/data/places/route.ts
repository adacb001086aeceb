import { toLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";
import { searchPlaces } from "@/lib/places/search";
import { whereaboutsOf } from "@/lib/places/whereabouts";

/**
 * `GET /data/places?q=portland&locale=en`: up to ten places of the world with a name that begins
 * so, as `{ places: [{ id, name, region, country, countryCode, whereabouts, matchedName }] }`.
 */
export async function GET(request: Request): Promise<Response> {
  const parameters = new URL(request.url).searchParams;
  const locale = toLocale(parameters.get("locale") ?? undefined);
  const found = await searchPlaces(parameters.get("q") ?? "");
  const places = found.map((place) => ({
    id: place.id,
    name: place.name,
    region: place.regionName,
    country: nameOfCountry(locale, place.countryCode),
    countryCode: place.countryCode,
    whereabouts: whereaboutsOf(locale, place),
    matchedName: place.matchedName,
  }));
  // What somebody types here says where they live: nothing on the way keeps it.
  return Response.json({ places }, { headers: { "cache-control": "private, max-age=300" } });
}
