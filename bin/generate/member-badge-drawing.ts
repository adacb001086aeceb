import { openSync, type Font } from "fontkit";
import { badgeSize } from "@/lib/cities/member-badge";
import { grounds, type Ground } from "@/lib/embed/grounds";
import { nightTowers } from "@/lib/night";

const fontFile = (weight: 400 | 700) =>
  `node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`;

const open = (weight: 400 | 700): Font => {
  const font = openSync(fontFile(weight));
  if (!("layout" in font)) throw new Error(`${fontFile(weight)} holds no single font.`);
  return font;
};

/**
 * The lines beside the mark. Drawn as shapes: the badge looks alike wherever it stands, and fetches
 * no font.
 */
const lines = [
  { text: "Member of the", weight: 400, size: 15, baseline: 29 },
  { text: "Cities Coalition", weight: 700, size: 21, baseline: 53 },
  { text: "for Digital Rights", weight: 700, size: 21, baseline: 75 },
] as const;

/** The badge of a member as SVG, without scripts, styles or anything to fetch. */
export function drawMemberBadge(name: Ground): string {
  const { ground, ink, towers } = grounds[name];
  const { width, height } = badgeSize;
  const title = lines.map(({ text }) => text).join(" ");
  const box = `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="8" fill="${ground}" stroke="${ink}" stroke-width="2"/>`;
  const mark = nightTowers.map(
    ({ floors }, index) =>
      `<path fill="${towers[index] ?? ink}" d="M${20 + index * 14} 72v-${floors * 8}h12v${floors * 8}z"/>`,
  );
  const words = lines.map((line) => `<path fill="${ink}" d="${outline(line)}"/>`);
  const attributes = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"`;
  return `<svg ${attributes}><title>${title}</title>${[box, ...mark, ...words].join("")}</svg>\n`;
}

function outline({ text, weight, size, baseline }: (typeof lines)[number]): string {
  const font = open(weight);
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let pen = 106;
  return glyphs
    .map(({ path }, index) => {
      const shape = path.scale(scale, -scale).translate(pen, baseline).toSVG();
      pen += (positions[index]?.xAdvance ?? 0) * scale;
      return shape.replace(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));
    })
    .join("");
}
