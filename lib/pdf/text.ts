import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Pdf = PDFKit.PDFDocument;

export const margin = 62;
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

type Style = {
  size?: number;
  weight?: Weight;
  colour?: string;
  before?: number;
  after?: number;
  indent?: number;
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
    link,
  } = style;
  const runs = text.split(beyondLatin).filter(Boolean);
  pdf.fontSize(size).fillColor(link ? colours.accent : colour);
  runs.forEach((run, index) => {
    const options = {
      continued: index < runs.length - 1,
      lineGap: 2.5,
      ...(link && { link, underline: true }),
    };
    pdf.font(`${beyondLatin.test(run) ? "beyond" : "latin"} ${weight}`);
    if (index === 0)
      pdf.text(run, margin + indent, pdf.y + before, {
        ...options,
        width: pdf.page.width - 2 * margin - indent,
      });
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
