import { MapLegend } from "@/components/map/map-legend";
import { RegionPicture } from "@/components/map/region-picture";
import { WorldMap } from "@/components/map/world-map";
import type { Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";
import { cropAround, isIn, wholeOf } from "@/lib/map/crop";
import { areOnOnePage, partsOf, regionOf, type RegionPart } from "@/lib/map/parts";
import { worldMap } from "@/lib/map/base-maps";
import type { MappedAskedCity, MappedCity } from "@/lib/map/spots";

type Props = {
  locale: Locale;
  cities: readonly MappedCity[];
  asked?: readonly MappedAskedCity[];
  /** The id of what stands behind the maps, for those who skip them. */
  after: string;
};

/**
 * Where cities are: those of one region on a map of just the part where they are, else the world
 * and its crowded regions.
 */
export function SignatoryMaps({ locale, cities, asked = [], after }: Props) {
  const t = translator(locale, "map");
  const crop = cropAround(cities);
  const isWorld = crop.base === worldMap;
  const shownAsked = isWorld ? asked : asked.filter((city) => isIn(crop, city));
  return (
    <figure className="mb-10">
      <a href={`#${after}`} className="sr-only bg-paper py-2 focus:not-sr-only">
        {t("skip")}
      </a>
      {isWorld ? (
        <WorldWithRegions locale={locale} cities={cities} asked={shownAsked} />
      ) : (
        <RegionPicture
          locale={locale}
          crop={crop}
          cities={cities}
          asked={shownAsked}
          label={t("partLabel", { count: cities.length })}
        />
      )}
      <MapLegend locale={locale} hasAsked={shownAsked.length > 0} />
    </figure>
  );
}

function WorldWithRegions({ locale, cities, asked }: Required<Omit<Props, "after">>) {
  const { regions } = partsOf(cities);
  return (
    <>
      <WorldMap locale={locale} cities={cities} asked={asked} />
      {areOnOnePage(regions) ? (
        <div className="mt-8 grid gap-x-8 gap-y-8 md:grid-cols-2 md:[&>:only-child]:col-span-2">
          {regions.map((part) => (
            <Region key={part.base.name} locale={locale} part={part} asked={asked} />
          ))}
        </div>
      ) : null}
    </>
  );
}

function Region({
  locale,
  part: { base, cities },
  asked,
}: {
  locale: Locale;
  part: RegionPart;
  asked: readonly MappedAskedCity[];
}) {
  const t = translator(locale, "map");
  const values = { region: nameOfCountry(locale, base.regionCode), count: cities.length };
  return (
    <section id={base.name}>
      <h3 className="mb-2">{t("regionTitle", values)}</h3>
      <RegionPicture
        locale={locale}
        crop={wholeOf(base)}
        cities={cities}
        asked={asked.filter((city) => regionOf(city) === base)}
        label={t("regionLabel", values)}
      />
    </section>
  );
}
