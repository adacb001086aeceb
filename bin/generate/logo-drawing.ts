import { inks } from "@/bin/generate/inks";
import { outline } from "@/bin/generate/outlined-text";
import { nightTowers } from "@/lib/night";

// The mark as components/site/logo.tsx draws it, enlarged: a tower is 24 wide, a floor 16 high, a
// street 4 wide. Around it a margin as wide as a tower.
const tower = { width: 24, floor: 16, street: 4 };
const margin = tower.width;
const mark = {
  width: nightTowers.length * (tower.width + tower.street) - tower.street,
  height: Math.max(...nightTowers.map(({ floors }) => floors)) * tower.floor,
};
const street = margin + mark.height;

const left = margin + mark.width + tower.width;
const lines = [
  { text: "Cities Coalition", weight: 700, size: 58, left, baseline: street - 64 },
  { text: "for Digital Rights", weight: 700, size: 58, left, baseline: street },
] as const;

/** The mark alone, and with the name beside it. */
const shapes = {
  mark: { width: mark.width + 2 * margin, hasName: false },
  logo: { width: 672, hasName: true },
} as const;

export type LogoShape = keyof typeof shapes;
export type LogoInk = keyof typeof inks;

export const logoShapes = Object.keys(shapes) as LogoShape[];
export const logoInks = Object.keys(inks) as LogoInk[];

/** On no ground of its own, without scripts, styles or anything to fetch. */
export function drawLogo(
  shape: LogoShape,
  inkName: LogoInk,
): { svg: string; width: number; height: number } {
  const { width, hasName } = shapes[shape];
  const height = mark.height + 2 * margin;
  const ink = inks[inkName];
  const walls = nightTowers.map(({ floors }, index) => {
    const wall = `M${margin + index * (tower.width + tower.street)} ${street}v-${floors * tower.floor}h${tower.width}V${street}z`;
    return `<path fill="${ink.towers[index] ?? ink.text}" d="${wall}"/>`;
  });
  const name = hasName ? `<path fill="${ink.text}" d="${lines.map(outline).join("")}"/>` : "";
  const attributes = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"`;
  const title = "<title>Cities Coalition for Digital Rights</title>";
  return { svg: `<svg ${attributes}>${title}${walls.join("")}${name}</svg>\n`, width, height };
}
