import type { ReactNode } from "react";

/** What was answered, question by question, with a way to change it. */
export function SummaryList({
  rows,
}: {
  rows: { key: ReactNode; value: ReactNode; action?: ReactNode }[];
}) {
  return (
    <dl className="divide-y divide-line-soft border-y border-line-soft">
      {rows.map((row, index) => (
        <div key={index} className="gap-4 py-3 sm:grid sm:grid-cols-[minmax(10rem,1fr)_2fr_auto]">
          <dt className="font-bold">{row.key}</dt>
          <dd className="min-w-0 whitespace-pre-line">{row.value}</dd>
          {row.action ? <dd>{row.action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
