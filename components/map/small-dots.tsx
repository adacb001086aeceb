import { percent } from "@/components/map/lengths";
import { MarkerShape } from "@/components/map/marker-shape";
import type { Coordinates } from "@/lib/cities/distance";
import { pointOn, worldMap } from "@/lib/map/base-maps";
import { placeIn, type Crop } from "@/lib/map/crop";
import type { MappedEndorsedCity, MappedCity } from "@/lib/map/spots";

/**
 * Cities nearer than this share a dot, in units of the map: however many there are, the picture
 * stays light.
 */
const grid = 4;

/** Cities too small to be touched: a path for all of a kind, and the founders' own marks on top. */
export function SmallDots({
  crop,
  cities,
  endorsed,
}: {
  crop: Crop;
  cities: readonly MappedCity[];
  endorsed: readonly MappedEndorsedCity[];
}) {
  const founders = cities.filter(({ isFounder }) => isFounder);
  const rings = dotsOf(endorsed);
  return (
    <>
      <svg
        viewBox={[crop.x, crop.y, crop.width, crop.height].map(Math.round).join(" ")}
        preserveAspectRatio="none"
        className="size-full"
      >
        {rings ? (
          <>
            <Path
              d={rings}
              className="stroke-ink [stroke-width:.36em] @min-[30em]:[stroke-width:.56em] forced-colors:stroke-[CanvasText]"
            />
            <Path
              d={rings}
              className="stroke-paper [stroke-width:.18em] @min-[30em]:[stroke-width:.3em] forced-colors:stroke-[Canvas]"
            />
          </>
        ) : null}
        <Path
          d={dotsOf(cities)}
          className="stroke-ink [stroke-width:.3em] @min-[30em]:[stroke-width:.5em] forced-colors:stroke-[CanvasText]"
        />
      </svg>
      {founders.map((city) => {
        const { x, y } = placeIn(crop, city);
        return (
          <svg
            key={city.slug}
            x={percent(x)}
            y={percent(y)}
            className="overflow-visible text-[.6em] @min-[30em]:text-[1em]"
          >
            <MarkerShape kind="founder" />
          </svg>
        );
      })}
    </>
  );
}

/** In rows, each dot by its way from the one before: these are few numbers, which compress well. */
function dotsOf(cities: readonly Coordinates[]): string {
  const dots = cities.map((city) => {
    const { x, y } = pointOn(worldMap, city);
    return { x: Math.round(x / grid), y: Math.round(y / grid) };
  });
  const inRows = dots.sort((one, other) => one.y - other.y || one.x - other.x);
  return inRows.map((dot, index) => stepTo(dot, inRows[index - 1])).join("");
}

type Dot = { x: number; y: number };

function stepTo({ x, y }: Dot, from?: Dot): string {
  if (!from) return `M${x} ${y}h0`;
  return x === from.x && y === from.y ? "" : `m${x - from.x} ${y - from.y}h0`;
}

function Path({ d, className }: { d: string; className: string }) {
  return (
    <path
      d={d}
      transform={`scale(${grid})`}
      strokeLinecap="round"
      vectorEffect="non-scaling-stroke"
      className={className}
    />
  );
}
