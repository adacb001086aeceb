"use client";

import type { ReactNode } from "react";
import { formatNumber } from "@/components/staff-ui/format-number";

type Row = {
  key: string;
  name: ReactNode;
  /** What the bar shows. */
  value: number;
  /** What stands in the columns after it. */
  further?: readonly ReactNode[];
};

type Props = {
  caption: string;
  /** Of the rows, of the bars, and of what comes after them. */
  columns: readonly [rows: string, bars: string, ...further: string[]];
  rows: readonly Row[];
};

const head = "border-b-2 border-line py-1 align-bottom font-bold";
const cell = "border-b border-line-soft py-1 align-baseline font-normal";
const numeric = "ps-3 text-end whitespace-nowrap tabular-nums";

/**
 * Figures, each with a bar under its name. The bars say no more than the figures. Of the client:
 * the page then carries the figures beside the table, and not each of its elements once more.
 */
export function BarTable({ caption, columns, rows }: Props) {
  const [rowsAre, barsAre, ...furtherAre] = columns;
  const highest = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <table className="w-full max-w-2xl">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={`${head} text-start`}>
            {rowsAre}
          </th>
          <th scope="col" className={`${head} ${numeric} whitespace-normal!`}>
            {barsAre}
          </th>
          {furtherAre.map((name) => (
            <th key={name} scope="col" className={`${head} ${numeric} whitespace-normal!`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, value, further = [] }) => (
          <tr key={key}>
            <th scope="row" className={`${cell} w-full text-start`}>
              {name}
              <Bar share={value / highest} />
            </th>
            <td className={`${cell} ${numeric}`}>{formatNumber(value)}</td>
            {further.map((figure, index) => (
              <td key={index} className={`${cell} ${numeric}`}>
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The policy of the panel allows no styles in an element: a length is an attribute. */
const Bar = ({ share }: { share: number }) =>
  share > 0 ? (
    <svg
      aria-hidden="true"
      width={`${Math.max(1, Math.round(share * 100))}%`}
      height="6"
      className="mt-0.5 block text-accent"
    >
      <rect width="100%" height="100%" fill="currentColor" />
    </svg>
  ) : null;
