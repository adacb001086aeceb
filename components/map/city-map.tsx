import { MapLegend } from "@/components/map/map-legend";
import { RegionPicture } from "@/components/map/region-picture";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cropAroundCity, isIn } from "@/lib/map/crop";
import type { MappedEndorsedCity, MappedCity } from "@/lib/map/spots";

type Props = {
  locale: Locale;
  /** A member, or a city that residents ask. */
  city: MappedCity | MappedEndorsedCity;
  /** The members around it, nearest first. */
  neighbours: readonly (MappedCity & { kilometres: number })[];
  endorsed: readonly MappedEndorsedCity[];
};

const isMember = (city: MappedCity | MappedEndorsedCity): city is MappedCity => "isFounder" in city;

/** So many neighbours decide how much of the world is seen. */
const framed = 5;

/** Where a city lies and who is near, on the smallest map that shows its nearest neighbours. */
export function CityMap({ locale, city, neighbours, endorsed }: Props) {
  const t = translator(locale, "map");
  const crop = cropAroundCity(city, neighbours.slice(0, framed));
  const members = neighbours.filter((place) => isIn(crop, place));
  const others = endorsed.filter((place) => isIn(crop, place));
  const cities = isMember(city) ? [city, ...members] : members;
  const shownEndorsed = isMember(city) ? others : [city, ...others];
  return (
    <section aria-labelledby="map">
      <h2 id="map" className="mb-4">
        {t("cityTitle")}
      </h2>
      <figure>
        <RegionPicture
          locale={locale}
          crop={crop}
          cities={cities}
          endorsed={shownEndorsed}
          current={city.slug}
          label={t("cityLabel", { city: city.name })}
        />
        <MapLegend
          locale={locale}
          hasCurrent
          hasFounder={cities.some(({ isFounder }) => isFounder)}
          hasEndorsed={shownEndorsed.length > 0}
        />
      </figure>
    </section>
  );
}
