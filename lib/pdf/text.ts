import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Pdf = PDFKit.PDFDocument;

export const margin = 62;
/** Of the typeface, as shares of its size: from the top of a line to that of its capitals. */
export const aboveCapitals = 0.316;
export const capitals = 0.668;
export const colours = { ink: "#15172b", soft: "#4a4d63", accent: "#2b3fd1" };

type Weight = "400" | "700";

const fontDirectory = join(
  /* turbopackIgnore: true */ process.cwd(),
  "node_modules/@fontsource/atkinson-hyperlegible-next/files",
);
const fontFile = (letters: string, weight: Weight): Buffer =>
  readFileSync(join(fontDirectory, `atkinson-hyperlegible-next-${letters}-${weight}-normal.woff`));

/** Letters in the font's second file, such as those of Łódź. */
const beyondLatin = /([\u0100-\u0130\u0132-\u0151\u0154-\u02af\u1e00-\u1eff]+)/u;

export function registerFonts(pdf: Pdf): void {
  for (const weight of ["400", "700"] as const) {
    pdf.registerFont(`latin ${weight}`, fontFile("latin", weight));
    pdf.registerFont(`beyond ${weight}`, fontFile("latin-ext", weight));
  }
}

/** The text in pieces, each with the file that has its letters. */
const runsOf = (text: string, weight: Weight) =>
  text
    .split(beyondLatin)
    .filter(Boolean)
    .map((run) => ({ run, font: `${beyondLatin.test(run) ? "beyond" : "latin"} ${weight}` }));

/** In points, on one line. */
export const widthOf = (pdf: Pdf, text: string, size: number, weight: Weight): number =>
  runsOf(text, weight).reduce(
    (width, { run, font }) => width + pdf.font(font).fontSize(size).widthOfString(run),
    0,
  );

/** The narrowest that takes no more lines than `width`. */
export function balancedWidth(
  pdf: Pdf,
  text: string,
  { size, weight, width }: { size: number; weight: Weight; width: number },
): number {
  pdf.font(`latin ${weight}`).fontSize(size);
  const heightAt = (tried: number) => pdf.heightOfString(text, { width: tried });
  let narrowest = width;
  while (heightAt(narrowest - size / 2) === heightAt(width)) narrowest -= size / 2;
  return narrowest;
}

/** One line that stands on `baseline`. */
export function writeLine(
  pdf: Pdf,
  text: string,
  { x, baseline, size, weight, colour }: LineStyle,
): void {
  pdf.fontSize(size).fillColor(colour);
  let left = x;
  for (const { run, font } of runsOf(text, weight)) {
    pdf.font(font).text(run, left, baseline, { lineBreak: false, baseline: "alphabetic" });
    left += pdf.widthOfString(run);
  }
}

type LineStyle = { x: number; baseline: number; size: number; weight: Weight; colour: string };

type Style = {
  size?: number;
  weight?: Weight;
  colour?: string;
  before?: number;
  after?: number;
  indent?: number;
  /** Narrower than the page, e.g. from `balancedWidth`. */
  width?: number;
  lineGap?: number;
  link?: string;
};

export function writeText(pdf: Pdf, text: string, style: Style = {}): void {
  const {
    size = 10.5,
    weight = "400",
    colour = colours.ink,
    before = 0,
    after = 6,
    indent = 0,
    width = pdf.page.width - 2 * margin - indent,
    lineGap = 2.5,
    link,
  } = style;
  const runs = runsOf(text, weight);
  pdf.fontSize(size).fillColor(link ? colours.accent : colour);
  runs.forEach(({ run, font }, index) => {
    const options = {
      continued: index < runs.length - 1,
      lineGap,
      ...(link && { link, underline: true }),
    };
    pdf.font(font);
    if (index === 0) pdf.text(run, margin + indent, pdf.y + before, { ...options, width });
    else pdf.text(run, options);
  });
  pdf.y += after;
}

/** Leaves `pdf.y` on the label's line, where the following text starts. */
export function writeLabel(pdf: Pdf, label: string, style: Style = {}): void {
  keepTogether(pdf, 40);
  const top = pdf.y;
  writeText(pdf, label, style);
  pdf.y = top;
}

/** No heading stands alone at the foot of a page. */
export function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y > pdf.page.height - margin - height) pdf.addPage();
}
