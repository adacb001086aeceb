import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fingerprintOf, writeDeclarationDocument } from "@/bin/generate/declaration-document";
import { findDeclarationPdf } from "@/lib/content/declaration-pdf";
import { getDeclaration } from "@/lib/content/queries";
import { defaultLocale, locales } from "@/lib/i18n/locales";
import { hasPdf } from "@/lib/pdf/tagged-pdf";

const readPdf = (address: string) => readFileSync(join("public", address)).toString("latin1");

describe.each(locales)("the declaration in %s", (locale) => {
  it("has a PDF of the text as it stands now (otherwise: npm run generate:declaration)", async () => {
    const declaration = await getDeclaration(locale);
    const pdf = findDeclarationPdf(locale);
    if (declaration.locale !== locale || !hasPdf(locale)) return expect(pdf).toBeUndefined();
    expect(pdf?.address).toBe(`/declaration-${declaration.version}-${locale}.pdf`);
    expect(pdf?.fingerprint).toBe(fingerprintOf(await writeDeclarationDocument(locale)));
    expect(readPdf(pdf?.address ?? "")).toHaveLength(pdf?.bytes ?? 0);
  });

  it("has the five principles as what was signed, and the same titles again in the commentary", async () => {
    const { principles } = await getDeclaration(locale);
    const { sections } = await writeDeclarationDocument(locale);
    const [signed, commentary] = sections.map(({ blocks }) => blocks);
    expect(
      signed?.flatMap((block) =>
        block.kind === "titles" ? block.entries.map(({ title }) => title) : [],
      ),
    ).toEqual(principles);
    const headings = commentary?.flatMap((block) =>
      block.kind === "subheading" ? [block.text] : [],
    );
    expect(headings).toEqual(principles.map((title, index) => `Principle ${index + 1}: ${title}`));
  });
});

it("the PDF says its title, language, author, subject and standard, and labels its lists", () => {
  const pdf = readPdf(findDeclarationPdf(defaultLocale)?.address ?? "");
  const properties = [
    "/Lang (en)",
    "/DisplayDocTitle true",
    "/Marked true",
    "<dc:title>",
    "<dc:creator>",
    "<dc:description>",
  ];
  const structure = [
    "/S /H1",
    "/S /H2",
    "/S /H3",
    "/S /Lbl",
    "/S /LBody",
    "/ListNumbering /Decimal",
    "/ListNumbering /Disc",
  ];
  const others = ["<pdfuaid:part>1</pdfuaid:part>", "/S /Link", "/Outlines", "/FontFile2"];
  for (const part of [...properties, ...structure, ...others])
    expect.soft(pdf.includes(part), part).toBe(true);
});
