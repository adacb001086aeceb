import { estimateWidth } from "@/lib/map/text-width";

/** Positions are shares because the picture scales with the page, while text keeps its size. */
export type Marker = {
  name: string;
  /** Shares of the picture, 0 to 1. */
  at: { x: number; y: number };
  /** In em. */
  shift: { x: number; y: number };
  /** The lower, the sooner it chooses where its label stands. */
  precedence: number;
};

export type Label = {
  anchor: "start" | "middle" | "end";
  /** From the mark to the text's anchor on its baseline, in em. */
  x: number;
  y: number;
  /** Index of the width from which it is shown; null when it fits nowhere. */
  tier: number | null;
};

type Picture = {
  aspect: number;
  /** Widths in em, narrowest first. */
  tiers: readonly number[];
};

/** Sides in em from `at`, which moves linearly with the picture's width. */
type Box = { at: Marker["at"]; left: number; right: number; top: number; bottom: number };

/** Of all pictures, in em. */
const widest = 100;
const gap = 0.75;
const markRadius = 0.55;
const padding = 0.15;
const baseline = 0.35;

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

/** No label overlaps another or a mark, at any width. Deterministic. */
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

/** As a share of the picture. */
const neighbourhood = 0.12;

function inOrderOfChoice(marks: readonly Marker[]): Marker[] {
  const neighboursOf = ({ at }: Marker) =>
    marks.filter((other) => Math.hypot(other.at.x - at.x, other.at.y - at.y) < neighbourhood)
      .length;
  return marks
    .map((mark) => ({ mark, neighbours: neighboursOf(mark) }))
    .sort(
      (one, other) =>
        one.mark.precedence - other.mark.precedence || other.neighbours - one.neighbours,
    )
    .map(({ mark }) => mark);
}

/** For a mark whose label fits nowhere: it is shown only while the mark is pointed at. */
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

/** Checked only at the narrowest width: a wider picture only adds room. */
function isInside({ at, left, right, top, bottom }: Box, width: number, aspect: number): boolean {
  const height = width / aspect;
  return (
    at.x * width + left >= 0 &&
    at.x * width + right <= width &&
    at.y * height + top >= 0 &&
    at.y * height + bottom <= height
  );
}

/** Distances grow linearly with the width, so checking both ends is enough. */
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
