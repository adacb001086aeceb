import { estimateWidth } from "@/lib/map/text-width";

const narrower = 0.5;

/**
 * Breaks at spaces, into lines of about the same length, and within a word only where it is longer
 * than a line.
 * @param width in em
 */
export function wrapText(text: string, width: number): string[] {
  const least = Math.min(width, Math.max(...text.split(" ").map(estimateWidth)));
  const lines = fillLines(text, width);
  for (let room = width - narrower; room >= least; room -= narrower) {
    const balanced = fillLines(text, room);
    if (balanced.length > lines.length) break;
    lines.splice(0, lines.length, ...balanced);
  }
  return lines;
}

function fillLines(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = [...lines.slice(-1), word].join(" ");
    if (lines.length > 0 && estimateWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(...piecesOf(word, width));
  }
  return lines;
}

function piecesOf(word: string, width: number): string[] {
  if (estimateWidth(word) <= width) return [word];
  const pieces = [""];
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const longer = pieces.at(-1) + segment;
    if (estimateWidth(longer) <= width) pieces[pieces.length - 1] = longer;
    else pieces.push(segment);
  }
  return pieces;
}
