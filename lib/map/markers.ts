import { placeIn, type Crop } from "@/lib/map/crop";
import { placeLabels, type Label, type Marker } from "@/lib/map/labels";
import { pushApart } from "@/lib/map/push-apart";
import type { Spot } from "@/lib/map/spots";

/** Widths in em from which more labels are shown; the first is that of a narrow phone. */
export const tiers = [18, 30, 42] as const;

/** In em at the narrowest width; marks can be touched from a tablet's width on. */
const citiesApart = 1.45;
const clustersApart = 2.2;

/** The kinds of dots, in the order in which they choose the place of their name. */
const markerKinds = ["founder", "member", "endorsed"] as const;
export type MarkerKind = (typeof markerKinds)[number];

export const markerKindOf = (spot: Spot): MarkerKind => {
  if (spot.kind === "endorsed") return "endorsed";
  return spot.kind === "city" && spot.isFounder ? "founder" : "member";
};

/** Position in shares of the picture; shift and label in em. */
export type PlacedMarker = Marker & { spot: Spot; label: Label };

/** Endorsed cities come first and founders last, so that these are drawn on top. */
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
    precedence: markerKinds.indexOf(markerKindOf(spot)),
    at: places[index] ?? origin,
    shift: shifts[index] ?? origin,
  }));
  const labels = placeLabels(marks, { aspect, tiers });
  return marks
    .map((mark, index) => ({ ...mark, label: labels[index] ?? unlabelled }))
    .sort((one, other) => other.precedence - one.precedence);
}

const origin = { x: 0, y: 0 };
const unlabelled: Label = { anchor: "start", x: 0, y: 0, tier: null };
