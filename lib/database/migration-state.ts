import { listMigrationNames } from "@/lib/database/migrations-folder";

/** Names of migrations, oldest first. */
export type MigrationState = {
  missing: string[];
  /** A newer release has applied these to the database. */
  unknown: string[];
};

type Row = { name: string; isFinished: boolean };

export async function readMigrationState(
  query: (sql: string) => Promise<Row[]>,
): Promise<MigrationState> {
  const rows = await query(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS "isFinished" FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const known = await listMigrationNames();
  const finished = new Set(rows.filter(({ isFinished }) => isFinished).map(({ name }) => name));
  const begun = new Set(rows.map(({ name }) => name));
  return {
    missing: known.filter((name) => !finished.has(name)),
    unknown: [...begun].filter((name) => !known.includes(name)).sort(),
  };
}
