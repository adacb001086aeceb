import { nearestSignatories } from "@/lib/cities/queries";
import { findEndorsedCity } from "@/lib/endorsements/city-progress/queries";
import { buildDossier, formatMotion, type Dossier } from "@/lib/endorsements/dossier/dossier";
import { findSpotCheckResult } from "@/lib/endorsements/spot-check/queries";
import { isLocale } from "@/lib/i18n/locales";
import { startOfDay } from "@/lib/durations";

export type DossierParams = { params: Promise<{ language: string; slug: string }> };

const nearestShown = 5;

/**
 * The day that a number is of, and no moment of it: what is made from it stays the same all day.
 */
const today = (): Date => startOfDay(new Date());

/**
 * The dossier of a city that residents ask for, in a language of the site; null where there is
 * none.
 */
export async function loadDossier({ params }: DossierParams): Promise<Dossier | null> {
  const { language, slug } = await params;
  const city = isLocale(language) ? await findEndorsedCity(slug) : null;
  if (!city || !isLocale(language)) return null;
  const [nearest, spotCheck] = await Promise.all([
    nearestSignatories(city, nearestShown),
    findSpotCheckResult(city.cityId, today()),
  ]);
  return buildDossier(language, city, { nearest, spotCheck }, today());
}

/** Only the motion. */
export async function loadMotion({ params }: DossierParams): Promise<string | null> {
  const { language, slug } = await params;
  const city = isLocale(language) ? await findEndorsedCity(slug) : null;
  return city && isLocale(language) ? formatMotion(language, city, today()) : null;
}
