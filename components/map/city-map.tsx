import { MapLegend } from "@/components/map/map-legend";
import { RegionPicture } from "@/components/map/region-picture";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cropAroundCity, isIn } from "@/lib/map/crop";
import type { MappedAskedCity, MappedCity } from "@/lib/map/spots";

type Props = {
  locale: Locale;
  city: MappedCity;
  /** The members around it, nearest first. */
  neighbours: readonly (MappedCity & { kilometres: number })[];
  asked: readonly MappedAskedCity[];
};

/** So many neighbours decide how much of the world is seen. */
const framed = 5;

/** Where a city lies and who is near, on the smallest map that shows its nearest neighbours. */
export function CityMap({ locale, city, neighbours, asked }: Props) {
  const t = translator(locale, "map");
  const crop = cropAroundCity(city, neighbours.slice(0, framed));
  const shownAsked = asked.filter((place) => isIn(crop, place));
  return (
    <section aria-labelledby="map">
      <h2 id="map" className="mb-4">
        {t("cityTitle")}
      </h2>
      <figure>
        <RegionPicture
          locale={locale}
          crop={crop}
          cities={[city, ...neighbours.filter((place) => isIn(crop, place))]}
          asked={shownAsked}
          current={city.slug}
          label={t("cityLabel", { city: city.name })}
        />
        <MapLegend locale={locale} hasCurrent hasAsked={shownAsked.length > 0} />
      </figure>
    </section>
  );
}
