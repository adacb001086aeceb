import { SmallButton } from "@/components/staff-ui/small-button";
import { criterionLabels } from "@/components/review/labels";
import type { ReviewState } from "@/components/review/review-state";
import { TextField } from "@/components/ui/field";
import { evidenceCriteria } from "@/lib/applications/review/decisions";
import type { EvidenceCriterion } from "@/prisma/generated/enums";

type Props = {
  /** Who has seen what, and when, as it is read. */
  seen: Partial<Record<EvidenceCriterion, string>>;
  /** Whether it can be ticked and unticked still. */
  isOpen: boolean;
  /** What can only be ticked with a note of where it was seen. */
  needsNote: EvidenceCriterion | null;
  answer: ReviewState;
};

/**
 * What must have been seen before an approval, each with a button of its own: no script, no
 * forgotten "save".
 */
export function EvidenceList({ seen, isOpen, needsNote, answer }: Props) {
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {evidenceCriteria.map((criterion) => {
        const seenBy = seen[criterion];
        const { name, explanation } = criterionLabels[criterion];
        return (
          <li key={criterion} className="flex items-start gap-3 py-2">
            <div className="min-w-0 grow">
              <p className="font-bold">
                <span aria-hidden="true">{seenBy ? "☑ " : "☐ "}</span>
                {name}
              </p>
              <p className="wrap-anywhere text-ink-soft">{seenBy ?? explanation}</p>
              {isOpen && !seenBy && needsNote === criterion ? (
                <WhereSeen criterion={criterion} answer={answer} />
              ) : null}
            </div>
            {isOpen ? (
              // Where the page comes anew, the focus is where it was.
              <SmallButton
                name={seenBy ? "untick" : "tick"}
                value={criterion}
                autoFocus={criterion === answer.noted?.criterion}
              >
                {seenBy ? "Untick" : "Tick"}
                <span className="sr-only"> {name}</span>
              </SmallButton>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function WhereSeen({
  criterion,
  answer: { attempt, values, fieldErrors },
}: {
  criterion: EvidenceCriterion;
  answer: ReviewState;
}) {
  const name = `${criterion}-note`;
  return (
    <div className="mt-2">
      <TextField
        // New with each attempt: React would otherwise empty it.
        key={attempt}
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
