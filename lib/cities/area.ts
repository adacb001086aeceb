/**
 * A rectangle of latitudes and longitudes in degrees; its northern and eastern edges belong to its
 * neighbours.
 */
export type Area = { south: number; west: number; north: number; east: number };

const degrees = "-?\\d{1,3}(?:\\.\\d{1,3})?";

/** How an area is written in an address: south, west, north, east. */
export const areaPattern = new RegExp(`^${degrees}(?:,${degrees}){3}$`);

export const formatArea = ({ south, west, north, east }: Area): string =>
  [south, west, north, east].join(",");

/** @param text matches `areaPattern` */
export function parseArea(text: string): Area {
  const [south = 0, west = 0, north = 0, east = 0] = text.split(",").map(Number);
  return { south, west, north, east };
}
