// Makes the PDF of the declaration in every language that has its text: `npm run
// generate:declaration`. The files are committed, so that a build does not, and so that it can be
// linked and kept like any file.
import { existsSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fingerprintOf, writeDeclarationDocument } from "@/bin/generate/declaration-document";
import type { DeclarationPdf } from "@/lib/content/declaration-pdf";
import { getDeclaration } from "@/lib/content/queries";
import { locales, type Locale } from "@/lib/i18n/locales";
import { documentPdf } from "@/lib/pdf/document-pdf";
import { hasPdf } from "@/lib/pdf/tagged-pdf";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "public");
const isMade = (locale: Locale) =>
  hasPdf(locale) && existsSync(join(root, "content", locale, "declaration.mdx"));

async function makePdf(locale: Locale): Promise<DeclarationPdf> {
  const { version } = await getDeclaration(locale);
  const document = await writeDeclarationDocument(locale);
  const name = `declaration-${version}-${locale}.pdf`;
  const pdf = await documentPdf(document);
  await writeFile(join(folder, name), pdf);
  return { address: `/${name}`, bytes: pdf.length, fingerprint: fingerprintOf(document) };
}

const made: Record<string, DeclarationPdf> = {};
for (const locale of locales.filter(isMade)) made[locale] = await makePdf(locale);
const kept = Object.values(made).map(({ address }) => address.slice(1));
const outdated = (await readdir(folder)).filter(
  (name) => /^declaration-.*\.pdf$/.test(name) && !kept.includes(name),
);
for (const name of outdated) await rm(join(folder, name));
await writeFile(
  join(root, "lib/content/declaration-pdf.json"),
  `${JSON.stringify(made, null, 2)}\n`,
);
console.log(kept.map((name) => `public/${name}`).join("\n"));
