import { estimateWidth } from "@/lib/map/text-width";

/**
 * A mark on a picture that grows with its page while letters keep their size: its place is a share
 * of the picture's width and height, what stands beside it is measured in em.
 */
export type Marker = {
  name: string;
  /** Shares of the picture, 0 to 1. */
  at: { x: number; y: number };
  /** How far it is moved from there, in em. */
  shift: { x: number; y: number };
  isFounder: boolean;
};

export type Label = {
  anchor: "start" | "middle" | "end";
  /** From the mark to the text's anchor on its baseline, in em. */
  x: number;
  y: number;
  /** Which of the given widths it is shown from; null where it fits nowhere. */
  tier: number | null;
};

type Picture = {
  /** Width by height. */
  aspect: number;
  /** Widths in em from which more labels are shown, narrowest first. */
  tiers: readonly number[];
};

/** Sides in em from the mark's own place, which moves linearly with the picture's width. */
type Box = { at: Marker["at"]; left: number; right: number; top: number; bottom: number };

/** The widest that any picture is shown, in em. */
const widest = 100;
const gap = 0.75;
const markRadius = 0.55;
const padding = 0.15;
const baseline = 0.35;

/** Where a label may stand, best first. */
const sides: readonly Omit<Label, "tier">[] = [
  { anchor: "start", x: gap, y: baseline },
  { anchor: "end", x: -gap, y: baseline },
  { anchor: "middle", x: 0, y: -gap - 0.05 },
  { anchor: "middle", x: 0, y: gap + 0.75 },
  { anchor: "start", x: 0.5, y: -0.45 },
  { anchor: "end", x: -0.5, y: -0.45 },
  { anchor: "start", x: 0.5, y: 1.15 },
  { anchor: "end", x: -0.5, y: 1.15 },
];

/**
 * A label for each mark, so that no two shown ones overlap, nor one a mark, at any width of the
 * picture. Founders choose first, then those with the least room. The same marks always get the
 * same labels.
 */
export function placeLabels(marks: readonly Marker[], { aspect, tiers }: Picture): Label[] {
  const markBoxes = marks.map(boxOfMark);
  const placed: Box[] = [];
  const labels = new Map<Marker, Label>();
  const order = inOrderOfChoice(marks);

  tiers.forEach((from, tier) => {
    const isFree = (box: Box, mark: Marker) =>
      isInside(box, from, aspect) &&
      placed.every((other) => areApart(box, other, from, aspect)) &&
      markBoxes.every(
        (other, index) => marks[index] === mark || areApart(box, other, from, aspect),
      );

    for (const mark of order) {
      if (labels.has(mark)) continue;
      const side = sides.find((candidate) => isFree(boxOfLabel(mark, candidate), mark));
      if (!side) continue;
      labels.set(mark, { ...side, tier });
      placed.push(boxOfLabel(mark, side));
    }
  });
  return marks.map((mark) => labels.get(mark) ?? inward(mark));
}

/** How far around a mark others take its room, as a share of the picture. */
const neighbourhood = 0.12;

function inOrderOfChoice(marks: readonly Marker[]): Marker[] {
  const neighboursOf = ({ at }: Marker) =>
    marks.filter((other) => Math.hypot(other.at.x - at.x, other.at.y - at.y) < neighbourhood)
      .length;
  return marks
    .map((mark) => ({ mark, neighbours: neighboursOf(mark) }))
    .sort(
      (one, other) =>
        Number(other.mark.isFounder) - Number(one.mark.isFounder) ||
        other.neighbours - one.neighbours,
    )
    .map(({ mark }) => mark);
}

/**
 * For a mark whose label fits nowhere: it is shown only while the mark is pointed at, on the side
 * that has room.
 */
function inward({ at }: Marker): Label {
  const isRight = at.x > 0.6;
  return { anchor: isRight ? "end" : "start", x: isRight ? -gap : gap, y: baseline, tier: null };
}

function boxOfMark({ at, shift }: Marker): Box {
  return {
    at,
    left: shift.x - markRadius,
    right: shift.x + markRadius,
    top: shift.y - markRadius,
    bottom: shift.y + markRadius,
  };
}

function boxOfLabel({ name, at, shift }: Marker, { anchor, x, y }: Omit<Label, "tier">): Box {
  const width = estimateWidth(name);
  const start = shift.x + x - { start: 0, middle: width / 2, end: width }[anchor];
  return {
    at,
    left: start - padding,
    right: start + width + padding,
    top: shift.y + y - 0.9,
    bottom: shift.y + y + 0.3,
  };
}

/** Growing, a picture only gives more room to what is inside it at its narrowest. */
function isInside({ at, left, right, top, bottom }: Box, width: number, aspect: number): boolean {
  const height = width / aspect;
  return (
    at.x * width + left >= 0 &&
    at.x * width + right <= width &&
    at.y * height + top >= 0 &&
    at.y * height + bottom <= height
  );
}

/**
 * Whether one stays on the same side of the other at every width from `from` on: distances grow
 * linearly, so both ends tell.
 */
function areApart(one: Box, other: Box, from: number, aspect: number): boolean {
  const atBothEnds = (distance: (width: number) => number) =>
    distance(from) >= 0 && distance(widest) >= 0;
  const across = one.at.x - other.at.x;
  const down = (one.at.y - other.at.y) / aspect;
  return (
    atBothEnds((width) => across * width + one.left - other.right) ||
    atBothEnds((width) => -across * width + other.left - one.right) ||
    atBothEnds((width) => down * width + one.top - other.bottom) ||
    atBothEnds((width) => -down * width + other.top - one.bottom)
  );
}
