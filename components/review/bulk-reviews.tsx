import type { ReactNode } from "react";
import { bulkNames, nameOf, writeFilter } from "@/components/review/endorsement-words";
import { SmallButton } from "@/components/review/small-button";
import { writeMoment } from "@/components/review/words";
import type { ListedBulkReview } from "@/lib/endorsements/staff-queries";

type Action = (form: FormData) => Promise<void>;
type Props = { reviews: ListedBulkReview[]; goOn: Action; undo: Action };

/** What was decided on many at once, with a button that goes on where something is left, and one that undoes it for a day. */
export function BulkReviews({ reviews, goOn, undo }: Props) {
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {reviews.map((review) => (
        <li key={review.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2 leading-snug">
          <Story {...review} />
          <Buttons review={review} goOn={goOn} undo={undo} />
        </li>
      ))}
    </ul>
  );
}

function Story({ action, filter, count, ranAt, undoneAt, staff, undoneBy, left }: ListedBulkReview) {
  return (
    <p className="min-w-0 wrap-anywhere">
      <strong>
        {count} {bulkNames[action]}
      </strong>{" "}
      by {nameOf(staff)}, {writeMoment(ranAt)}
      {filter ? <span className="block text-ink-soft">{writeFilter(filter)}</span> : null}
      {undoneAt && undoneBy ? (
        <span className="block text-ink-soft">
          undone by {nameOf(undoneBy)}, {writeMoment(undoneAt)}
        </span>
      ) : null}
      {left > 0 ? <strong className="block">{undoneAt ? `${left} not brought back yet` : `${left} not decided on yet`}</strong> : null}
    </p>
  );
}

function Buttons({ review: { id, action, count, undoneAt, left, isUndoable }, goOn, undo }: { review: ListedBulkReview; goOn: Action; undo: Action }) {
  const what = `that ${count} were ${bulkNames[action]}`;
  return (
    <div className="flex flex-wrap gap-3">
      {left > 0 ? (
        <Act id={id} action={undoneAt ? undo : goOn}>
          Go on<span className="sr-only"> with the {left} that are left</span>
        </Act>
      ) : null}
      {isUndoable ? (
        <Act id={id} action={undo}>
          Undo<span className="sr-only"> {what}</span>
        </Act>
      ) : null}
    </div>
  );
}

function Act({ id, action, children }: { id: string; action: Action; children: ReactNode }) {
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <SmallButton>{children}</SmallButton>
    </form>
  );
}
