import { prisma } from "@/lib/db";
import { fingerprintOfPlaces, loadedPlaces } from "@/tests/support/database/places";

/**
 * Empties every table, so that a test begins with nothing but what it makes. Only the sample places
 * stay, once a file has loaded them: it takes longer to load them than most tests take.
 */
export async function resetDatabase(): Promise<void> {
  if (loadedPlaces() === (await fingerprintOfPlaces())) await deleteAllButPlaces();
  else await emptyDatabase();
}

/** Empties every table, the sample places too. */
export async function emptyDatabase(): Promise<void> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
  await prisma.$executeRawUnsafe(
    `TRUNCATE ${tables.map(({ name }) => name).join(", ")} RESTART IDENTITY CASCADE`,
  );
}

/** Faster than to truncate, where tables hold few rows. Without triggers: some refuse to delete. */
const deleteAllButPlaces = () =>
  prisma.$executeRaw`
    DO $$
    DECLARE each record;
    BEGIN
      SET LOCAL session_replication_role = replica;
      FOR each IN SELECT tablename AS name FROM pg_tables
        WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'place',
          'place_name')
      LOOP EXECUTE format('DELETE FROM %I', each.name); END LOOP;
      -- Sequences begin anew. ALTER SEQUENCE would give each a new file, which takes longer.
      PERFORM setval(oid, 1, false) FROM pg_class
        WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace;
    END $$`;
