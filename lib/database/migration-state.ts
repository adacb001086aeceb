import { listMigrationNames } from "@/lib/database/migrations-folder";

/**
 * How the schema of the database stands to this release. Both lists name migrations, oldest first.
 */
export type MigrationState = {
  /** This release has them, the database does not. */
  missing: string[];
  /** The database has them, this release does not: a newer release has brought it up to date. */
  unknown: string[];
};

type Row = { name: string; isFinished: boolean };

/** @param query asks the database, which has the table of migrations */
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
