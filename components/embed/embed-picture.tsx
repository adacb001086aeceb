import { EmbedMark } from "@/components/embed/embed-mark";
import { embedSize } from "@/lib/embed/address";
import { grounds, type Ground } from "@/lib/embed/grounds";
import { wrapText } from "@/lib/embed/wrap-text";
import { directionOf, type Locale } from "@/lib/i18n/locales";
import { estimateWidth } from "@/lib/map/text-width";

const { width, height } = embedSize;
const margin = 16;
const textStart = 102;
const textWidth = width - textStart - margin;
const titleSize = 20;
const textSize = 13;
const lineHeight = 17;

type Props = { locale: Locale; ground: Ground; title: string; text: string };

/** An image of its own: no scripts, styles, fonts or anything else to fetch. */
export function EmbedPicture({ locale, ground: name, title, text }: Props) {
  const { ground, ink, towers } = grounds[name];
  const direction = directionOf(locale);
  const isRightToLeft = direction === "rtl";
  const lines = wrapText(text, textWidth / textSize);
  const top = (height - titleSize - lines.length * lineHeight) / 2;
  const written = {
    x: isRightToLeft ? width - textStart : textStart,
    fill: ink,
    direction,
    fontFamily: "system-ui, sans-serif",
  };
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
      <text {...written} y={top + titleSize * 0.8} fontSize={sizeOf(title)} fontWeight="700">
        {title}
      </text>
      {lines.map((line, index) => (
        <text
          key={line}
          {...written}
          y={top + titleSize + (index + 0.8) * lineHeight}
          fontSize={textSize}
        >
          {line}
        </text>
      ))}
    </svg>
  );
}

/** A long name gets smaller letters. */
const sizeOf = (title: string): number =>
  Math.floor(Math.min(titleSize, textWidth / estimateWidth(title)) * 10) / 10;
