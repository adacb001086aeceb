import { formatNumber } from "@/components/staff-ui/format-number";
import { curvePoints, monthlyTotals, type DailyCount } from "@/lib/endorsements/counts/curve";

const box = { width: 600, height: 160 };

/** The count over time, drawn on the server, and the same in numbers. */
export function EndorsementCurve({
  days,
  today,
  label,
}: {
  days: readonly DailyCount[];
  today: Date;
  label: string;
}) {
  if (days.length === 0) return <p className="text-ink-soft">None yet.</p>;
  // One day alone makes no line.
  const isDrawn = days.length > 1;
  return (
    <figure>
      {isDrawn ? (
        <svg
          viewBox={`-4 -4 ${box.width + 8} ${box.height + 8}`}
          role="img"
          aria-label={`${label}. The numbers are below.`}
          className="h-auto w-full max-w-2xl border-b border-line"
        >
          <polyline
            points={curvePoints(days, today, box.width, box.height)}
            fill="none"
            stroke="currentColor"
            strokeWidth="3"
            strokeLinejoin="round"
            className="text-accent"
          />
        </svg>
      ) : null}
      <figcaption>
        <details open={!isDrawn} className="mt-2">
          <summary className="cursor-pointer py-1">The numbers by month</summary>
          <table className="mt-1 tabular-nums [&_td]:ps-4 [&_td]:text-end">
            <thead>
              <tr>
                <th scope="col" className="text-start">
                  Month
                </th>
                {["Added", "Removed", "Total"].map((name) => (
                  <th key={name} scope="col" className="ps-4 text-end wrap-anywhere">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {monthlyTotals(days).map(({ month, added, removed, total }) => (
                <tr key={month}>
                  <th scope="row" className="text-start font-normal">
                    {month}
                  </th>
                  <td>{formatNumber(added)}</td>
                  <td>{formatNumber(removed)}</td>
                  <td>{formatNumber(total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figcaption>
    </figure>
  );
}
