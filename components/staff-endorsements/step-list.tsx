import { stepNames } from "@/components/staff-endorsements/endorsement-labels";
import { formatMoment } from "@/components/review/labels";
import type { StaffStep } from "@/lib/endorsements/review/staff-queries";

type Props = {
  cityId: number;
  steps: (StaffStep & { isUndoable: boolean })[];
  action: (form: FormData) => Promise<void>;
};

/** What staff wrote down, newest first, with a button that takes it back for a day. */
export function StepList({ cityId, steps, action }: Props) {
  if (steps.length === 0) return null;
  return (
    <ul className="mt-6 divide-y divide-line-soft border-y border-line-soft">
      {steps.map(
        ({
          id,
          kind,
          note,
          publicReason,
          recordedAt,
          by,
          takenBackAt,
          takenBackBy,
          isUndoable,
        }) => (
          <li key={id} className="py-3 leading-snug">
            <p>
              <strong>{stepNames[kind].name}</strong> by {by ?? "the site"},{" "}
              {formatMoment(recordedAt)}
            </p>
            {publicReason ? <p className="mt-1 wrap-anywhere">“{publicReason}”</p> : null}
            {note ? <p className="mt-1 whitespace-pre-line">{note}</p> : null}
            {takenBackAt && takenBackBy ? (
              <p className="mt-1 text-ink-soft">
                Taken back by {takenBackBy}, {formatMoment(takenBackAt)}
              </p>
            ) : null}
            {isUndoable ? (
              <form action={action} className="mt-2">
                <input type="hidden" name="cityId" value={cityId} />
                <input type="hidden" name="stepId" value={id} />
                <button className="min-h-9 cursor-pointer rounded-md border-2 border-ink px-3 font-bold hover:bg-paper-deep">
                  Take it back<span className="sr-only">: {stepNames[kind].name}</span>
                </button>
              </form>
            ) : null}
          </li>
        ),
      )}
    </ul>
  );
}
