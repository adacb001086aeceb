import { openSync, type Font } from "fontkit";

const fontFile = (weight: 400 | 700) =>
  `node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`;

const open = (weight: 400 | 700): Font => {
  const font = openSync(fontFile(weight));
  if (!("layout" in font)) throw new Error(`${fontFile(weight)} holds no single font.`);
  return font;
};

export type TextLine = {
  text: string;
  weight: 400 | 700;
  size: number;
  left: number;
  baseline: number;
};

/**
 * A line of text drawn as shapes, as the `d` of a path: it looks alike wherever it stands, and
 * fetches no font.
 */
export function outline({ text, weight, size, left, baseline }: TextLine): string {
  const font = open(weight);
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let pen = left;
  return glyphs
    .map(({ path }, index) => {
      const shape = path.scale(scale, -scale).translate(pen, baseline).toSVG();
      pen += (positions[index]?.xAdvance ?? 0) * scale;
      return shape.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));
    })
    .join("");
}
