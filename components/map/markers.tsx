import { em, percent } from "@/components/map/lengths";
import { MarkerShape } from "@/components/map/marker-shape";
import { formatArea } from "@/lib/cities/area";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, nameOfCountry, translator } from "@/lib/i18n/translator";
import { markerKindOf, type PlacedMarker } from "@/lib/map/markers";
import type { EndorsedSpot, CitySpot, ClusterSpot, Spot } from "@/lib/map/spots";

/**
 * Written out, because Tailwind reads class names and does not compute them. The widths are those
 * of `tiers`.
 */
const shownFrom = [
  "",
  "hidden @min-[30em]:inline group-hover:inline group-focus-visible:inline",
  "hidden @min-[42em]:inline group-hover:inline group-focus-visible:inline",
] as const;
const labelLook =
  "fill-ink stroke-paper stroke-3 [paint-order:stroke] group-hover:underline forced-colors:fill-[LinkText] forced-colors:stroke-[Canvas]";
const onlyWhenPointedAt = "hidden group-hover:inline group-focus-visible:inline";

type Props = {
  locale: Locale;
  marks: PlacedMarker[];
  /** The slug of the city whose page this is: it is ringed. */
  current?: string;
};

/**
 * Cities on a map, each leading to its page, and groups of cities, each leading to its own list and
 * map.
 */
export function Markers({ locale, marks, current }: Props) {
  return marks.map((mark) => {
    const { spot, at, shift } = mark;
    const isCity = spot.kind !== "cluster";
    const isCurrent = isCity && spot.slug === current;
    return (
      <a
        aria-current={isCurrent ? "page" : undefined}
        key={isCity ? spot.slug : formatArea(spot.area)}
        href={href(
          locale,
          isCity ? `/cities/${spot.slug}` : `/cities?area=${formatArea(spot.area)}`,
        )}
        className="group no-underline"
      >
        {/* Only as the link's own child does it name the link. */}
        <title>{nameOf(locale, spot)}</title>
        <svg x={percent(at.x)} y={percent(at.y)} className="overflow-visible">
          <svg x={em(shift.x)} y={em(shift.y)} className="overflow-visible">
            {isCurrent ? <Ring /> : null}
            {isCity ? <City city={spot} mark={mark} /> : <Cluster locale={locale} cluster={spot} />}
          </svg>
        </svg>
      </a>
    );
  });
}

function nameOf(locale: Locale, spot: Spot): string {
  const t = translator(locale, "map");
  if (spot.kind === "cluster") return t("clusterMark", { count: spot.count });
  const names = { city: spot.name, country: nameOfCountry(locale, spot.countryCode) };
  const keys = { founder: "founderMark", member: "mark", endorsed: "endorsedMark" } as const;
  return t(keys[markerKindOf(spot)], names);
}

/** The ring around the city that the map is about. */
export function Ring() {
  return (
    <circle
      r=".62em"
      fill="none"
      className="stroke-accent stroke-2 forced-colors:stroke-[Highlight]"
    />
  );
}

function City({ city, mark: { label } }: { city: CitySpot | EndorsedSpot; mark: PlacedMarker }) {
  const kind = markerKindOf(city);
  const visibility = label.tier === null ? onlyWhenPointedAt : shownFrom[label.tier];
  return (
    <>
      <circle r=".81em" fill="none" pointerEvents="all" />
      <MarkerShape kind={kind} />
      <text
        x={em(label.x)}
        y={em(label.y)}
        textAnchor={label.anchor}
        className={`${labelLook} ${visibility} ${kind === "founder" ? "font-bold" : ""}`}
      >
        {city.name}
      </text>
    </>
  );
}

function Cluster({ locale, cluster: { count } }: { locale: Locale; cluster: ClusterSpot }) {
  return (
    <>
      <circle
        r="1.05em"
        className="fill-ink stroke-paper group-hover:fill-accent forced-colors:fill-[Canvas] forced-colors:stroke-[LinkText]"
      />
      <text
        y=".35em"
        textAnchor="middle"
        className="fill-paper font-bold forced-colors:fill-[LinkText]"
      >
        {formatter(locale).number(count, { notation: "compact" })}
      </text>
    </>
  );
}
