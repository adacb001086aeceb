import { MapLegend } from "@/components/map/map-legend";
import { RegionPicture } from "@/components/map/region-picture";
import { WorldMap } from "@/components/map/world-map";
import type { Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";
import { cropAround, wholeOf } from "@/lib/map/crop";
import { areOnOnePage, partsOf, type RegionPart } from "@/lib/map/parts";
import { worldMap } from "@/lib/map/base-maps";
import type { MappedCity } from "@/lib/map/spots";

type Props = {
  locale: Locale;
  cities: readonly MappedCity[];
  /** The id of what stands behind the maps, for those who skip them. */
  after: string;
};

/**
 * Where cities are: those of one region on a map of just the part where they are, else the world
 * and its crowded regions.
 */
export function SignatoryMaps({ locale, cities, after }: Props) {
  const t = translator(locale, "map");
  const crop = cropAround(cities);
  return (
    <figure className="mb-10">
      <a href={`#${after}`} className="sr-only bg-paper py-2 focus:not-sr-only">
        {t("skip")}
      </a>
      {crop.base === worldMap ? (
        <WorldWithRegions locale={locale} cities={cities} />
      ) : (
        <RegionPicture
          locale={locale}
          crop={crop}
          cities={cities}
          label={t("partLabel", { count: cities.length })}
        />
      )}
      <MapLegend locale={locale} />
    </figure>
  );
}

function WorldWithRegions({ locale, cities }: { locale: Locale; cities: readonly MappedCity[] }) {
  const { regions } = partsOf(cities);
  return (
    <>
      <WorldMap locale={locale} cities={cities} />
      {areOnOnePage(regions) ? (
        <div className="mt-8 grid gap-x-8 gap-y-8 md:grid-cols-2 md:[&>:only-child]:col-span-2">
          {regions.map((part) => (
            <Region key={part.base.name} locale={locale} part={part} />
          ))}
        </div>
      ) : null}
    </>
  );
}

function Region({ locale, part: { base, cities } }: { locale: Locale; part: RegionPart }) {
  const t = translator(locale, "map");
  const words = { region: nameOfCountry(locale, base.regionCode), count: cities.length };
  return (
    <section id={base.name}>
      <h3 className="mb-2">{t("regionTitle", words)}</h3>
      <RegionPicture
        locale={locale}
        crop={wholeOf(base)}
        cities={cities}
        label={t("regionLabel", words)}
      />
    </section>
  );
}
