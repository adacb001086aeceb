import { prisma, type Transaction } from "@/lib/db";
import { seed } from "@/prisma/seed";
import { applicationStatements } from "@/tests/bench/staff/fill-applications";
import { endorsementStatements } from "@/tests/bench/staff/fill-endorsements";
import { memberStatements } from "@/tests/bench/staff/fill-members";
import type { Statements } from "@/tests/bench/staff/statements";

// A coalition after a large campaign, for the measurement only: made in the database itself, the
// same each time.

const longest = 10 * 60_000;

/** Fills an empty, migrated database. Takes a minute or two. */
export async function fillDatabase(report: (progress: string) => void): Promise<void> {
  await seed(report);
  await prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL maintenance_work_mem = '512MB'`;
      await tx.$executeRaw`SET LOCAL work_mem = '128MB'`;
      // What refers to what is right by the making, and totals are made at once: no trigger runs.
      await tx.$executeRaw`SET LOCAL session_replication_role = 'replica'`;
      await tx.$executeRaw`SELECT setseed(0.5)`;
      await run(tx, applicationStatements, report);
      await run(tx, memberStatements, report);
      await withoutIndexes(tx, ["endorsement", "event", "mail"], () =>
        run(tx, endorsementStatements, report),
      );
    },
    { timeout: longest },
  );
  report("Statistics");
  await prisma.$executeRaw`VACUUM ANALYZE`;
}

async function run(
  tx: Transaction,
  statements: Statements,
  report: (progress: string) => void,
): Promise<void> {
  for (const [what, statement] of Object.entries(statements)) {
    report(what);
    await tx.$executeRawUnsafe(statement);
  }
}

/** Those of large tables are built at the end: with every row they would take three times as long. */
async function withoutIndexes(
  tx: Transaction,
  tables: readonly string[],
  fill: () => Promise<void>,
): Promise<void> {
  const indexes = await tx.$queryRaw<{ name: string; definition: string }[]>`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index WHERE indrelid = ANY(${tables}::regclass[]) AND NOT indisprimary`;
  for (const { name } of indexes) await tx.$executeRawUnsafe(`DROP INDEX ${name}`);
  await fill();
  for (const { definition } of indexes) await tx.$executeRawUnsafe(definition);
}
