import { Prisma } from "@/prisma/generated/client";
import { prisma } from "@/lib/db";

export type Cell = string | number | bigint | boolean | Date | null;

export type ExportedRow = readonly Cell[];

/** What a role may take out of the panel as a file, a page of rows after another. */
export type ExportDataset = {
  columns: readonly string[];
  pages: () => AsyncGenerator<ExportedRow[]>;
};

const rowsPerPage = 500;

type Query = {
  /** Each with what it is in the database. */
  columns: Readonly<Record<string, Prisma.Sql>>;
  from: Prisma.Sql;
  where?: Prisma.Sql;
  /** Of a unique index, in its order: the next page begins after the last one's. */
  key: readonly { column: Prisma.Sql; type: string }[];
};

/** Never holds more than one page: a table may have a million rows. */
export const datasetOf = ({ columns, from, where, key }: Query): ExportDataset => ({
  columns: Object.keys(columns),
  async *pages() {
    const selected = Prisma.join(
      Object.entries(columns).map(([name, column]) => Prisma.sql`${column} AS ${quoted(name)}`),
    );
    const order = Prisma.join(key.map(({ column }) => column));
    const asTexts = Prisma.join(key.map(({ column }) => Prisma.sql`${column}::text`));
    let last: string[] | null = null;
    for (;;) {
      const rows: KeyedRow[] = await prisma.$queryRaw`
        SELECT ${selected}, ARRAY[${asTexts}] AS "next key" FROM ${from}
        WHERE ${last ? isAfter(last, key) : Prisma.sql`true`} AND ${where ?? Prisma.sql`true`}
        ORDER BY ${order} LIMIT ${rowsPerPage}`;
      if (rows.length > 0)
        yield rows.map((row) => Object.keys(columns).map((name) => row[name] ?? null));
      last = rows.at(-1)?.["next key"] ?? null;
      if (rows.length < rowsPerPage) return;
    }
  },
});

type KeyedRow = Record<string, Cell> & { "next key": string[] };

const isAfter = (last: readonly string[], key: Query["key"]): Prisma.Sql => {
  const values = key.map(({ type }, index) => Prisma.sql`${last[index]}::${Prisma.raw(type)}`);
  return Prisma.sql`(${Prisma.join(key.map(({ column }) => column))}) > (${Prisma.join(values)})`;
};

const quoted = (name: string): Prisma.Sql => Prisma.raw(`"${name}"`);

/** A day as 2026-11-29, a moment in UTC as 2026-11-29T08:00:00.000Z. */
export const textOfCell = (cell: Cell): string => {
  if (cell === null) return "";
  return cell instanceof Date ? cell.toISOString() : String(cell);
};
