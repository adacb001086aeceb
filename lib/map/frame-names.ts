import type { Point } from "@/lib/map/base-maps";
import { estimateWidth } from "@/lib/map/text-width";

/** Lengths in shares of the picture's width and height. */
type Frame = Point & { width: number; height: number };
type Box = { left: number; right: number; top: number; bottom: number };
/** A name stands above or below its frame, at the left or the right corner. */
export type NamePlace = { isBelow: boolean; isRight: boolean };

/** In this order: of those that hide equally little, the first is taken. */
const places: readonly NamePlace[] = [
  { isBelow: false, isRight: false },
  { isBelow: true, isRight: false },
  { isBelow: false, isRight: true },
  { isBelow: true, isRight: true },
];

/** Of the picture, in em: on a desktop's page. Where it is narrower, the names are left out. */
const pictureWidth = 60;
const lineHeight = 1.5;

/**
 * Where each name hides no other name, and the fewest marks.
 * @param aspect the picture's width by its height
 */
export function placesOfNames(
  frames: readonly (Frame & { name: string })[],
  marks: readonly Point[],
  aspect: number,
): NamePlace[] {
  const taken: Box[] = [];
  const line = (lineHeight / pictureWidth) * aspect;
  const hiddenBy = (box: Box): number => {
    if (box.bottom > 1) return Infinity;
    const names = taken.filter((other) => areOver(box, other)).length;
    return names * (marks.length + 1) + marks.filter((mark) => isIn(box, mark)).length;
  };
  return frames.map((frame) => {
    const choices = places.map((place) => {
      const box = boxOf(frame, place, line);
      return { place, box, hidden: hiddenBy(box) };
    });
    const best = choices.reduce((one, other) => (other.hidden < one.hidden ? other : one));
    taken.push(best.box);
    return best.place;
  });
}

function boxOf(
  frame: Frame & { name: string },
  { isBelow, isRight }: NamePlace,
  line: number,
): Box {
  const width = estimateWidth(frame.name) / pictureWidth;
  const left = isRight ? frame.x + frame.width - width : frame.x;
  const top = isBelow ? frame.y + frame.height : frame.y - line;
  return { left, right: left + width, top, bottom: top + line };
}

const isIn = (box: Box, { x, y }: Point): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

const areOver = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;
