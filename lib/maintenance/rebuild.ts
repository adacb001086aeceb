import type { Client } from "pg";

/**
 * Tables fill twice as fast without indexes and keys, and need no order among themselves. No
 * trigger of ours may count what is counted already.
 * @returns puts all back as it was, which checks every key anew
 */
export async function dropKeysAndIndexes(client: Client): Promise<() => Promise<void>> {
  const constraints = await list(
    client,
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
        pg_get_constraintdef(oid)) AS restore
    FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
      AND contype IN ('p', 'u', 'f') AND conparentid = 0
    ORDER BY contype = 'f', oid`,
  );
  const indexes = await list(
    client,
    `SELECT format('DROP INDEX %s', indexrelid::regclass) AS drop,
      pg_get_indexdef(indexrelid) AS restore
    FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE relnamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
    ORDER BY indexrelid`,
  );
  const triggers = await list(
    client,
    `SELECT DISTINCT format('ALTER TABLE %s DISABLE TRIGGER USER', tgrelid::regclass) AS drop,
      format('ALTER TABLE %s ENABLE TRIGGER USER', tgrelid::regclass) AS restore
    FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE relnamespace = current_schema()::regnamespace AND NOT tgisinternal`,
  );
  // Keys of other tables lean on primary keys: first made, last dropped.
  for (const { drop } of [...constraints].reverse()) await client.query(drop);
  for (const { drop } of [...indexes, ...triggers]) await client.query(drop);
  return async () => {
    for (const { restore } of [...indexes, ...constraints, ...triggers])
      await client.query(restore);
  };
}

type Statement = { drop: string; restore: string };

async function list(client: Client, sql: string): Promise<Statement[]> {
  return (await client.query<Statement>(sql)).rows;
}
