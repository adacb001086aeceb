import { once } from "node:events";
import { escapeIdentifier, type Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { headingOf, parseColumns } from "@/lib/maintenance/csv";

type Target = { name: string; columns: readonly string[] };

/** @param csv with its heading. Returns how many rows there were. */
export type LoadRows = (table: Target, csv: Buffer) => Promise<number>;

/** The embedded database cannot be sent rows with COPY over its socket. */
export async function rowLoader(client: Client): Promise<LoadRows> {
  const { rows } = await client.query<{ isEmbedded: boolean }>(
    `SELECT version() LIKE '%PGlite%' AS "isEmbedded"`,
  );
  return rows[0]?.isEmbedded
    ? (table, csv) => insert(client, table, csv)
    : (table, csv) => copy(client, table, csv);
}

const namesOf = ({ columns }: Target) => columns.map(escapeIdentifier).join();

async function copy(client: Client, table: Target, csv: Buffer): Promise<number> {
  const stream = client.query(
    copyFrom(
      `COPY ${escapeIdentifier(table.name)} (${namesOf(table)}) FROM STDIN (FORMAT csv, HEADER)`,
    ),
  );
  stream.end(csv);
  await once(stream, "finish");
  return stream.rowCount;
}

async function insert(client: Client, table: Target, csv: Buffer): Promise<number> {
  const columns = parseColumns(
    csv.toString("utf8", headingOf(table.columns).length),
    table.columns.length,
  );
  const types = await typesOf(client, table);
  const values = types.map((type, index) => `c${index}::${type}`);
  const sources = types.map((_, index) => `$${index + 1}::text[]`);
  const { rowCount } = await client.query(
    `INSERT INTO ${escapeIdentifier(table.name)} (${namesOf(table)}) SELECT ${values.join()}
    FROM unnest(${sources.join()}) AS given (${types.map((_, index) => `c${index}`).join()})`,
    columns,
  );
  return rowCount ?? 0;
}

async function typesOf(client: Client, table: Target): Promise<string[]> {
  const { rows } = await client.query<{ type: string }>(
    `SELECT format_type(atttypid, atttypmod) AS type
    FROM unnest($2::text[]) WITH ORDINALITY AS wanted (name, position)
    JOIN pg_attribute ON attrelid = quote_ident($1)::regclass AND attname = wanted.name
    ORDER BY position`,
    [table.name, table.columns],
  );
  return rows.map(({ type }) => type);
}
