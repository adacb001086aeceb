import { criteria, writeMoment } from "@/components/review/words";
import { evidenceCriteria, openStates } from "@/lib/applications/decisions";
import type { ReviewedApplication } from "@/lib/applications/review-queries";

type FormAction = (form: FormData) => Promise<void>;

type Props = { application: ReviewedApplication; tick: FormAction; untick: FormAction };

/** What must have been seen before an approval, each with a button of its own: no script, no forgotten "save". */
export function EvidenceList({ application: { id, state, version, evidence }, tick, untick }: Props) {
  const isOpen = openStates.includes(state);
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {evidenceCriteria.map((criterion) => {
        const seen = evidence.find((ticked) => ticked.criterion === criterion);
        const { name, explanation } = criteria[criterion];
        return (
          <li key={criterion} className="flex items-start gap-3 py-3">
            <div className="min-w-0 grow leading-snug">
              <p className="font-bold">
                <span aria-hidden="true">{seen ? "☑ " : "☐ "}</span>
                {name}
              </p>
              <p className="text-ink-soft">{seen ? `${seen.staff.name ?? seen.staff.email}, ${writeMoment(seen.tickedAt)}` : explanation}</p>
            </div>
            {isOpen ? (
              <form action={seen ? untick : tick} className="shrink-0">
                <input type="hidden" name="applicationId" value={id} />
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="criterion" value={criterion} />
                <button className="min-h-9 cursor-pointer rounded-md border-2 border-line px-3 font-bold hover:bg-paper-deep">
                  {seen ? "Untick" : "Tick"}
                  <span className="sr-only"> {name}</span>
                </button>
              </form>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
