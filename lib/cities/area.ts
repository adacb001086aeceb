/** Degrees; the northern and eastern edges belong to the neighbouring areas. */
export type Area = { south: number; west: number; north: number; east: number };

const degrees = "-?\\d{1,3}(?:\\.\\d{1,3})?";

/** An area in a URL: south,west,north,east. */
export const areaPattern = new RegExp(`^${degrees}(?:,${degrees}){3}$`);

export const formatArea = ({ south, west, north, east }: Area): string =>
  [south, west, north, east].join(",");

/** @param text must match `areaPattern` */
export function parseArea(text: string): Area {
  const [south = 0, west = 0, north = 0, east = 0] = text.split(",").map(Number);
  return { south, west, north, east };
}
