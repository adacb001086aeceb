import { inflateSync } from "node:zlib";

/** What a PDF of ours says on its pages, one line for each piece that was written. */
export function textOfPdf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const letters = lettersOfFonts(objects);
  return pagesOf(objects).flatMap((page) => {
    let font = "";
    const lines: string[] = [];
    for (const [, name, shown] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
      if (name) font = name;
      else lines.push(decode(shown ?? "", letters.get(font) ?? new Map<string, string>()));
    }
    return lines;
  });
}

export const countPages = (pdf: Buffer): number =>
  pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;

type PdfObject = { head: string; stream: string };

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const [, id = "", body = ""] of pdf
    .toString("latin1")
    .matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = "", packed] = body.split("\nstream\n");
    const bytes = Buffer.from(packed?.replace(/\nendstream$/, "") ?? "", "latin1");
    const isPacked = packed !== undefined && head.includes("/FlateDecode");
    objects.set(id, { head, stream: (isPacked ? inflateSync(bytes) : bytes).toString("latin1") });
  }
  return objects;
}

const pagesOf = (objects: Map<string, PdfObject>): string[] =>
  [...objects.values()].flatMap(({ head }) => {
    const contents = /\/Type \/Page\b[\s\S]*\/Contents (\d+) 0 R/.exec(head)?.[1];
    return contents ? [objects.get(contents)?.stream ?? ""] : [];
  });

/** For each font, its glyphs' numbers and what they stand for. */
function lettersOfFonts(objects: Map<string, PdfObject>): Map<string, Map<string, string>> {
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of objects.values())
    for (const [, name = "", id = ""] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? "")?.[1] ?? "";
      fonts.set(name, lettersIn(objects.get(table)?.stream ?? ""));
    }
  return fonts;
}

function lettersIn(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = "0", list = ""] of table.matchAll(/<(\w{4})> <\w{4}> \[(.*?)\]/g))
    [...list.matchAll(/<([\w ]*)>/g)].forEach(([, codes = ""], index) => {
      const glyph = (parseInt(first, 16) + index).toString(16).padStart(4, "0");
      letters.set(
        glyph,
        Buffer.from(codes.replaceAll(" ", ""), "hex").swap16().toString("utf16le"),
      );
    });
  return letters;
}

const decode = (shown: string, letters: Map<string, string>): string =>
  [...shown.matchAll(/<(\w+)>/g)]
    .flatMap(([, glyphs = ""]) => glyphs.match(/.{4}/g) ?? [])
    .map((glyph) => letters.get(glyph) ?? "?")
    .join("");
