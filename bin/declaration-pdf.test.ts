import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fingerprintOf, renderDeclaration } from "@/bin/declaration-document";
import { findDeclarationPdf } from "@/lib/content/declaration-pdf";
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

  it("has the five principles as what was signed, and the same titles again in the commentary", async () => {
    const { declaration, markup } = await renderDeclaration(locale);
    const titlesIn = (element: string) => [...markup.matchAll(new RegExp(`<${element}[^>]*><span[^>]*>[^<]*</span> <span>(.*?)</span></${element}>`, "g"))].map(([, title]) => title);
    expect(titlesIn("li")).toEqual(declaration.principles);
    expect(titlesIn("h3")).toEqual(declaration.principles);
  });
});
