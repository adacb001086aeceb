import { parseReference } from "@/lib/applications/reference";
import { prisma } from "@/lib/db";
import { foldName } from "@/lib/places/fold-name";
import { Prisma } from "@/prisma/generated/client";

/** The newest of them: who finds more searches for less. */
export const mostFound = 1_000;

/**
 * What an application must be to be found, for several queries. The search itself takes longer than
 * all of them, and runs once.
 */
export async function findMatches(query: string): Promise<Prisma.Sql> {
  const words = query.trim();
  if (!words) return Prisma.sql`true`;
  const [found] = await prisma.$queryRaw<{ ids: string[] }[]>`
    SELECT coalesce(json_agg(id), '[]') AS ids FROM (
      SELECT id FROM application WHERE ${matches(words)}
      ORDER BY submitted_at DESC, id DESC LIMIT ${mostFound}
    ) AS newest`;
  return Prisma.sql`id = ANY(${found?.ids ?? []}::uuid[])`;
}

/** Each city subquery runs once per search: thousands of rows then take some milliseconds. */
function matches(words: string): Prisma.Sql {
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
