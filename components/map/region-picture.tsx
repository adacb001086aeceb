import { MapPicture } from "@/components/map/map-picture";
import { Markers } from "@/components/map/markers";
import type { Locale } from "@/lib/i18n/locales";
import type { Crop } from "@/lib/map/crop";
import { placeMarkers } from "@/lib/map/markers";
import { spotsOf, type MappedEndorsedCity, type MappedCity } from "@/lib/map/spots";

type Props = {
  locale: Locale;
  crop: Crop;
  /** Those within the crop. */
  cities: readonly MappedCity[];
  endorsed?: readonly MappedEndorsedCity[];
  /** Alternative text. */
  label: string;
  /** The slug of the city whose page this is. */
  current?: string;
};

/** Cities on a part of the world, by name while they are few and in groups where they are many. */
export function RegionPicture({ locale, crop, cities, endorsed, label, current }: Props) {
  return (
    <MapPicture crop={crop} label={label}>
      <Markers
        locale={locale}
        current={current}
        marks={placeMarkers(spotsOf(cities, endorsed), crop)}
      />
    </MapPicture>
  );
}
