import type { DocumentBlock } from "@/lib/pdf/document";
import { colours, keepTogether, writeLabel, writeText, type Pdf } from "@/lib/pdf/text";

type Element = PDFKit.PDFStructureElement;

/** Decoration, drawn last and outside the tagged text. */
export type Rule = { page: number; top: number; colour: string };

// Callbacks of struct() run when their element is added, in the order of the text.

export function drawBlock(pdf: Pdf, block: DocumentBlock, rules: Rule[]): Element {
  switch (block.kind) {
    case "paragraph":
      return pdf.struct("P", {}, () => writeText(pdf, block.text));
    case "subheading":
      keepTogether(pdf, 70);
      return pdf.struct("H3", {}, () =>
        writeText(pdf, block.text, { size: 12, weight: "700", before: 4 }),
      );
    case "list":
      return drawList(
        pdf,
        "Decimal",
        block.entries.map((text, index) => drawEntry(pdf, `${index + 1}.`, text)),
      );
    case "labelled":
      return drawList(
        pdf,
        "Decimal",
        block.entries.map(({ label, text }) => drawEntry(pdf, label, text, 28)),
      );
    case "links":
      return drawList(
        pdf,
        "Disc",
        block.entries.map(({ text, address }) => drawLink(pdf, text, address)),
      );
    case "titles":
      return drawList(
        pdf,
        "Decimal",
        block.entries.map((entry, index) => drawTitle(pdf, `${index + 1}.`, entry, rules)),
      );
    case "answers":
      return drawList(
        pdf,
        "Unordered",
        block.entries.map((entry) => drawAnswer(pdf, entry)),
      );
  }
}

/** @param numbering required by PDF/UA */
export function drawList(
  pdf: Pdf,
  numbering: "Decimal" | "Disc" | "Unordered",
  entries: Element[],
): Element {
  const list = pdf.struct("L");
  // PDFKit only covers attributes of tables and pictures.
  const { dictionary } = list as unknown as { dictionary: { data: Record<string, unknown> } };
  dictionary.data.A = { O: "List", ListNumbering: numbering };
  for (const entry of entries) list.add(entry);
  list.end();
  return list;
}

export function listEntry(
  pdf: Pdf,
  drawLabel: () => void,
  body: (Element | (() => void))[],
): Element {
  const entry = pdf.struct("LI");
  entry.add(pdf.struct("Lbl", {}, drawLabel));
  entry.add(pdf.struct("LBody", {}, body));
  entry.end();
  return entry;
}

const drawEntry = (pdf: Pdf, label: string, text: string, indent = 18): Element =>
  listEntry(pdf, () => writeLabel(pdf, label), [() => writeText(pdf, text, { indent })]);

function drawLink(pdf: Pdf, text: string, address: string): Element {
  const link = pdf.struct("Link", { alt: text }, () =>
    writeText(pdf, address, { indent: 18, link: address }),
  );
  return listEntry(pdf, () => writeLabel(pdf, "•"), [
    () => writeText(pdf, text, { indent: 18, after: 0 }),
    link,
  ]);
}

function drawTitle(
  pdf: Pdf,
  label: string,
  { title, colour }: { title: string; colour: string },
  rules: Rule[],
): Element {
  const style = { size: 14, weight: "700" } as const;
  const drawLabel = () => {
    keepTogether(pdf, 70);
    pdf.y += 14;
    rules.push({ page: pdf.bufferedPageRange().count - 1, top: pdf.y - 8, colour });
    writeLabel(pdf, label, { ...style, colour });
  };
  return listEntry(pdf, drawLabel, [() => writeText(pdf, title, { ...style, indent: 28 })]);
}

function drawAnswer(pdf: Pdf, { name, value }: { name: string; value: string }): Element {
  const drawName = () => {
    keepTogether(pdf, 50);
    writeText(pdf, name, { colour: colours.soft, after: 0 });
  };
  return listEntry(pdf, drawName, [() => writeText(pdf, value)]);
}
