import { criterionLabels } from "@/components/review/labels";
import type { ReviewState } from "@/components/review/decision/review-state";
import { TextField } from "@/components/ui/field";
import { evidenceCriteria } from "@/lib/applications/review/decisions";
import type { EvidenceCriterion } from "@/prisma/generated/enums";

type Props = {
  /** Who has seen what, and when, as it is read. */
  seen: Partial<Record<EvidenceCriterion, string>>;
  /** Whether it can be ticked and unticked still. */
  isUndecided: boolean;
  /** What can only be ticked with a note of where it was seen. */
  needsNote: EvidenceCriterion | null;
  answer: ReviewState;
};

/** What must have been seen before an approval. The ticks go with the decision, or are saved. */
export function EvidenceList({ seen, isUndecided, needsNote, answer }: Props) {
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {evidenceCriteria.map((criterion, index) => {
        const seenBy = seen[criterion];
        const { name, explanation } = criterionLabels[criterion];
        const box = `evidence-${criterion}`;
        const isTicked = answer.attempt ? box in answer.values : seenBy !== undefined;
        return (
          <li key={criterion} className="flex items-start gap-3 py-2">
            {isUndecided ? (
              <input
                type="checkbox"
                id={box}
                name={box}
                value="seen"
                defaultChecked={isTicked}
                aria-describedby={`${box}-hint`}
                data-shortcut={index + 1}
                className="mt-0.5! size-6 shrink-0 accent-accent"
              />
            ) : (
              <span aria-hidden="true">{seenBy ? "☑" : "☐"}</span>
            )}
            <div className="min-w-0 grow">
              {isUndecided ? (
                <label htmlFor={box} className="block font-bold">
                  {name}
                </label>
              ) : (
                <p className="font-bold">{name}</p>
              )}
              <p id={`${box}-hint`} className="wrap-anywhere text-ink-soft">
                {seenBy ?? explanation}
              </p>
              {isUndecided && !seenBy && needsNote === criterion ? (
                <WhereSeen criterion={criterion} answer={answer} />
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function WhereSeen({
  criterion,
  answer: { values, fieldErrors },
}: {
  criterion: EvidenceCriterion;
  answer: ReviewState;
}) {
  const name = `${criterion}-note`;
  return (
    <div className="mt-2">
      <TextField
        name={name}
        label="Where you saw it"
        hint="The document is to follow. For example an email with the decision, or the council’s minutes. For staff alone."
        error={fieldErrors[name]}
        defaultValue={values[name]}
        autoComplete="off"
        maxLength={500}
      />
    </div>
  );
}
