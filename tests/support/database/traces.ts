import { prisma } from "@/lib/db";

/** What the tables hold, row by row as text. The places of the world aside. */
async function readTables(): Promise<{ name: string; rows: string[] }[]> {
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('place', 'place_name') ORDER BY 1`;
  const read: { name: string; rows: string[] }[] = [];
  for (const { name } of tables) {
    const rows = await prisma.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(each)::text AS row FROM ${name} AS each ORDER BY 1`,
    );
    read.push({ name, rows: rows.map(({ row }) => row) });
  }
  return read;
}

/**
 * Every table whose rows still hold one of these texts, in whatever column, however it is written.
 * The places of the world aside.
 */
export async function tablesThatKnow(...texts: string[]): Promise<string[]> {
  const knows = (row: string) =>
    texts.some((text) => row.toLowerCase().includes(text.toLowerCase()));
  return (await readTables()).filter(({ rows }) => rows.some(knows)).map(({ name }) => name);
}

/** All rows of all tables that mention one of these ids. */
export async function rowsOf(...ids: string[]): Promise<Record<string, string[]>> {
  const mentions = (row: string) => ids.some((id) => row.includes(id));
  return Object.fromEntries(
    (await readTables()).map(({ name, rows }) => [name, rows.filter(mentions)]),
  );
}
