import { readFileSync } from "node:fs";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { Dossier, DossierBlock } from "@/lib/endorsements/dossier";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Pdf = PDFKit.PDFDocument;
type Weight = "400" | "700";

const fontDirectory = join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@fontsource/atkinson-hyperlegible-next/files");
const fontFile = (letters: string, weight: Weight): Buffer => readFileSync(join(fontDirectory, `atkinson-hyperlegible-next-${letters}-${weight}-normal.woff`));

/** Letters that the font keeps in its second file, such as those of Łódź. */
const beyondLatin = /([\u0100-\u0130\u0132-\u0151\u0154-\u02af\u1e00-\u1eff]+)/u;

const margin = 62;
const colours = { ink: "#15172b", soft: "#4a4d63", accent: "#2b3fd1" };

/** The font has Latin letters alone; in other scripts the page is printed instead. */
export const hasDossierPdf = (locale: Locale): boolean => new Intl.Locale(locale).maximize().script === "Latn";

/** The dossier as a tagged PDF (PDF/UA-1): screen readers find its title, language, headings, lists and links. */
export async function dossierPdf(dossier: Dossier): Promise<Buffer> {
  // Known to the library, though not yet to its types.
  const subset = "PDF/UA" as PDFKit.PDFDocumentOptions["subset"];
  const info = { Title: dossier.title, Author: translator(dossier.locale, "site")("name") };
  const pdf = new PDFDocument({ size: "A4", margin, pdfVersion: "1.7", tagged: true, subset, lang: dossier.locale, displayTitle: true, info, bufferPages: true, font: "" });
  for (const weight of ["400", "700"] as const) {
    pdf.registerFont(`latin ${weight}`, fontFile("latin", weight));
    pdf.registerFont(`beyond ${weight}`, fontFile("latin-ext", weight));
  }
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve) => pdf.on("end", () => resolve(Buffer.concat(chunks))));
  draw(pdf, dossier);
  numberPages(pdf, dossier.locale);
  pdf.end();
  return whole;
}

function draw(pdf: Pdf, { title, lead, sections }: Dossier): void {
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  root.add(pdf.struct("H1", {}, () => write(pdf, title, { size: 24, weight: "700" })));
  root.add(pdf.struct("P", {}, () => write(pdf, lead, { size: 12, colour: colours.soft, after: 16 })));
  for (const { title: heading, blocks } of sections) {
    keepTogether(pdf, 110);
    root.add(pdf.struct("H2", {}, () => write(pdf, heading, { size: 16, weight: "700", before: 12 })));
    for (const block of blocks) root.add(drawBlock(pdf, block));
  }
  root.end();
}

function drawBlock(pdf: Pdf, block: DossierBlock): PDFKit.PDFStructureElement {
  if (block.kind === "paragraph") return pdf.struct("P", {}, () => write(pdf, block.text, {}));
  if (block.kind === "subheading") {
    keepTogether(pdf, 70);
    return pdf.struct("H3", {}, () => write(pdf, block.text, { size: 12, weight: "700", before: 4 }));
  }
  const list = pdf.struct("L");
  const entries = block.kind === "list" ? block.entries.map((text, index) => ({ label: `${index + 1}.`, text, address: undefined })) : block.entries.map((entry) => ({ label: "•", ...entry }));
  for (const { label, text, address } of entries) {
    const entry = pdf.struct("LI");
    list.add(entry);
    entry.add(pdf.struct("Lbl", {}, () => writeLabel(pdf, label)));
    const words = () => write(pdf, text, { indent: 18, after: address ? 0 : undefined });
    entry.add(pdf.struct("LBody", {}, address ? [words, pdf.struct("Link", { alt: text }, () => write(pdf, address, { indent: 18, link: address }))] : [words]));
    entry.end();
  }
  list.end();
  return list;
}

/** Stands on the first line of what follows. */
function writeLabel(pdf: Pdf, label: string): void {
  keepTogether(pdf, 40);
  const top = pdf.y;
  write(pdf, label, {});
  pdf.y = top;
}

type Look = { size?: number; weight?: Weight; colour?: string; before?: number; after?: number; indent?: number; link?: string };

/** Sets a paragraph; words with letters that the first file lacks are taken from the second. */
function write(pdf: Pdf, text: string, { size = 10.5, weight = "400", colour = colours.ink, before = 0, after = 6, indent = 0, link }: Look): void {
  const runs = text.split(beyondLatin).filter(Boolean);
  pdf.fontSize(size).fillColor(link ? colours.accent : colour);
  runs.forEach((run, index) => {
    const options = { continued: index < runs.length - 1, lineGap: 2.5, ...(link && { link, underline: true }) };
    pdf.font(`${beyondLatin.test(run) ? "beyond" : "latin"} ${weight}`);
    if (index === 0) pdf.text(run, margin + indent, pdf.y + before, { ...options, width: pdf.page.width - 2 * margin - indent });
    else pdf.text(run, options);
  });
  pdf.y += after;
}

/** Begins a new page where less room is left: no heading stands alone at the foot of one. */
function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y > pdf.page.height - margin - height) pdf.addPage();
}

/** Numbers are no part of the text: screen readers know the pages themselves. */
function numberPages(pdf: Pdf, locale: Locale): void {
  const t = translator(locale, "dossier");
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf.font("latin 400").fontSize(8.5).fillColor(colours.soft);
    pdf.text(t("page", { page: page + 1, pages: count }), margin, pdf.page.height - 40, { width: pdf.page.width - 2 * margin, align: "right", lineBreak: false });
    pdf.endMarkedContent();
  }
}
