import { drawList, listEntry } from "@/lib/pdf/blocks";
import { buildNameWall } from "@/lib/pdf/name-wall";
import type { Poster, PosterLayout } from "@/lib/pdf/poster";
import { drawShapes, skylineWidth } from "@/lib/pdf/poster-shapes";
import { taggedPdf } from "@/lib/pdf/tagged-pdf";
import {
  aboveCapitals,
  balancedWidth,
  capitals,
  colours,
  margin,
  writeLine,
  writeText,
  type Pdf,
} from "@/lib/pdf/text";

const principlesTop = 186;
const foot = { height: 88, margin: 40 };
const headingHeight = 46;
const titleSize = 46;
/** Of the columns with the principles' titles, beside the numerals. */
const indent = 150;

/** On A3. Text is tagged; what is drawn beside it is an artifact. */
export const posterPdf = (poster: Poster): Promise<Buffer> =>
  taggedPdf("A3", poster, (pdf) => {
    // What stands near the foot would begin a second page otherwise.
    pdf.page.margins.bottom = 0;
    const layout = layOut(pdf, poster);
    drawShapes(pdf, poster, layout);
    const root = pdf.struct("Document");
    pdf.addStructure(root);
    for (const part of partsOf(pdf, poster, layout)) root.add(part);
    root.end();
  });

function layOut(pdf: Pdf, { names, principles }: Poster): PosterLayout {
  const wall = buildNameWall(pdf, names.entries);
  const footTop = pdf.page.height - foot.margin - foot.height;
  const namesTop = footTop - 20 - wall.height - headingHeight;
  const height = (namesTop - 12 - principlesTop) / principles.length;
  return {
    principles: principles.map((_, index) => ({ top: principlesTop + index * height, height })),
    names: namesTop,
    wall: {
      ...wall,
      names: wall.names.map((name) => ({
        ...name,
        baseline: name.baseline + namesTop + headingHeight,
      })),
    },
    foot: footTop,
  };
}

const partsOf = (pdf: Pdf, poster: Poster, layout: PosterLayout) => [
  pdf.struct("H1", {}, () => drawTitle(pdf, poster.title)),
  drawPrinciples(pdf, poster, layout),
  ...drawNames(pdf, poster, layout),
  ...drawFoot(pdf, poster, layout),
];

function drawTitle(pdf: Pdf, title: string): void {
  const style = { size: titleSize, weight: "700" } as const;
  const width = pdf.page.width - 2 * margin - skylineWidth - 24;
  pdf.y = margin - aboveCapitals * titleSize;
  writeText(pdf, title, {
    ...style,
    lineGap: -0.2 * titleSize,
    width: balancedWidth(pdf, title, { ...style, width }),
  });
}

const drawPrinciples = (pdf: Pdf, { principles }: Poster, layout: PosterLayout) =>
  drawList(
    pdf,
    "Decimal",
    principles.map(({ title, colour }, index) => {
      const { top = 0, height = 0 } = layout.principles[index] ?? {};
      const capTop = top + 22;
      const numeralSize = Math.min(150, height * 1.04);
      // So that three lines fit above the next bar.
      const style = { size: Math.min(29, (height - 28) / 3.2), weight: "700" } as const;
      const width = pdf.page.width - 2 * margin - indent;
      const drawNumeral = () =>
        writeLine(pdf, `${index + 1}`, {
          ...{ x: margin - numeralSize * 0.04, baseline: capTop + capitals * numeralSize },
          ...{ size: numeralSize, weight: "700", colour },
        });
      const drawName = () => {
        pdf.y = capTop - aboveCapitals * style.size;
        writeText(pdf, title, {
          ...{ ...style, indent, lineGap: -0.12 * style.size },
          width: balancedWidth(pdf, title, { ...style, width }),
        });
      };
      return listEntry(pdf, drawNumeral, [drawName]);
    }),
  );

function drawNames(pdf: Pdf, { names }: Poster, layout: PosterLayout) {
  const heading = pdf.struct("H2", {}, () => {
    pdf.y = layout.names + 12;
    writeText(pdf, names.title, { size: 15, weight: "700" });
  });
  if (layout.wall.names.length === 0) return [heading];
  const entries = layout.wall.names.map(({ name, marked, ...place }) => {
    const entry = pdf.struct("LI");
    const drawName = () =>
      writeLine(pdf, name, {
        ...{ ...place, size: layout.wall.size },
        ...{ weight: "700", colour: colours.ink },
      });
    entry.add(pdf.struct("LBody", marked ? { alt: marked } : {}, drawName));
    entry.end();
    return entry;
  });
  return [heading, drawList(pdf, "Unordered", entries)];
}

function drawFoot(pdf: Pdf, { notes, names, address }: Poster, layout: PosterLayout) {
  const link = pdf.struct("Link", { alt: address }, () => {
    pdf.y = layout.foot + 12;
    writeText(pdf, address, { size: 22, weight: "700", link: address });
  });
  const isAnyMarked = layout.wall.names.some(({ marked }) => marked);
  return [
    pdf.struct("P", {}, [link]),
    ...(isAnyMarked ? [names.legend, ...notes] : notes).map((note) =>
      pdf.struct("P", {}, () => writeText(pdf, note, { size: 10, colour: colours.soft, after: 0 })),
    ),
  ];
}
