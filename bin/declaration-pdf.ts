// Makes the PDF of the declaration in every language that has its text: `npm run declaration:pdf`.
// It needs Chromium (CHROMIUM, else /usr/bin/chromium). The files are committed, so that a build does not.
import { existsSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { fingerprintOf, renderDeclaration, standaloneDocument } from "@/bin/declaration-document";
import type { DeclarationPdf } from "@/lib/content/declaration-pdf";
import { locales, type Locale } from "@/lib/i18n/locales";

const root = join(import.meta.dirname, "..");
const folder = join(root, "public");
const hasDeclaration = (locale: Locale) => existsSync(join(root, "content", locale, "declaration.mdx"));

const footer = `<div style="width: 100%; padding-inline: 20mm; text-align: end; font: 8pt sans-serif;"><span class="pageNumber"></span> / <span class="totalPages"></span></div>`;

async function print(html: string, file: string): Promise<Buffer> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    return await page.pdf({
      path: file,
      format: "A4",
      margin: { top: "20mm", bottom: "20mm", left: "20mm", right: "20mm" },
      tagged: true,
      outline: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: footer,
    });
  } finally {
    await browser.close();
  }
}

async function makePdf(locale: Locale): Promise<DeclarationPdf> {
  const { declaration, markup } = await renderDeclaration(locale);
  const name = `declaration-${declaration.version}-${locale}.pdf`;
  const pdf = await print(await standaloneDocument(locale, declaration.title, markup), join(folder, name));
  return { address: `/${name}`, bytes: pdf.length, fingerprint: fingerprintOf(markup) };
}

const made: Record<string, DeclarationPdf> = {};
for (const locale of locales.filter(hasDeclaration)) made[locale] = await makePdf(locale);
const kept = Object.values(made).map(({ address }) => address.slice(1));
const outdated = (await readdir(folder)).filter((name) => /^declaration-.*\.pdf$/.test(name) && !kept.includes(name));
for (const name of outdated) await rm(join(folder, name));
await writeFile(join(root, "lib/content/declaration-pdf.json"), `${JSON.stringify(made, null, 2)}\n`);
console.log(kept.map((name) => `public/${name}`).join("\n"));
