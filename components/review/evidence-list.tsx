import { SmallButton } from "@/components/review/small-button";
import { criteria } from "@/components/review/words";
import { evidenceCriteria } from "@/lib/applications/decisions";
import type { EvidenceCriterion } from "@/prisma/generated/enums";

type Props = {
  /** Who has seen what, and when, as it is read. */
  seen: Partial<Record<EvidenceCriterion, string>>;
  /** Whether it can be ticked and unticked still. */
  isOpen: boolean;
  /** What was ticked or unticked just now. */
  noted?: EvidenceCriterion;
};

/** What must have been seen before an approval, each with a button of its own: no script, no forgotten "save". */
export function EvidenceList({ seen, isOpen, noted }: Props) {
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {evidenceCriteria.map((criterion) => {
        const seenBy = seen[criterion];
        const { name, explanation } = criteria[criterion];
        return (
          <li key={criterion} className="flex items-start gap-3 py-2">
            <div className="min-w-0 grow">
              <p className="font-bold">
                <span aria-hidden="true">{seenBy ? "☑ " : "☐ "}</span>
                {name}
              </p>
              <p className="text-ink-soft">{seenBy ?? explanation}</p>
            </div>
            {isOpen ? (
              // Where the page comes anew, the focus is where it was.
              <SmallButton name={seenBy ? "untick" : "tick"} value={criterion} autoFocus={criterion === noted}>
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
