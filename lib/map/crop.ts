import type { Coordinates } from "@/lib/cities/distance";
import { isOn, pointOn, regionMaps, worldMap, type BaseMap, type Point } from "@/lib/map/base-maps";

export type Crop = { base: BaseMap; x: number; y: number; width: number; height: number };

/** Land is drawn for maps of 1000 units; enlarged further, it looks coarse. */
const greatestZoom = 3;
/** The world's land is drawn more simply. */
const greatestZoomOfWorld = 2;
/** Around the outermost cities, as a share of what they span. */
const room = 0.22;

export const wholeOf = (base: BaseMap): Crop => ({
  base,
  x: 0,
  y: 0,
  width: base.width,
  height: base.height,
});

const baseFor = (places: readonly Coordinates[]): BaseMap =>
  regionMaps.find((base) => places.every((place) => isOn(base, place))) ?? worldMap;

/** @param base where all places are; by itself the smallest map that has them */
export function cropAround(places: readonly Coordinates[], base = baseFor(places)): Crop {
  if (places.length === 0) return wholeOf(base);
  const points = places.map((place) => pointOn(base, place));
  const [left, right] = rangeOf(points.map(({ x }) => x));
  const [top, bottom] = rangeOf(points.map(({ y }) => y));
  const share =
    Math.max((right - left) / base.width, (bottom - top) / base.height) * (1 + 2 * room);
  const greatest = base === worldMap ? greatestZoomOfWorld : greatestZoom;
  const zoom = Math.min(greatest, 1 / Math.min(1, share));
  const width = base.width / zoom;
  const height = base.height / zoom;
  return {
    base,
    width,
    height,
    x: within((left + right - width) / 2, base.width - width),
    y: within((top + bottom - height) / 2, base.height - height),
  };
}

type Neighbour = Coordinates & { kilometres: number };

/** So many are framed however far they are: a map of one city tells nothing. */
const minNeighbours = 2;
/** A neighbour that is so much farther than the one before it would make all others small. */
const greatestGap = 2;

/** Around a city and those of its neighbours, nearest first, that are not far behind the others. */
export function cropAroundCity(city: Coordinates, neighbours: readonly Neighbour[]): Crop {
  const gap = neighbours.findIndex(
    ({ kilometres }, index) =>
      index >= minNeighbours && kilometres > greatestGap * (neighbours[index - 1]?.kilometres ?? 0),
  );
  return cropAround([city, ...(gap < 0 ? neighbours : neighbours.slice(0, gap))]);
}

/** Whether a place is in the picture, a little away from its edges. */
export function isIn(crop: Crop, place: Coordinates): boolean {
  const { x, y } = placeIn(crop, place);
  return isWithinEdges(x) && isWithinEdges(y);
}

const isWithinEdges = (share: number): boolean => share > edge && share < 1 - edge;
const edge = 0.03;

/** In shares of the crop's width and height. */
export function placeIn({ base, x, y, width, height }: Crop, place: Coordinates): Point {
  const point = pointOn(base, place);
  return { x: (point.x - x) / width, y: (point.y - y) / height };
}

const rangeOf = (numbers: number[]): [number, number] => [
  Math.min(...numbers),
  Math.max(...numbers),
];
const within = (wanted: number, greatest: number): number =>
  Math.max(0, Math.min(wanted, greatest));

/** In units of the map. */
const frameRoom = 16;

/** In shares of the crop's width and height. */
export function frameOf(
  { base, x, y, width, height }: Crop,
  places: readonly Coordinates[],
): Point & { width: number; height: number } {
  const points = places.map((place) => pointOn(base, place));
  const [left, right] = rangeOf(points.map((point) => point.x));
  const [top, bottom] = rangeOf(points.map((point) => point.y));
  return {
    x: (left - frameRoom - x) / width,
    y: (top - frameRoom - y) / height,
    width: (right - left + 2 * frameRoom) / width,
    height: (bottom - top + 2 * frameRoom) / height,
  };
}
