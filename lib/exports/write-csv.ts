import { stringify } from "csv-stringify/sync";
import { textOfCell, type ExportDataset } from "@/lib/exports/dataset";

/** RFC 4180. Spreadsheets need the mark at the beginning to read UTF-8, and must run no formula. */
export async function* writeCsv({ columns, pages }: ExportDataset): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\uFEFF${linesOf([columns])}`);
  for await (const rows of pages())
    yield encoder.encode(linesOf(rows.map((row) => row.map(plainCell))));
}

const linesOf = (rows: readonly (readonly (string | number | bigint)[])[]): string =>
  stringify(rows as (string | number | bigint)[][], {
    escape_formulas: true,
    record_delimiter: "windows",
    quote_record_delimiter: true,
  });

/** A number keeps its sign; in a text a sign could begin a formula. */
const plainCell = (cell: Parameters<typeof textOfCell>[0]): string | number | bigint =>
  typeof cell === "number" || typeof cell === "bigint" ? cell : textOfCell(cell);
