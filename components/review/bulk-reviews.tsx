import { bulkNames, nameOf } from "@/components/review/endorsement-words";
import { writeMoment } from "@/components/review/words";
import type { ListedBulkReview } from "@/lib/endorsements/staff-queries";

type Props = { reviews: ListedBulkReview[]; undo: (form: FormData) => Promise<void> };

/** What was decided on many at once, with a button that undoes it for a day. */
export function BulkReviews({ reviews, undo }: Props) {
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {reviews.map(({ id, action, count, ranAt, undoneAt, staff, undoneBy, isUndoable }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2 leading-snug">
          <p>
            <strong>
              {count} {bulkNames[action]}
            </strong>{" "}
            by {nameOf(staff)}, {writeMoment(ranAt)}
            {undoneAt && undoneBy ? <span className="block text-ink-soft">undone by {nameOf(undoneBy)}, {writeMoment(undoneAt)}</span> : null}
          </p>
          {isUndoable ? (
            <form action={undo}>
              <input type="hidden" name="id" value={id} />
              <button className="min-h-9 cursor-pointer rounded-md border-2 border-ink px-3 font-bold hover:bg-paper-deep">
                Undo<span className="sr-only"> that {count} were {bulkNames[action]}</span>
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
