import { MapLegend } from "@/components/map/map-legend";
import { RegionPicture } from "@/components/map/region-picture";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { cropAround } from "@/lib/map/crop";
import type { MappedCity } from "@/lib/map/spots";

type Props = {
  locale: Locale;
  city: MappedCity;
  /** The members nearest to it. */
  neighbours: readonly MappedCity[];
};

/** Where a city lies and who is near, on the smallest map that shows them all. */
export function CityMap({ locale, city, neighbours }: Props) {
  const t = translator(locale, "map");
  const cities = [city, ...neighbours];
  return (
    <section aria-labelledby="map">
      <h2 id="map" className="mb-4">
        {t("cityTitle")}
      </h2>
      <figure>
        <RegionPicture
          locale={locale}
          crop={cropAround(cities)}
          cities={cities}
          current={city.slug}
          label={t("cityLabel", { city: city.name })}
        />
        <MapLegend locale={locale} hasCurrent />
      </figure>
    </section>
  );
}
