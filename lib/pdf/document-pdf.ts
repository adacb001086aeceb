import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { drawBlock, type Rule } from "@/lib/pdf/blocks";
import type { TextDocument } from "@/lib/pdf/document";
import { taggedPdf } from "@/lib/pdf/tagged-pdf";
import { colours, keepTogether, margin, writeText, type Pdf } from "@/lib/pdf/text";

export const documentPdf = (document: TextDocument): Promise<Buffer> =>
  taggedPdf("A4", document, (pdf) => {
    drawRules(pdf, draw(pdf, document));
    numberPages(pdf, document.locale);
  });

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
