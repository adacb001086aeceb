import { useId } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { formatter } from "@/lib/i18n/translator";

/** Null where there is nothing to draw: it is not known, or not shown. */
export type Series = { name: string; values: readonly (number | null)[] };

const box = { width: 360, height: 180, end: 4, top: 10, bottom: 24 };
/** So that the bars of a few months are not as wide as blocks. */
const minGroups = 6;
const plotHeight = box.height - box.top - box.bottom;
/** For the scale, whose characters are narrower than this. */
const [minStart, characterWidth] = [36, 9];

type Props = {
  locale: Locale;
  label: string;
  /** As 2026-11, oldest first. */
  months: readonly string[];
  /** The first is drawn full, the second hollow, so that they stay apart without colour. */
  series: readonly [Series, Series];
};

/** Its numbers must stand in a table beside it. */
export function MonthChart({ locale, label, months, series }: Props) {
  const id = useId();
  const highest = roundUp(Math.max(1, ...series.flatMap(({ values }) => values.map(Number))));
  const { number, dateTime } = formatter(locale);
  const start = Math.max(minStart, 2 + characterWidth * number(highest).length);
  const y = (value: number) => box.top + plotHeight * (1 - value / highest);
  const group = (box.width - start - box.end) / Math.max(months.length, minGroups);
  return (
    <figure className="max-w-2xl">
      <svg
        viewBox={`0 0 ${box.width} ${box.height}`}
        role="img"
        aria-labelledby={id}
        direction="ltr"
        // On a narrow screen the drawing shrinks, and its letters must not.
        className="h-auto w-full max-w-lg text-[14px] tabular-nums sm:text-[11px]"
      >
        <title id={id}>{label}</title>
        {[0, highest / 2, highest].map((value) => (
          <g key={value}>
            <path
              d={`M${start} ${y(value)}H${box.width - box.end}`}
              strokeWidth={value === 0 ? 1.5 : 0.5}
              className={value === 0 ? "stroke-ink" : "stroke-line"}
            />
            <text x={start - 5} y={y(value) + 4} textAnchor="end" className="fill-ink-soft">
              {number(value)}
            </text>
          </g>
        ))}
        {months.map((month, index) => (
          <g key={month}>
            {series.map(({ name, values }, kind) => (
              <Bar
                key={name}
                isHollow={kind === 1}
                x={start + index * group + group * (kind === 0 ? 0.12 : 0.52)}
                width={group * 0.36}
                top={y(values[index] ?? 0)}
              />
            ))}
            {index % 2 === 0 ? (
              <text
                x={start + (index + 0.5) * group}
                y={box.height - 7}
                textAnchor="middle"
                className="fill-ink-soft"
              >
                {dateTime(new Date(month), { month: "short" })}
              </text>
            ) : null}
          </g>
        ))}
      </svg>
      <figcaption>
        <ul className="flex flex-wrap gap-x-6 gap-y-1">
          {series.map(({ name }, kind) => (
            <li key={name} className="flex items-center gap-2">
              <svg viewBox="0 0 14 14" aria-hidden="true" className="size-3.5 shrink-0">
                <Shape isHollow={kind === 1} x={1} y={1} width={12} height={12} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

type BarProps = { isHollow: boolean; x: number; width: number; top: number };

function Bar({ top, ...bar }: BarProps) {
  const height = box.top + plotHeight - top;
  return height > 0 ? <Shape {...bar} y={top} height={height} /> : null;
}

type ShapeProps = { isHollow: boolean; x: number; y: number; width: number; height: number };

const Shape = ({ isHollow, ...rectangle }: ShapeProps) => (
  <rect
    {...rectangle}
    strokeWidth={1.5}
    className={isHollow ? "fill-paper stroke-ink" : "fill-accent stroke-accent"}
  />
);

/** To 1, 2 or 5 times a power of ten, and even, so that half of it is whole. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const rounded = [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
  return rounded % 2 === 0 ? rounded : rounded * 2;
}
