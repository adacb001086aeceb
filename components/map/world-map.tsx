import { em, percent } from "@/components/map/lengths";
import { MapPicture } from "@/components/map/map-picture";
import { Markers } from "@/components/map/markers";
import { SmallDots } from "@/components/map/small-dots";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";
import { worldMap } from "@/lib/map/base-maps";
import { cropAround, frameOf, placeIn } from "@/lib/map/crop";
import { placesOfNames, type NamePlace } from "@/lib/map/frame-names";
import { placeMarkers, type PlacedMarker } from "@/lib/map/markers";
import { areOnOnePage, partsOf, regionOf, type RegionPart } from "@/lib/map/parts";
import { spotsOf, type MappedEndorsedCity, type MappedCity } from "@/lib/map/spots";

type Props = {
  locale: Locale;
  /** All of them, such as `listSignatories()` gives them. */
  cities: readonly MappedCity[];
  endorsed?: readonly MappedEndorsedCity[];
};

/**
 * Every signatory on the part of the world where they and endorsed cities are, an SVG of about two
 * kilobytes beside the cached file of its land. It fills its parent's width from 288 px to any. A
 * region with six cities or more is framed, and the frame leads to the region's own map, where each
 * city is a link; the other cities are links here.
 */
export function WorldMap({ locale, cities, endorsed = [] }: Props) {
  const t = translator(locale, "map");
  const { regions, others } = partsOf(cities);
  const framed = regions.flatMap((part) => part.cities);
  const framedBases = new Set(regions.map(({ base }) => base));
  const isFramed = (city: MappedEndorsedCity) => {
    const base = regionOf(city);
    return base !== undefined && framedBases.has(base);
  };
  const crop = cropAround([...cities, ...endorsed], worldMap);
  const otherEndorsed = endorsed.filter((city) => !isFramed(city));
  const marks = placeMarkers(spotsOf(others, otherEndorsed), crop);
  const frames = regions.map((part) => ({
    ...frameOf(crop, part.cities),
    name: t("regionMark", {
      region: nameOfCountry(locale, part.base.regionCode),
      count: part.cities.length,
    }),
    address: addressOf(part, regions),
  }));
  const points = cities.map((city) => placeIn(crop, city));
  const names = placesOfNames(frames, points, crop.width / crop.height);
  return (
    <MapPicture crop={crop} label={t("worldLabel", { count: cities.length })}>
      <SmallDots crop={crop} cities={framed} endorsed={endorsed.filter(isFramed)} />
      {frames.map((frame, index) => (
        <RegionFrame key={frame.name} {...{ locale, frame }} namePlace={names[index]} />
      ))}
      <Markers locale={locale} marks={areOnOnePage(regions) ? marks : marks.map(withoutName)} />
    </MapPicture>
  );
}

/**
 * Between many frames and their names there is no room for names of cities: they show when pointed
 * at.
 */
const withoutName = (mark: PlacedMarker): PlacedMarker => ({
  ...mark,
  label: { ...mark.label, tier: null },
});

const addressOf = ({ base }: RegionPart, regions: RegionPart[]): `/${string}` =>
  areOnOnePage(regions) ? `/cities#${base.name}` : `/cities?region=${base.name}`;

type FrameProps = {
  locale: Locale;
  /** Lengths in shares of the picture. */
  frame: {
    x: number;
    y: number;
    width: number;
    height: number;
    name: string;
    address: `/${string}`;
  };
  namePlace: NamePlace | undefined;
};

function RegionFrame({ locale, frame, namePlace }: FrameProps) {
  const { x, y, width, height, name, address } = frame;
  const { isBelow = false, isRight = false } = namePlace ?? {};
  return (
    <a href={href(locale, address)} className="group no-underline">
      <title>{name}</title>
      <rect
        x={percent(x)}
        y={percent(y)}
        width={percent(width)}
        height={percent(height)}
        rx="4"
        fill="none"
        pointerEvents="all"
        className="stroke-line group-hover:stroke-accent group-hover:stroke-2 forced-colors:stroke-[LinkText]"
      />
      <svg
        x={percent(isRight ? x + width : x)}
        y={percent(isBelow ? y + height : y)}
        className="overflow-visible"
      >
        <text
          y={em(isBelow ? 1.1 : -0.4)}
          textAnchor={isRight ? "end" : undefined}
          className="hidden fill-ink stroke-paper stroke-3 [paint-order:stroke] group-hover:underline @min-[30em]:inline forced-colors:fill-[LinkText] forced-colors:stroke-[Canvas]"
        >
          {name}
        </text>
      </svg>
    </a>
  );
}
