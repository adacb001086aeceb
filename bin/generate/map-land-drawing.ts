import { geoArea, geoPath } from "d3-geo";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { createRequire } from "node:module";
import { feature } from "topojson-client";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { BaseMap } from "@/lib/map/base-maps";

type Land = Topology<{ land: GeometryCollection }>;

/**
 * The smallest island that is drawn, in square units of its map; smaller ones hide under a city's
 * mark.
 */
const smallestIsland = 1.2;
/** South of it there is only Antarctica, which has no cities. */
const southernmost = -60;

const source = presimplify(
  createRequire(import.meta.url)("world-atlas/land-50m.json") as Land,
  sphericalTriangleArea,
);

/**
 * The land of a base map as an SVG file: one white path, in whole units, for use as a mask. The
 * page gives it the colour, so that one file is right in every theme, in forced colours and in
 * print.
 */
export function drawLand(base: BaseMap): string {
  const { width, height, projection } = base;
  const steradiansInAUnit = projection.scale() ** -2;
  const land = landOf(simplify(source, steradiansInAUnit), smallestIsland * steradiansInAUnit);
  const edge = 5;
  // World maps are cut by their projection, regional ones at their edges.
  projection.clipExtent([
    [-edge, -edge],
    [width + edge, height + edge],
  ]);
  const path = ringsOf(base, land).map(toPathData).join("");
  projection.clipExtent(null);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><path fill="#fff" d="${path}"/></svg>\n`;
}

function landOf(topology: Land, smallest: number): MultiPolygon {
  const { features } = feature(topology, topology.objects.land);
  const polygons = features.flatMap(({ geometry }) => {
    if (geometry.type === "MultiPolygon") return geometry.coordinates;
    return geometry.type === "Polygon" ? [geometry.coordinates] : [];
  });
  const isShown = (coordinates: Position[][]) => {
    const outline = coordinates[0] ?? [];
    if (
      outline.length < 4 ||
      Math.max(...outline.map(([, latitude = 0]) => latitude)) < southernmost
    )
      return false;
    return geoArea({ type: "Polygon", coordinates } satisfies Polygon) >= smallest;
  };
  return { type: "MultiPolygon", coordinates: polygons.filter(isShown) };
}

type Step = [x: number, y: number];

/** The outlines on the map, in whole units, without points that change nothing. */
function ringsOf({ projection }: BaseMap, land: MultiPolygon): Step[][] {
  const rings: Step[][] = [];
  const draw = (x: number, y: number) =>
    addPoint(rings.at(-1) ?? [], [Math.round(x), Math.round(y)]);
  const begin = (x: number, y: number) => {
    rings.push([]);
    draw(x, y);
  };
  const nothing = () => undefined;
  geoPath(projection, {
    beginPath: nothing,
    moveTo: begin,
    lineTo: draw,
    arc: nothing,
    closePath: nothing,
  })(land);
  return rings.filter((ring) => ring.length > 2);
}

function addPoint(ring: Step[], [x, y]: Step): void {
  const last = ring.at(-1);
  if (last?.[0] === x && last[1] === y) return;
  const before = ring.at(-2);
  const isStraight =
    last &&
    before &&
    (last[0] - before[0]) * (y - last[1]) === (last[1] - before[1]) * (x - last[0]);
  if (isStraight) ring.pop();
  ring.push([x, y]);
}

function toPathData([start, ...others]: Step[]): string {
  if (!start) return "";
  let [x, y] = start;
  const steps = others.map(([nextX, nextY]) => {
    const step = `${nextX - x} ${nextY - y}`;
    [x, y] = [nextX, nextY];
    return step;
  });
  return `M${start.join(" ")}l${steps.join(" ").replaceAll(" -", "-")}z`;
}
