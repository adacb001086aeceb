import { escapeIdentifier, type Client } from "pg";

type Column = {
  name: string;
  type: string;
  /** Of an enum, or of an array of one. */
  labels: string[] | null;
  isNullable: boolean;
  /** What a foreign key of this column alone names. */
  parent: string | null;
  parentColumn: string | null;
};
type Table = { name: string; columns: Column[] };
type Row = Record<string, unknown>;

/** The third has null wherever that may be. */
const rowsPerTable = 3;

/** A check of the database wants one of two. */
const neverNull = new Set(["signatory.announced_on"]);

/**
 * Fills every empty table of a migrated database with a few rows, whatever tables there are, with
 * values that are easily damaged. Triggers do not run.
 */
export async function fillEveryTable(client: Client): Promise<void> {
  await client.query("SET session_replication_role = replica");
  const filled = new Map<string, Row[]>();
  const waiting = await listEmptyTables(client);
  while (waiting.length > 0) {
    const table = takeNext(waiting, filled);
    const rows = Array.from({ length: rowsPerTable }, (_, index) =>
      makeRow(table, index + 1, filled),
    );
    for (const row of rows) await insert(client, table.name, row);
    filled.set(table.name, rows);
  }
  await client.query("SELECT setval('event_id_seq', 41)");
  await client.query("SET session_replication_role = origin");
}

async function listEmptyTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT relname AS name, json_agg(json_build_object('name', attname,
      'type', format_type(atttypid, NULL), 'isNullable', NOT attnotnull,
      'labels', (SELECT json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum, pg_type
        WHERE pg_type.oid = atttypid AND enumtypid IN (pg_type.oid, typelem)),
      'parent', (SELECT relname FROM pg_constraint JOIN pg_class parent ON parent.oid = confrelid
        WHERE conrelid = attrelid AND contype = 'f' AND conkey = ARRAY[attnum]),
      'parentColumn', (SELECT key.attname FROM pg_constraint JOIN pg_attribute key
        ON key.attrelid = confrelid AND key.attnum = confkey[1]
        WHERE conrelid = pg_attribute.attrelid AND contype = 'f'
          AND conkey = ARRAY[pg_attribute.attnum])
    ) ORDER BY attnum) AS columns
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0
      AND NOT attisdropped AND attgenerated = '' AND relname <> '_prisma_migrations'
    GROUP BY relname ORDER BY relname`);
  return rows;
}

/** Parents come before their children; where they name each other, who may do without begins. */
function takeNext(waiting: Table[], filled: Map<string, Row[]>): Table {
  const isReady = (table: Table, needed: (column: Column) => boolean) =>
    table.columns
      .filter(needed)
      .every(({ parent }) => !parent || parent === table.name || filled.has(parent));
  const next =
    waiting.find((table) => isReady(table, () => true)) ??
    waiting.find((table) => isReady(table, ({ isNullable }) => !isNullable));
  if (!next) throw new Error("Tables need each other in a circle.");
  waiting.splice(waiting.indexOf(next), 1);
  return next;
}

function makeRow({ name, columns }: Table, number: number, filled: Map<string, Row[]>): Row {
  const row: Row = {};
  for (const column of columns) {
    const { isNullable, parent, parentColumn } = column;
    const mayBeNull = isNullable && !neverNull.has(`${name}.${column.name}`);
    if (number === rowsPerTable && mayBeNull) row[column.name] = null;
    else if (parent && parentColumn)
      row[column.name] = filled.get(parent)?.[number - 1]?.[parentColumn] ?? null;
    else row[column.name] = makeValue(column, number);
  }
  return row;
}

const hardText =
  ' "Ghent", \'Gand\';\tZürich\\n\\\\\r\n\\.\n\\N ½ 𝔾 \u0001\u200f\u2028 NULL =1+1 — "" ';

function makeValue({ type, labels }: Column, number: number): unknown {
  if (labels && type.endsWith("[]")) return [labels[0], labels.at(-1)];
  if (labels) return labels[number % labels.length];
  switch (type) {
    case "text":
    case "character varying":
      // The second is empty where it may be: of several, only one can be in a key.
      return number === 2 ? "" : `${hardText}${number}`;
    case "text[]":
      return ["a,b", "", "NULL", 'a "quote"', "back\\slash", "{brace}", "two\nlines"];
    case "character":
      return `G${number}`;
    case "integer":
    case "smallint":
    case "bigint":
      return number;
    case "double precision":
      return number / 3;
    case "boolean":
      return number % 2 === 0;
    case "uuid":
      return `00000000-0000-4000-8000-00000000000${number}`;
    case "date":
      return `1900-02-0${number}`;
    case "timestamp with time zone":
      return `2026-11-29T23:59:59.00${number}+05:30`;
    case "json":
    case "jsonb":
      return JSON.stringify({ [`"${number}"`]: [null, 1.5, "é\\\n\"',"], "": {} });
    case "bytea":
      return Buffer.from([0, 34, 44, 10, 13, 92, 255, number]);
    default:
      throw new Error(`No value is known for the type ${type}.`);
  }
}

async function insert(client: Client, table: string, row: Row): Promise<void> {
  const names = Object.keys(row).map(escapeIdentifier);
  const places = names.map((_, index) => `$${index + 1}`);
  await client.query(
    `INSERT INTO ${escapeIdentifier(table)} (${names.join()}) VALUES (${places.join()})`,
    Object.values(row),
  );
}

/** Every row of every table, as the database itself writes it. */
export async function readEveryTable(client: Client): Promise<Record<string, string[]>> {
  await client.query("SET timezone = 'UTC'");
  const { rows: tables } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const contents: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(
      `SELECT each::text AS row FROM ${escapeIdentifier(name)} AS each ORDER BY each::text COLLATE "C"`,
    );
    contents[name] = rows.map(({ row }) => row);
  }
  return contents;
}
