import type { Coordinates } from "@/lib/cities/distance";
import { Prisma } from "@/prisma/generated/client";

/** To order rows of `place` by how far they are: grows with the distance, and is none itself. */
export const distanceFrom = ({ latitude, longitude }: Coordinates): Prisma.Sql => Prisma.sql`
  sin(radians(place.latitude - ${latitude}) / 2) ^ 2
    + cos(radians(${latitude})) * cos(radians(place.latitude)) * sin(radians(place.longitude - ${longitude}) / 2) ^ 2`;
