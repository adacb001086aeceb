import type { ReactNode } from "react";
import {
  bulkNames,
  nameOf,
  formatFilter,
} from "@/components/staff-endorsements/endorsement-labels";
import { SmallButton } from "@/components/staff-ui/small-button";
import { formatMoment } from "@/components/review/labels";
import { formatNumber } from "@/components/staff-ui/format-number";
import { reviewPath } from "@/lib/endorsements/review/review-filter";
import type { ListedBulkReview } from "@/lib/endorsements/review/staff-queries";

type Action = (form: FormData) => Promise<void>;
type Props = {
  reviews: ListedBulkReview[];
  /** By their numbers. */
  cityNames: ReadonlyMap<number, string>;
  goOn: Action;
  stop: Action;
  undo: Action;
};

/**
 * What was decided on many at once and how far each has come, with buttons that stop it, let it go
 * on, and for a day undo it.
 */
export function BulkReviews({ reviews, cityNames, ...actions }: Props) {
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {reviews.map((review) => (
        <li
          key={review.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2 leading-snug"
        >
          <Story review={review} cityName={cityNames.get(review.filter?.city ?? 0) ?? null} />
          <Buttons review={review} {...actions} />
        </li>
      ))}
    </ul>
  );
}

function Story({ review, cityName }: { review: ListedBulkReview; cityName: string | null }) {
  const { action, filter, count, ranAt, undoneAt, staff, stoppedAt, stoppedBy, undoneBy, left } =
    review;
  return (
    <p className="min-w-0 wrap-anywhere">
      <strong>
        {formatNumber(count)} {bulkNames[action]}
      </strong>{" "}
      by {nameOf(staff)}, {formatMoment(ranAt)}
      {filter ? (
        <span className="block text-ink-soft">{formatFilter(filter, cityName)}</span>
      ) : null}
      {undoneAt && undoneBy ? (
        <span className="block text-ink-soft">
          undone by {nameOf(undoneBy)}, {formatMoment(undoneAt)}
        </span>
      ) : null}
      {left > 0 ? (
        <Left
          count={count}
          left={left}
          isUndone={undoneAt !== null}
          isStopped={stoppedAt !== null}
        />
      ) : null}
      {stoppedAt ? (
        <span className="block text-ink-soft">
          stopped {stoppedBy ? `by ${nameOf(stoppedBy)}, ` : null}
          {formatMoment(stoppedAt)}
        </span>
      ) : null}
    </p>
  );
}

function Left({
  count,
  left,
  isUndone,
  isStopped,
}: {
  count: number;
  left: number;
  isUndone: boolean;
  isStopped: boolean;
}) {
  const what = isUndone ? "not brought back yet" : "not decided on yet";
  const all = isUndone ? count : count + left;
  return (
    <strong className="block">
      {formatNumber(left)} of {formatNumber(all)} {what}
      {isStopped ? null : ": it goes on by itself"}
    </strong>
  );
}

function Buttons({
  review,
  goOn,
  stop,
  undo,
}: Omit<Props, "reviews" | "cityNames"> & { review: ListedBulkReview }) {
  const { id, action, count, stoppedAt, finishedAt, left, isUndoable } = review;
  const isUnderWay = !finishedAt && left > 0;
  const which = `${formatNumber(count)} ${bulkNames[action]}`;
  return (
    <div className="flex flex-wrap gap-3">
      {isUnderWay && stoppedAt ? (
        <Act id={id} action={goOn}>
          Go on<span className="sr-only"> with the {formatNumber(left)} that are left</span>
        </Act>
      ) : null}
      {isUnderWay && !stoppedAt ? (
        <>
          <a href={reviewPath} className="py-1.5">
            See how far it is
          </a>
          <Act id={id} action={stop}>
            Stop<span className="sr-only">: {which}</span>
          </Act>
        </>
      ) : null}
      {isUndoable ? (
        <Act id={id} action={undo}>
          Undo
          <span className="sr-only">
            {" "}
            that {formatNumber(count)} were {bulkNames[action]}
          </span>
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
