import type { Point } from "@/lib/map/base-maps";
import { estimateWidth } from "@/lib/map/text-width";

/** Lengths in shares of the picture's width and height. */
type Frame = Point & { width: number; height: number };
type Box = { left: number; right: number; top: number; bottom: number };
type NameSide = "above" | "below";

/** Of the picture, in em: on a desktop's page. Where it is narrower, the names are left out. */
const pictureWidth = 52;
const lineHeight = 1.5;

/**
 * On which side of its frame each name hides the fewest marks and no other name. Above, unless
 * below is better.
 * @param aspect the picture's width by its height
 */
export function sidesOfNames(
  frames: readonly (Frame & { name: string })[],
  marks: readonly Point[],
  aspect: number,
): NameSide[] {
  const taken: Box[] = [];
  const line = (lineHeight / pictureWidth) * aspect;
  return frames.map((frame) => {
    const boxes = { above: frame.y - line, below: frame.y + frame.height };
    const hidden = (side: NameSide): number => {
      const box = boxAt(frame, boxes[side], line);
      if (side === "below" && box.bottom > 1) return Infinity;
      const names = taken.filter((other) => areOver(box, other)).length;
      return names * (marks.length + 1) + marks.filter((mark) => isIn(box, mark)).length;
    };
    const side = hidden("below") < hidden("above") ? "below" : "above";
    taken.push(boxAt(frame, boxes[side], line));
    return side;
  });
}

const boxAt = ({ x, name }: Frame & { name: string }, top: number, line: number): Box => ({
  left: x,
  right: x + estimateWidth(name) / pictureWidth,
  top,
  bottom: top + line,
});

const isIn = (box: Box, { x, y }: Point): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

const areOver = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;
