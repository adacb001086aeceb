import type { NameWall, PosterName } from "@/lib/pdf/poster";
import { margin, widthOf, type Pdf } from "@/lib/pdf/text";

/** In points, from three cities to some eight hundred. Many may take more room than few. */
const sizes = [34, 30, 26, 23, 20, 18, 16, 14, 12, 11, 10, 9, 8, 7, 6, 5];
const room = { few: 172, many: 275 };
const smallestOfFew = 16;
const lineHeight = 1.45;
const gap = 0.85;
export const markWidth = 0.95;

/**
 * As large as the room allows. Without names where even the smallest would not fit.
 * Its baselines are from its own top.
 */
export function buildNameWall(pdf: Pdf, names: readonly PosterName[]): NameWall {
  for (const size of sizes) {
    const wall = wallOf(pdf, names, size);
    if (wall.height <= (size < smallestOfFew ? room.many : room.few)) return wall;
  }
  return { size: 0, height: 0, names: [] };
}

function wallOf(pdf: Pdf, names: readonly PosterName[], size: number): NameWall {
  const right = pdf.page.width - margin;
  let x = margin;
  let line = 0;
  const placed = names.map((entry) => {
    const before = entry.marked ? markWidth * size : 0;
    const width = before + widthOf(pdf, entry.name, size, "700");
    if (x > margin && x + width > right) {
      x = margin;
      line++;
    }
    const place = { ...entry, x: x + before, baseline: (line * lineHeight + 1) * size };
    x += width + gap * size;
    return place;
  });
  return { size, height: (line + 1) * lineHeight * size, names: placed };
}
