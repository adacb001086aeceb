import { Zip, ZipDeflate } from "fflate";
import { textOfCell, type Cell, type ExportDataset, type ExportedRow } from "@/lib/exports/dataset";

// A workbook as of ECMA-376, with as little in it as spreadsheets need. Texts stand in their cells
// as texts, so nothing in them is ever a formula.

/** What one sheet may hold. */
const maxRowsOfSheet = 1_048_576;

/** @param maxRows of a sheet, its head included: what does not fit goes onto a further one */
export async function* writeXlsx(
  { columns, pages }: ExportDataset,
  maxRows = maxRowsOfSheet,
): AsyncGenerator<Uint8Array> {
  const zip = new StreamedZip();
  let [sheets, rowsOfSheet] = [0, maxRows];
  for await (const rows of withEmpty(pages())) {
    for (let next = 0; next < rows.length || sheets === 0;) {
      if (rowsOfSheet >= maxRows) {
        if (sheets > 0) zip.end(sheetEnd);
        zip.begin(`xl/worksheets/sheet${++sheets}.xml`);
        zip.write(sheetBegin + rowOf(columns));
        rowsOfSheet = 1;
      }
      const fitting = rows.slice(next, next + maxRows - rowsOfSheet);
      zip.write(fitting.map(rowOf).join(""));
      next += fitting.length;
      rowsOfSheet += fitting.length;
      yield* zip.taken();
      if (rows.length === 0) break;
    }
  }
  zip.end(sheetEnd);
  for (const [name, content] of Object.entries(frameOf(sheets))) {
    zip.begin(name);
    zip.end(content);
  }
  zip.close();
  yield* zip.taken();
}

/** So that a table of nothing has a sheet with its head. */
async function* withEmpty(pages: AsyncGenerator<ExportedRow[]>): AsyncGenerator<ExportedRow[]> {
  yield [];
  yield* pages;
}

class StreamedZip {
  private readonly chunks: Uint8Array[] = [];
  private readonly encoder = new TextEncoder();
  private file: ZipDeflate | null = null;
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });

  begin(name: string): void {
    this.file = new ZipDeflate(name, { level: 3 });
    this.zip.add(this.file);
  }

  write(text: string): void {
    if (text) this.file?.push(this.encoder.encode(text));
  }

  end(text: string): void {
    this.file?.push(this.encoder.encode(text), true);
  }

  close(): void {
    this.zip.end();
  }

  taken(): Uint8Array[] {
    return this.chunks.splice(0);
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const sheetBegin = `${declaration}<worksheet xmlns="${main}"><sheetData>`;
const sheetEnd = "</sheetData></worksheet>";

function frameOf(sheets: number): Record<string, string> {
  const each = (write: (number: number) => string) =>
    Array.from({ length: sheets }, (_, index) => write(index + 1)).join("");
  return {
    "xl/workbook.xml": `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each(
      (number) => `<sheet name="Sheet ${number}" sheetId="${number}" r:id="rId${number}"/>`,
    )}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${declaration}<Relationships xmlns="${packaged}/relationships">${each(
      (number) =>
        `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
    )}</Relationships>`,
    "_rels/.rels": `${declaration}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "[Content_Types].xml": `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${each(
      (number) =>
        `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${types}.worksheet+xml"/>`,
    )}</Types>`,
  };
}

const rowOf = (row: ExportedRow): string => `<row>${row.map(cellOf).join("")}</row>`;

function cellOf(cell: Cell): string {
  if (cell === null || cell === "") return "<c/>";
  if (typeof cell === "boolean") return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number" || typeof cell === "bigint") return `<c><v>${cell}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(textOfCell(cell))}</t></is></c>`;
}

const maxTextLength = 32_767;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** What XML cannot hold is left out, and what spreadsheets read as an escape stays what it is. */
const escapeXml = (text: string): string =>
  text
    .slice(0, maxTextLength)
    .toWellFormed()
    .replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, "")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
    .replaceAll("\r", "&#13;");
