import { strFromU8, unzipSync } from "fflate";
import { validateXML } from "xmllint-wasm";
import { expect, test } from "vitest";
import type { ExportedRow } from "@/lib/exports/dataset";
import { writeXlsx } from "@/lib/exports/write-xlsx";

async function partsOf(pages: ExportedRow[][], maxRows?: number): Promise<Record<string, string>> {
  const dataset = {
    columns: ["city", "count"],
    async *pages() {
      for (const page of pages) yield await Promise.resolve(page);
    },
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsx(dataset, maxRows)) chunks.push(chunk);
  const parts = unzipSync(Buffer.concat(chunks));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const rowsIn = (sheet = "") => sheet.split("<row>").length - 1;

test("a workbook is of well-formed parts that name each other", async () => {
  const parts = await partsOf([[["Ghent", 3]], [["Antwerp", null]]]);
  for (const [fileName, contents] of Object.entries(parts)) {
    const { valid, errors } = await validateXML({
      xml: { fileName, contents },
      normalization: "c14n",
    });
    expect([fileName, valid, errors]).toEqual([fileName, true, []]);
  }
  expect(parts["xl/workbook.xml"]).toContain('r:id="rId1"');
  expect(parts["xl/worksheets/sheet1.xml"]).toContain(
    '<row><c t="inlineStr"><is><t xml:space="preserve">Ghent</t></is></c><c><v>3</v></c></row>',
  );
});

test("of no rows it has a sheet with its head", async () => {
  const parts = await partsOf([]);
  expect(rowsIn(parts["xl/worksheets/sheet1.xml"])).toBe(1);
});

test("what does not fit onto a sheet goes onto further ones, each with the head", async () => {
  const rows = Array.from({ length: 7 }, (_, number): ExportedRow => [`City ${number}`, number]);
  const parts = await partsOf([rows.slice(0, 5), rows.slice(5)], 4);
  const sheets = [1, 2, 3].map((number) => parts[`xl/worksheets/sheet${number}.xml`]);
  expect(sheets.map(rowsIn)).toEqual([4, 4, 2]);
  for (const sheet of sheets) expect(sheet).toContain(">city<");
  expect(parts["xl/worksheets/sheet4.xml"]).toBeUndefined();
  expect(parts["[Content_Types].xml"]).toContain("/xl/worksheets/sheet3.xml");
});

test("truths, long texts and halves of signs become what a cell can hold", async () => {
  const parts = await partsOf([
    [
      [true, "\uD800"],
      ["x".repeat(40_000), 1n],
    ],
  ]);
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
  expect(sheet).toContain('<c t="b"><v>1</v></c>');
  expect(sheet).toContain(">\uFFFD<");
  expect(sheet).toContain(`>${"x".repeat(32_767)}<`);
  expect(sheet).not.toContain("x".repeat(32_768));
});
