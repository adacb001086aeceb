import { parseReference } from "@/lib/applications/reference";
import { foldName } from "@/lib/places/fold-name";
import { Prisma } from "@/prisma/generated/client";

/**
 * SQL that is true of the applications that a search means: by any name of the city, the reference,
 * or the applicant's name or address. Each list of cities is made once for the whole search;
 * thousands of applications are then gone through in some milliseconds.
 */
export function matches(query: string): Prisma.Sql {
  const words = query.trim();
  if (!words) return Prisma.sql`true`;
  const contained = `%${escapeLike(words)}%`;
  const reference = parseReference(words);
  const folded = foldName(words);
  const conditions = [
    Prisma.sql`city_id IN (SELECT id FROM city WHERE name ILIKE ${contained})`,
    ...(folded
      ? [
          Prisma.sql`city_id IN (SELECT place_id FROM place_name WHERE folded LIKE ${`${escapeLike(folded)}%`})`,
        ]
      : []),
    reference ? Prisma.sql`reference = ${reference}` : Prisma.sql`reference ILIKE ${contained}`,
    Prisma.sql`contact_name ILIKE ${contained}`,
    Prisma.sql`contact_email ILIKE ${contained}`,
  ];
  return Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}

/** What people type means itself, also where it is a sign of the database. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
