"use client";

import { Tag } from "@/components/staff-ui/tag";

/** What a line shows of an endorsement, and nothing else of it. */
export type ReviewedRow = {
  id: string;
  email: string | null;
  name: string | null;
  /** What it is about, and when it was confirmed. */
  about: string;
  heldFor: string[];
  isDisposable: boolean;
};

/** The first of those that fit: what a decision on all of them would be about. */
export function ReviewedList({ rows }: { rows: readonly ReviewedRow[] }) {
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {rows.map(({ id, email, name, about, heldFor, isDisposable }) => (
        <li key={id} className="py-2 leading-snug wrap-anywhere">
          <strong>{email ?? "address not kept"}</strong> {name ? <bdi>{name}</bdi> : null}{" "}
          <span className="text-ink-soft">{about}</span>{" "}
          <span className="inline-flex flex-wrap gap-1">
            {heldFor.map((reason) => (
              <Tag key={reason}>{reason}</Tag>
            ))}
            {isDisposable ? <Tag variant="bad">Disposable address</Tag> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
