import { stringify } from "csv-stringify/sync";
import { fieldsOf, type Dataset } from "@/lib/open-data/dataset";

/** RFC 4180. Spreadsheets need the mark at the beginning to read UTF-8, and must run no formula. */
export const csvOf = async (dataset: Dataset): Promise<string> =>
  stringify(await dataset.rows(), {
    header: true,
    columns: fieldsOf(dataset),
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
    quote_record_delimiter: true,
    cast: { boolean: String },
  });
