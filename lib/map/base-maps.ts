import { geoAzimuthalEqualArea, geoEqualEarth, geoPath, type GeoProjection } from "d3-geo";
import type { Coordinates } from "@/lib/cities/distance";

/** In units of the base map, from its upper left corner. */
export type Point = { x: number; y: number };

/** All projections of base maps are equal-area. */
export type BaseMap = {
  name: string;
  /** UN M49; 001 is the world. */
  regionCode: string;
  file: string;
  width: number;
  height: number;
  projection: GeoProjection;
};

type Corners = [longitude: number, latitude: number][];

const width = 1000;
const regionHeight = 800;

// Turned by 11 degrees, so that the edge runs through the Bering Strait and cuts no land.
const world = fitWorld(geoEqualEarth().rotate([-11, 0]), [
  [-168.99, 0],
  [-169.01, 0],
  [11, 83.7],
  [11, -56],
]);

/** In order of precedence: Istanbul is on Europe's map. */
const regions = [
  region(
    "europe",
    "150",
    [-14, -52],
    [
      [-9.6, 36],
      [41, 36],
      [-11, 60],
      [41, 60],
    ],
  ),
  region(
    "north-america",
    "003",
    [96, -38],
    [
      [-125, 14],
      [-66, 14],
      [-125, 53],
      [-62, 53],
    ],
  ),
  region(
    "south-america",
    "005",
    [60, 20],
    [
      [-82, 13],
      [-34, 13],
      [-76, -56],
      [-34, -8],
    ],
  ),
  region(
    "africa",
    "002",
    [-17, -2],
    [
      [-18, 37],
      [52, 37],
      [-18, -36],
      [52, -36],
    ],
  ),
  region(
    "asia",
    "142",
    [-88, -25],
    [
      [30, 45],
      [30, 10],
      [145, 45],
      [142, -11],
    ],
  ),
  region(
    "oceania",
    "009",
    [-145, 25],
    [
      [112, -10],
      [112, -38],
      [179, -10],
      [176, -48],
    ],
  ),
] as const;

export const worldMap: BaseMap = world;
export const regionMaps: readonly BaseMap[] = regions;
export const baseMaps: readonly BaseMap[] = [world, ...regions];

function fitWorld(projection: GeoProjection, corners: Corners): BaseMap {
  const outline = { type: "MultiPoint", coordinates: corners } as const;
  projection.fitWidth(width, outline);
  const height = Math.ceil(geoPath(projection).bounds(outline)[1][1]);
  return { name: "world", regionCode: "001", file: "/map/world.svg", width, height, projection };
}

function region(
  name: string,
  regionCode: string,
  rotation: [number, number],
  corners: Corners,
): BaseMap {
  const projection = geoAzimuthalEqualArea().rotate(rotation);
  projection.fitExtent(
    [
      [0, 0],
      [width, regionHeight],
    ],
    { type: "MultiPoint", coordinates: corners },
  );
  return { name, regionCode, file: `/map/${name}.svg`, width, height: regionHeight, projection };
}

/** Outside the map's edges when the place is not on it. */
export function pointOn({ projection }: BaseMap, { longitude, latitude }: Coordinates): Point {
  const [x, y] = projection([longitude, latitude]) ?? [Number.NaN, Number.NaN];
  return { x, y };
}

/** Keeps a city's mark and some of its surroundings on the map. */
const margin = 20;

export function isOn(base: BaseMap, place: Coordinates): boolean {
  const { x, y } = pointOn(base, place);
  return x >= margin && x <= base.width - margin && y >= margin && y <= base.height - margin;
}
