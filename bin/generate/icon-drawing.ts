import { night, nightTowers } from "@/lib/night";

// The mark as components/site/logo.tsx draws it, in its units: a tower is 6 wide, a floor 4 high, a
// street 1 wide.
const tower = { width: 6, floor: 4, street: 1 };
const width = nightTowers.length * (tower.width + tower.street) - tower.street;
const height = Math.max(...nightTowers.map(({ floors }) => floors)) * tower.floor;

type Ground = {
  /** The side of the square, in units of the mark. */
  side: number;
  /** The radius of its corners. */
  corner?: number;
};

/** The icon as SVG: the mark in the middle of a square of night. */
function drawIcon({ side, corner = 0 }: Ground): string {
  const left = (side - width) / 2;
  const street = (side + height) / 2;
  const shapes = nightTowers.map(({ floors, colour }, index) => {
    const wall = `M${left + index * (tower.width + tower.street)} ${street}v-${floors * tower.floor}h${tower.width}V${street}z`;
    return `<path fill="${colour}" d="${wall}"/>`;
  });
  const ground = `<rect width="${side}" height="${side}"${corner ? ` rx="${corner}"` : ""} fill="${night.ground}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">${ground}${shapes.join("")}</svg>\n`;
}

/** In a tab: as large as it can be. */
export const tabIcon = drawIcon({ side: 40, corner: 8 });

/** On a telephone, which rounds the corners itself. */
export const touchIcon = drawIcon({ side: 48 });

/** Whatever shape a system cuts, the mark is inside: in the middle circle of four fifths. */
export const maskableIcon = drawIcon({ side: 60 });
