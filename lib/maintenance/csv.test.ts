import { expect, test } from "vitest";
import { cutAtRows, headingOf, parseColumns } from "@/lib/maintenance/csv";

/** What a connection brings: nothing of it ends where a row ends. */
function chunksOf(csv: string, length: number): AsyncIterable<Buffer> {
  const bytes = Buffer.from(csv);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += length) chunks.push(bytes.subarray(at, at + length));
  return (async function* () {
    await Promise.resolve();
    yield* chunks;
  })();
}

async function cut(csv: string, chunkLength: number, size: number) {
  const pieces: { text: string; count: number }[] = [];
  for await (const { bytes, count } of cutAtRows(chunksOf(csv, chunkLength), size))
    pieces.push({ text: bytes.toString(), count });
  return pieces;
}

test.each([1, 2, 3, 5, 8, 100])(
  "rows are never cut, however the bytes come (%i at a time)",
  async (chunkLength) => {
    const rows = ['1,"Ghent\n""Gand"""\n', "2,\n", '3,""\n', '4,"a,b\n\n"\n', "5,Zürich\n"];
    const pieces = await cut(rows.join(""), chunkLength, 6);

    expect(pieces.map(({ text }) => text).join("")).toBe(rows.join(""));
    expect(pieces.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    for (const { text, count } of pieces) {
      const from = rows.indexOf(rows.find((row) => text.startsWith(row)) ?? "");
      expect(text).toBe(rows.slice(from, from + count).join(""));
    }
  },
);

test("a table without a row has no piece", async () => {
  expect(await cut("", 5, 5)).toEqual([]);
});

test("a piece is little larger than it should be", async () => {
  const pieces = await cut("12345\n".repeat(100), 6, 60);
  expect(pieces.map(({ count }) => count)).toEqual(Array(10).fill(10));
});

test("nothing is null, and an empty text is a text", () => {
  expect(parseColumns('1,,"",x\n2,"",,\n', 4)).toEqual([
    ["1", "2"],
    [null, ""],
    ["", null],
    ["x", null],
  ]);
});

test("quotes, commas, line ends and backslashes stand for themselves", () => {
  expect(parseColumns('"a ""b"", c","1\r\n2"\n\\N,\\.\n', 2)).toEqual([
    ['a "b", c', "\\N"],
    ["1\r\n2", "\\."],
  ]);
});

test("a table of one column has a row for each line", () => {
  expect(parseColumns('a\n""\n\n', 1)).toEqual([["a", "", null]]);
});

test("a heading names the columns", () => {
  expect(headingOf(["id", "name"]).toString()).toBe("id,name\n");
});
