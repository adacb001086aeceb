import { estimateWidth } from "@/lib/map/text-width";

/** Breaks at spaces, into lines of about the same length. @param width in em */
export function wrapText(text: string, width: number): string[] {
  const lines = fillLines(text, width);
  const narrower = width - 0.5;
  return narrower > 0 && fillLines(text, narrower).length === lines.length
    ? wrapText(text, narrower)
    : lines;
}

function fillLines(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = [...lines.slice(-1), word].join(" ");
    if (lines.length > 0 && estimateWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
