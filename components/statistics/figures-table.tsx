import type { ReactNode } from "react";

const head = "border-b-2 border-ink py-2 align-bottom font-bold";
const cell = "border-b border-line-soft py-2 align-top font-normal";
// Where there is no room, the first column breaks and the figures stay whole.
const first = "text-start max-sm:wrap-anywhere";
const further = "ps-2 text-end tabular-nums max-sm:w-0 sm:ps-4";

/** Figures, one row for each month or kind. */
export function FiguresTable({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly string[];
  rows: readonly { key: string; name: ReactNode; figures: readonly ReactNode[] }[];
}) {
  const [rowsAre, ...ofFigures] = columns;
  return (
    <div className="table-or-list max-w-2xl">
      <table className="w-full">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} ${first}`}>
              {rowsAre}
            </th>
            {ofFigures.map((name) => (
              <th key={name} scope="col" className={`${head} ${further}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, figures }) => (
            <tr key={key}>
              <th scope="row" className={`${cell} ${first}`}>
                {name}
              </th>
              {figures.map((figure, index) => (
                <td key={index} data-column={ofFigures[index]} className={`${cell} ${further}`}>
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
