import { createHash } from "node:crypto";
import { Client, escapeIdentifier } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { cutAtRows, type Rows } from "@/lib/maintenance/csv";

export type Table = { name: string; columns: string[]; order: string[] };

const partBytes = 4_000_000;

/** So that a value has one form, whatever the server's settings are, and no time limit ends it. */
export const plainValues = `
  SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1;
  SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0`;

/** All that `work` reads is of one moment. */
export async function withSnapshot<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    await client.query(plainValues);
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } finally {
    await client.end();
  }
}

const ofExtension =
  "EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')";

/** What is in the schema, and not an extension's. */
export const ownRelations = `pg_class WHERE relnamespace = current_schema()::regnamespace AND NOT ${ofExtension}`;

/** Generated columns are left out: the database writes them. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT relname AS name,
      ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = pg_class.oid AND attnum > 0
        AND NOT attisdropped AND attgenerated = '' ORDER BY attnum) AS columns,
      ARRAY(SELECT quote_ident(attname) || CASE WHEN attcollation > 0 THEN ' COLLATE "C"'
          ELSE '' END
        FROM pg_index, unnest(indkey) WITH ORDINALITY AS key (number, position)
        JOIN pg_attribute ON attnum = number
        WHERE indrelid = pg_class.oid AND indisprimary AND attrelid = pg_class.oid
        ORDER BY position) AS order
    FROM ${ownRelations} AND relkind = 'r' ORDER BY relname COLLATE "C"`);
  return rows;
}

/** As CSV, in the order of the primary key, or of all columns where there is none. */
export function readRows(client: Client, table: Table): AsyncGenerator<Rows> {
  const columns = table.columns.map(escapeIdentifier);
  const order =
    table.order.length > 0 ? table.order : columns.map((column) => `${column}::text COLLATE "C"`);
  const rows = `SELECT ${columns.join()} FROM ${escapeIdentifier(table.name)} ORDER BY ${order.join()}`;
  return cutAtRows(client.query(copyTo(`COPY (${rows}) TO STDOUT (FORMAT csv)`)), partBytes);
}

/** Of the rows alone, as the manifest has it. */
export async function digestOf(
  client: Client,
  table: Table,
): Promise<{ rows: number; digest: string }> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const { bytes, count } of readRows(client, table)) {
    hash.update(bytes);
    rows += count;
  }
  return { rows, digest: hash.digest("hex") };
}

/** Read last, a sequence is never behind the rows. */
export async function readSequences(
  client: Client,
): Promise<{ name: string; value: string; isCalled: boolean }[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM ${ownRelations} AND relkind = 'S' ORDER BY 1`,
  );
  const sequences: { name: string; value: string; isCalled: boolean }[] = [];
  for (const { name } of rows) {
    const read = await client.query<{ value: string; isCalled: boolean }>(
      `SELECT last_value::text AS value, is_called AS "isCalled" FROM ${escapeIdentifier(name)}`,
    );
    sequences.push(...read.rows.map((row) => ({ name, ...row })));
  }
  return sequences;
}
