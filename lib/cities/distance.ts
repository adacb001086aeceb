/** In degrees. */
export type Coordinates = { latitude: number; longitude: number };

const earthRadius = 6371;
const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance (haversine formula, mean earth radius). */
export function kilometresBetween(one: Coordinates, other: Coordinates): number {
  const halfLatitude = Math.sin(toRadians(other.latitude - one.latitude) / 2);
  const halfLongitude = Math.sin(toRadians(other.longitude - one.longitude) / 2);
  const chord =
    halfLatitude ** 2 +
    Math.cos(toRadians(one.latitude)) * Math.cos(toRadians(other.latitude)) * halfLongitude ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}
