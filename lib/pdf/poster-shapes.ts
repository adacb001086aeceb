import { markWidth } from "@/lib/pdf/name-wall";
import type { Poster, PosterLayout } from "@/lib/pdf/poster";
import { capitals, colours, margin, type Pdf } from "@/lib/pdf/text";

/** Of the coalition's mark, from left to right: one tower for each principle. */
const floors = [4, 6, 7, 5, 3] as const;
export const skylineWidth = 106;
const skylineHeight = 78;
const founderColour = "#9f2b00";

/** Rules, the coalition's mark and those of founders: artifacts, because the text says it all. */
export function drawShapes(pdf: Pdf, { principles }: Poster, layout: PosterLayout): void {
  const width = pdf.page.width - 2 * margin;
  pdf.markContent("Artifact", { type: "Layout" });
  principles.forEach(({ colour }, index) => {
    drawTower(pdf, index, colour);
    pdf.rect(margin, layout.principles[index]?.top ?? 0, width, 7).fill(colour);
  });
  for (const top of [layout.names, layout.foot]) pdf.rect(margin, top, width, 2).fill(colours.ink);
  const { size, names } = layout.wall;
  for (const { marked, x, baseline } of names)
    if (marked) drawDiamond(pdf, x - markWidth * size, baseline, size);
  pdf.endMarkedContent();
}

function drawTower(pdf: Pdf, index: number, colour: string): void {
  const street = 0.16;
  const step = skylineWidth / (floors.length - street);
  const height = (skylineHeight * (floors[index] ?? 0)) / Math.max(...floors);
  const left = pdf.page.width - margin - skylineWidth + index * step;
  pdf.rect(left, margin + skylineHeight - height, step * (1 - street), height).fill(colour);
}

/** A square on its corner, as founders have it on the site's maps. */
function drawDiamond(pdf: Pdf, left: number, baseline: number, size: number): void {
  const half = size * 0.34;
  const [x, y] = [left + half, baseline - (capitals / 2) * size];
  pdf.polygon([x, y - half], [x + half, y], [x, y + half], [x - half, y]).fill(founderColour);
}
