import { placeIn, type Crop } from "@/lib/map/crop";
import { placeLabels, type Label, type Marker } from "@/lib/map/labels";
import { pushApart } from "@/lib/map/push-apart";
import type { Spot } from "@/lib/map/spots";

/** The widths in em from which more labels are shown; the first is that of a narrow telephone. */
export const tiers = [18, 30, 42] as const;

/**
 * How far marks are kept apart, in em at the narrowest: each stays to be seen and, from a tablet's
 * width on, to be touched.
 */
const citiesApart = 1.45;
const clustersApart = 2.2;

/** A spot's place in shares of the picture, its shift from there and its label in em. */
export type PlacedMarker = Marker & { spot: Spot; label: Label };

/** Where spots are drawn on a part of a map; founders last, so that they lie on top. */
export function placeMarkers(spots: readonly Spot[], crop: Crop): PlacedMarker[] {
  const aspect = crop.width / crop.height;
  const [narrowest] = tiers;
  const places = spots.map((spot) => placeIn(crop, spot));
  const apart = spots.some(({ kind }) => kind === "cluster") ? clustersApart : citiesApart;
  const shifts = pushApart(
    places.map(({ x, y }) => ({ x: x * narrowest, y: (y * narrowest) / aspect })),
    apart,
  );
  const marks = spots.map((spot, index) => ({
    spot,
    name: spot.name,
    isFounder: spot.isFounder,
    at: places[index] ?? origin,
    shift: shifts[index] ?? origin,
  }));
  const labels = placeLabels(marks, { aspect, tiers });
  return marks
    .map((mark, index) => ({ ...mark, label: labels[index] ?? unlabelled }))
    .sort((one, other) => Number(one.isFounder) - Number(other.isFounder));
}

const origin = { x: 0, y: 0 };
const unlabelled: Label = { anchor: "start", x: 0, y: 0, tier: null };
