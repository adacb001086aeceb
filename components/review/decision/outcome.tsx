import { AutoFocusLink } from "@/components/staff-ui/auto-focus-link";
import { applicationAddress, type QueueFilter } from "@/lib/applications/review/queue-filter";
import type { DecidedApplication, Neighbour } from "@/lib/applications/review/queue-queries";
import type { ApplicationState } from "@/prisma/generated/enums";

const sentences: Partial<Record<ApplicationState, string>> = {
  approved: "Approved: the city stands on the public list.",
  changes_requested: "Changes asked for. The application comes back to the queue with the answer.",
  declined: "Declined.",
  submitted: "Reopened: the application awaits review again.",
};

type Props = {
  decided: DecidedApplication;
  /** Whether a second reviewer has to confirm it. */
  isProposed: boolean;
  /** Whether another application is shown already. */
  isElsewhere: boolean;
  /** What to look at now. */
  next?: Neighbour | null;
  filter: QueueFilter;
};

/** What was done just now, and the way on: it takes the focus, so that Enter leads there. */
export function Outcome({ decided, isProposed, isElsewhere, next, filter }: Props) {
  const sentence = isProposed
    ? "Proposed: the city stands on the public list once a second reviewer confirms it."
    : sentences[decided.state];
  if (!sentence) return null;
  return (
    <div
      role="status"
      className="my-3 flex flex-wrap items-center gap-x-6 gap-y-1 rounded-md border-s-8 border-success bg-success-soft px-4 py-2"
    >
      <p id="outcome">
        <strong>{decided.cityName}</strong>: {sentence}{" "}
        {isProposed
          ? "An email tells those who may confirm it."
          : decided.isTold
            ? "An email tells the applicant."
            : "The applicant’s address is erased, so nobody is told."}
      </p>
      {isElsewhere ? (
        <>
          <AutoFocusLink id="next" href="#review" describedBy="outcome">
            Go to evidence and decision
          </AutoFocusLink>
          <a href={applicationAddress(decided.id, filter)} className="py-1">
            Look at {decided.cityName} again
          </a>
        </>
      ) : next ? (
        <AutoFocusLink id="next" href={applicationAddress(next.id, filter)} describedBy="outcome">
          Next in the queue: {next.city.name}
        </AutoFocusLink>
      ) : (
        <AutoFocusLink id="next" href="/admin" describedBy="outcome">
          Nothing else awaits review: back to the applications
        </AutoFocusLink>
      )}
    </div>
  );
}
