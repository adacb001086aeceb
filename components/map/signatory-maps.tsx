import { MapLegend } from "@/components/map/map-legend";
import { RegionPicture } from "@/components/map/region-picture";
import { WorldMap } from "@/components/map/world-map";
import type { Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";
import { cropAround, isIn, wholeOf } from "@/lib/map/crop";
import { areOnOnePage, partsOf, regionOf, type RegionPart } from "@/lib/map/parts";
import { worldMap } from "@/lib/map/base-maps";
import type { MappedEndorsedCity, MappedCity } from "@/lib/map/spots";

type Props = {
  locale: Locale;
  cities: readonly MappedCity[];
  endorsed?: readonly MappedEndorsedCity[];
  /** The id of what stands behind the maps, for those who skip them. */
  after: string;
};

/**
 * Where cities are: those of one region on a map of just the part where they are, else the world
 * and its crowded regions.
 */
export function SignatoryMaps({ locale, cities, endorsed = [], after }: Props) {
  const t = translator(locale, "map");
  const crop = cropAround(cities);
  const isWorld = crop.base === worldMap;
  const shownEndorsed = isWorld ? endorsed : endorsed.filter((city) => isIn(crop, city));
  return (
    <figure className="mb-10">
      <a href={`#${after}`} className="sr-only bg-paper py-2 focus:not-sr-only">
        {t("skip")}
      </a>
      {isWorld ? (
        <WorldWithRegions locale={locale} cities={cities} endorsed={shownEndorsed} />
      ) : (
        <RegionPicture
          locale={locale}
          crop={crop}
          cities={cities}
          endorsed={shownEndorsed}
          label={t("partLabel", { count: cities.length })}
        />
      )}
      <MapLegend locale={locale} hasEndorsed={shownEndorsed.length > 0} />
    </figure>
  );
}

function WorldWithRegions({ locale, cities, endorsed }: Required<Omit<Props, "after">>) {
  const { regions } = partsOf(cities);
  return (
    <>
      <WorldMap locale={locale} cities={cities} endorsed={endorsed} />
      {areOnOnePage(regions) ? (
        <div className="mt-8 grid gap-x-8 gap-y-8 md:grid-cols-2 md:[&>:only-child]:col-span-2">
          {regions.map((part) => (
            <Region key={part.base.name} locale={locale} part={part} endorsed={endorsed} />
          ))}
        </div>
      ) : null}
    </>
  );
}

function Region({
  locale,
  part: { base, cities },
  endorsed,
}: {
  locale: Locale;
  part: RegionPart;
  endorsed: readonly MappedEndorsedCity[];
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
        endorsed={endorsed.filter((city) => regionOf(city) === base)}
        label={t("regionLabel", values)}
      />
    </section>
  );
}
