import type { Point } from "@/lib/map/base-maps";

const rounds = 60;

/** The shift of each point; many in one place may stay a little nearer than `distance`. */
export function pushApart(points: readonly Point[], distance: number): Point[] {
  const moved = points.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < rounds; round += 1) {
    if (!pushOnce(moved, distance)) break;
  }
  return moved.map(({ x, y }, index) => ({
    x: x - (points[index]?.x ?? 0),
    y: y - (points[index]?.y ?? 0),
  }));
}

function pushOnce(points: Point[], distance: number): boolean {
  let isMoved = false;
  points.forEach((one, index) => {
    for (const other of points.slice(index + 1)) {
      const between = Math.hypot(other.x - one.x, other.y - one.y);
      const lacking = distance - between;
      if (lacking < 0.01) continue;
      const direction =
        between > 0.001
          ? { x: (other.x - one.x) / between, y: (other.y - one.y) / between }
          : { x: 1, y: 0 };
      one.x -= (direction.x * lacking) / 2;
      one.y -= (direction.y * lacking) / 2;
      other.x += (direction.x * lacking) / 2;
      other.y += (direction.y * lacking) / 2;
      isMoved = true;
    }
  });
  return isMoved;
}
