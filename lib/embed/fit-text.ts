import { embedSize } from "@/lib/embed/address";
import { wrapText } from "@/lib/embed/wrap-text";

/** Of the title and of the text below it, in pixels: the first at which both fit is taken. */
export const fontSizes = [
  { title: 20, text: 13 },
  { title: 17, text: 13 },
  { title: 14, text: 12 },
  { title: 12, text: 11 },
  { title: 10, text: 10 },
  { title: 8, text: 8 },
  // For 120 letters as wide as they are high, the longest name that a member can have.
  { title: 7, text: 7 },
] as const;

export type FontSizes = (typeof fontSizes)[number];

export const lineHeights = { title: 1.2, text: 1.3 };

/** Beside the mark, without the space around it. */
export const textRoom = { width: 200, height: embedSize.height - 12 };

/** Bold letters are wider than what is estimated. */
const boldness = 1.2;

export type FittedText = { size: FontSizes; title: string[]; text: string[]; height: number };

/** The lines of an embed, in the largest letters in which they fit. */
export function fitText(title: string, text: string): FittedText {
  let fitted = setIn(fontSizes[0], title, text);
  for (const size of fontSizes.slice(1)) {
    if (fitted.height <= textRoom.height) break;
    fitted = setIn(size, title, text);
  }
  return fitted;
}

function setIn(size: FontSizes, title: string, text: string): FittedText {
  const lines = {
    title: wrapText(title, textRoom.width / boldness / size.title),
    text: wrapText(text, textRoom.width / size.text),
  };
  const height =
    lines.title.length * size.title * lineHeights.title +
    lines.text.length * size.text * lineHeights.text;
  return { size, ...lines, height };
}
