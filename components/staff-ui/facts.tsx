import type { ReactNode } from "react";

/** Questions and answers side by side, denser than the applicant sees them. */
export function Facts({ rows }: { rows: { key: string; value: ReactNode }[] }) {
  return (
    <dl className="divide-y divide-line-soft border-y border-line-soft">
      {rows.map(({ key, value }) => (
        <div key={key} className="gap-4 py-1.5 sm:grid sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="font-bold">{key}</dt>
          <dd className="min-w-0 whitespace-pre-line wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
