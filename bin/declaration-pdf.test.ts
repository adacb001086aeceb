import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fingerprintOf, renderDeclaration } from "@/bin/declaration-document";
import { findDeclarationPdf } from "@/lib/content/declaration-pdf";
import { getDeclaration, listPrinciples } from "@/lib/content/queries";
import { locales } from "@/lib/i18n/locales";

describe.each(locales)("the declaration in %s", (locale) => {
  it("has a PDF of the text as it stands now (otherwise: npm run declaration:pdf)", async () => {
    const { declaration, markup } = await renderDeclaration(locale);
    if (declaration.locale !== locale) return expect(findDeclarationPdf(locale)).toBeUndefined();
    const pdf = findDeclarationPdf(locale);
    expect(pdf?.address).toBe(`/declaration-${declaration.version}-${locale}.pdf`);
    expect(pdf?.fingerprint).toBe(fingerprintOf(markup));
    const file = join("public", pdf?.address ?? "");
    expect(existsSync(file) && statSync(file).size).toBe(pdf?.bytes);
  });

  it("has the five principles as its articles, by their exact titles", async () => {
    const { markup } = await renderDeclaration(locale);
    const headings = [...markup.matchAll(/<h2[^>]*>.*?<\/span> <span>(.*?)<\/span><\/h2>/g)].map(([, title]) => title);
    const language = (await getDeclaration(locale)).locale;
    expect(headings).toEqual((await listPrinciples(language)).map(({ title }) => title));
  });
});
