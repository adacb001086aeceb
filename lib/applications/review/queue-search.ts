import { parseReference } from "@/lib/applications/reference";
import { foldName } from "@/lib/places/fold-name";
import { Prisma } from "@/prisma/generated/client";

/** Each city subquery runs once per search: thousands of rows then take some milliseconds. */
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
          Prisma.sql`city_id IN (SELECT place_id FROM place_name
            WHERE folded LIKE ${`${escapeLike(folded)}%`})`,
        ]
      : []),
    reference ? Prisma.sql`reference = ${reference}` : Prisma.sql`reference ILIKE ${contained}`,
    Prisma.sql`contact_name ILIKE ${contained}`,
    Prisma.sql`contact_email ILIKE ${contained}`,
    Prisma.sql`id IN (SELECT application_id FROM application_note WHERE text ILIKE ${contained})`,
  ];
  return Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}

/** Escapes the wildcards of LIKE. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
