import { EmbedMark } from "@/components/embed/embed-mark";
import { embedSize } from "@/lib/embed/address";
import { fitText, lineHeights } from "@/lib/embed/fit-text";
import { grounds, type Ground } from "@/lib/embed/grounds";
import { directionOf, type Locale } from "@/lib/i18n/locales";

const { width, height } = embedSize;
const margin = 16;
const textStart = 102;

/** Of a line's height, where its letters stand. */
const baseline = 0.8;

type Props = { locale: Locale; ground: Ground; title: string; text: string };

/** An image of its own: no scripts, styles, fonts or anything else to fetch. */
export function EmbedPicture({ locale, ground: name, title, text }: Props) {
  const { ground, ink, towers } = grounds[name];
  const direction = directionOf(locale);
  const isRightToLeft = direction === "rtl";
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      xmlLang={locale}
    >
      <title>{`${title}. ${text}`}</title>
      <rect
        {...{ x: 1, y: 1, width: width - 2, height: height - 2, rx: 8 }}
        {...{ fill: ground, stroke: ink, strokeWidth: 2 }}
      />
      <g
        transform={`translate(${isRightToLeft ? width - margin - 68 : margin} ${(height - 56) / 2})`}
      >
        <EmbedMark towers={towers} />
      </g>
      {linesOf(title, text).map(({ line, y, ...font }) => (
        <text
          key={y}
          x={isRightToLeft ? width - textStart : textStart}
          y={y}
          fill={ink}
          direction={direction}
          fontFamily="system-ui, sans-serif"
          {...font}
        >
          {line}
        </text>
      ))}
    </svg>
  );
}

function linesOf(title: string, text: string) {
  const fitted = fitText(title, text);
  const titleHeight = fitted.size.title * lineHeights.title;
  const textHeight = fitted.size.text * lineHeights.text;
  const top = (height - fitted.height) / 2;
  const textTop = top + fitted.title.length * titleHeight;
  const round = (y: number) => Math.round(y * 10) / 10;
  return [
    ...fitted.title.map((line, index) => ({
      line,
      y: round(top + (index + baseline) * titleHeight),
      fontSize: fitted.size.title,
      fontWeight: 700,
    })),
    ...fitted.text.map((line, index) => ({
      line,
      y: round(textTop + (index + baseline) * textHeight),
      fontSize: fitted.size.text,
    })),
  ];
}
