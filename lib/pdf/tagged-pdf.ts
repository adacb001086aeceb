import PDFDocument from "pdfkit";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { margin, registerFonts, type Pdf } from "@/lib/pdf/text";

type Properties = {
  locale: Locale;
  title: string;
  subject?: string;
  /** Fixes the creation date, so that the same content gives the same file. */
  writtenOn?: Date;
};

/** The font has only Latin letters; in other scripts the page is printed instead. */
export const hasPdf = (locale: Locale): boolean =>
  new Intl.Locale(locale).maximize().script === "Latn";

/** Tagged (PDF/UA-1): screen readers find title, language, headings, lists and links. */
export async function taggedPdf(
  size: "A4" | "A3",
  { locale, title, subject, writtenOn }: Properties,
  draw: (pdf: Pdf) => void,
): Promise<Buffer> {
  // PDFKit supports it, but its types do not know it yet.
  const standard = "PDF/UA" as PDFKit.PDFDocumentOptions["subset"];
  const pdf = new PDFDocument({
    ...{ size, margin, font: "", bufferPages: true },
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
  draw(pdf);
  pdf.end();
  return whole;
}
