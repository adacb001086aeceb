import PDFDocument from "pdfkit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { drawBlock, type Rule } from "@/lib/pdf/blocks";
import type { TextDocument } from "@/lib/pdf/document";
import { colours, keepTogether, margin, registerFonts, writeText, type Pdf } from "@/lib/pdf/text";

/** The font has only Latin letters; in other scripts the page is printed instead. */
export const hasPdf = (locale: Locale): boolean =>
  new Intl.Locale(locale).maximize().script === "Latn";

/** Tagged (PDF/UA-1): screen readers find title, language, headings, lists and links. */
export async function documentPdf(document: TextDocument): Promise<Buffer> {
  const { locale, title, subject, writtenOn } = document;
  // PDFKit supports it, but its types do not know it yet.
  const standard = "PDF/UA" as PDFKit.PDFDocumentOptions["subset"];
  const pdf = new PDFDocument({
    ...{ size: "A4", margin, font: "", bufferPages: true },
    ...{ pdfVersion: "1.7", tagged: true, subset: standard, lang: locale, displayTitle: true },
    info: {
      Title: title,
      Author: translator(locale, "site")("name"),
      ...(subject && { Subject: subject }),
      ...(writtenOn && { CreationDate: writtenOn }),
    },
  });
  registerFonts(pdf);
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve) =>
    pdf.on("end", () => resolve(Buffer.concat(chunks))),
  );
  drawRules(pdf, draw(pdf, document));
  numberPages(pdf, locale);
  pdf.end();
  return whole;
}

function draw(pdf: Pdf, { title, lead, sections }: TextDocument): Rule[] {
  const rules: Rule[] = [];
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  root.add(pdf.struct("H1", {}, () => writeText(pdf, title, { size: 24, weight: "700" })));
  if (lead)
    root.add(
      pdf.struct("P", {}, () =>
        writeText(pdf, lead, { size: 12, colour: colours.soft, after: 16 }),
      ),
    );
  for (const { title: heading, blocks } of sections) {
    keepTogether(pdf, 110);
    pdf.outline.addItem(heading);
    root.add(
      pdf.struct("H2", {}, () => writeText(pdf, heading, { size: 16, weight: "700", before: 12 })),
    );
    for (const block of blocks) root.add(drawBlock(pdf, block, rules));
  }
  root.end();
  return rules;
}

function drawRules(pdf: Pdf, rules: readonly Rule[]): void {
  for (const { page, top, colour } of rules) {
    pdf.switchToPage(page);
    pdf.markContent("Artifact", { type: "Layout" });
    pdf
      .moveTo(margin, top)
      .lineTo(pdf.page.width - margin, top)
      .lineWidth(2)
      .stroke(colour);
    pdf.endMarkedContent();
  }
}

/** Artifacts, because screen readers know the pages themselves. */
function numberPages(pdf: Pdf, locale: Locale): void {
  const t = translator(locale, "site");
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf.font("latin 400").fontSize(8.5).fillColor(colours.soft);
    const options = {
      width: pdf.page.width - 2 * margin,
      align: "right",
      lineBreak: false,
    } as const;
    pdf.text(t("pageOf", { page: page + 1, pages: count }), margin, pdf.page.height - 40, options);
    pdf.endMarkedContent();
  }
}
