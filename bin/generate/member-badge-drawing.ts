import { outline } from "@/bin/generate/outlined-text";
import { badgeSize } from "@/lib/cities/member-badge";
import { grounds, type Ground } from "@/lib/embed/grounds";
import { nightTowers } from "@/lib/night";

/** The lines beside the mark. */
const lines = [
  { text: "Member of the", weight: 400, size: 15, left: 106, baseline: 29 },
  { text: "Cities Coalition", weight: 700, size: 21, left: 106, baseline: 53 },
  { text: "for Digital Rights", weight: 700, size: 21, left: 106, baseline: 75 },
] as const;

/** The badge of a member as SVG, without scripts, styles or anything to fetch. */
export function drawMemberBadge(name: Ground): string {
  const { ground, ink: text, towers } = grounds[name];
  const ink = { text, towers };
  const { width, height } = badgeSize;
  const title = lines.map(({ text }) => text).join(" ");
  const box = `<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="8" fill="${ground}" stroke="${ink.text}" stroke-width="2"/>`;
  const mark = nightTowers.map(
    ({ floors }, index) =>
      `<path fill="${ink.towers[index] ?? ink.text}" d="M${20 + index * 14} 72v-${floors * 8}h12v${floors * 8}z"/>`,
  );
  const words = lines.map((line) => `<path fill="${ink.text}" d="${outline(line)}"/>`);
  const attributes = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"`;
  return `<svg ${attributes}><title>${title}</title>${[box, ...mark, ...words].join("")}</svg>\n`;
}
