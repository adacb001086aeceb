import { parseReference } from "@/lib/applications/reference";
import { prisma } from "@/lib/db";
import { foldName } from "@/lib/places/fold-name";
import { Prisma } from "@/prisma/generated/client";

/** The newest of them: who finds more searches for less. */
export const maxFound = 1_000;

/**
 * What an application must be to be found, for several queries. The search itself takes longer than
 * all of them, and runs once.
 */
export async function findMatches(query: string): Promise<Prisma.Sql> {
  const words = query.trim();
  if (!words) return Prisma.sql`true`;
  // OFFSET 0: in their order before they are looked at, so that it ends where enough are found.
  // As one text, and not as a list of a thousand that is read and written element by element.
  const [found] = await prisma.$queryRaw<{ ids: string }[]>`
    SELECT '{' || coalesce(string_agg(id::text, ','), '') || '}' AS ids FROM (
      SELECT id FROM (
        SELECT id, city_id, reference, contact_name, contact_email
        FROM application ORDER BY submitted_at DESC, id DESC OFFSET 0) AS newest_first
      WHERE ${matches(words)} LIMIT ${maxFound}
    ) AS newest`;
  return Prisma.sql`id = ANY(${found?.ids ?? "{}"}::text::uuid[])`;
}

/**
 * Each city subquery runs once per search: thousands of rows then take some milliseconds. ILIKE
 * would write the pattern in small letters for every row and column.
 */
function matches(words: string): Prisma.Sql {
  const contained = Prisma.sql`lower(${`%${escapeLike(words)}%`})`;
  const reference = parseReference(words);
  const folded = foldName(words);
  const conditions = [
    Prisma.sql`lower(concat_ws(chr(10), reference, contact_name, contact_email)) LIKE ${contained}`,
    Prisma.sql`city_id IN (SELECT id FROM city WHERE lower(name) LIKE ${contained})`,
    ...(folded
      ? [
          Prisma.sql`city_id IN (SELECT place_id FROM place_name
            WHERE folded LIKE ${`${escapeLike(folded)}%`})`,
        ]
      : []),
    ...(reference ? [Prisma.sql`reference = ${reference}`] : []),
    Prisma.sql`id IN (SELECT application_id FROM application_note
      WHERE lower(text) LIKE ${contained})`,
  ];
  return Prisma.sql`(${Prisma.join(conditions, " OR ")})`;
}

/** Escapes the wildcards of LIKE. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
