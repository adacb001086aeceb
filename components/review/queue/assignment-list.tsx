import { formatMoment } from "@/components/review/labels";
import { formatCount } from "@/components/staff-ui/format-number";
import { SmallButton } from "@/components/staff-ui/small-button";
import type { ListedAssignment } from "@/lib/applications/review/several-queries";

type Props = {
  assignments: readonly ListedAssignment[];
  /** Of the page, to come back to. */
  filter: string;
  undo: (form: FormData) => Promise<void>;
};

/** What was given to whom, newest first, each with its way back. */
export function AssignmentList({ assignments, filter, undo }: Props) {
  return (
    <ul className="max-w-3xl divide-y divide-line-soft border-y border-line-soft">
      {assignments.map(({ id, assignedAt, undoneAt, count, to, by }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
          <span className="min-w-0 wrap-anywhere">
            {formatCount(count, "application", "applications")} to <bdi>{to}</bdi>
            <span className="block text-ink-soft">
              {formatMoment(assignedAt)}, by <bdi>{by}</bdi>
              {undoneAt ? `. Undone ${formatMoment(undoneAt)}` : null}
            </span>
          </span>
          {undoneAt ? null : (
            <form action={undo}>
              <input type="hidden" name="assignment" value={id} />
              <input type="hidden" name="filter" value={filter} />
              <SmallButton>
                Undo<span className="sr-only"> giving them to {to}</span>
              </SmallButton>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
