import {
  causeLabels,
  checkLabels,
  criterionLabels,
  reasonLabels,
  formatMoment,
  formatMonth,
} from "@/components/review/labels";
import type { ReopeningCause } from "@/lib/applications/decision-log/reopening-causes";
import { changedFields } from "@/lib/applications/review/decisions";
import { LinkedReference } from "@/components/review/linked-reference";
import { formatCount } from "@/components/staff-ui/format-number";
import type { QueueFilter } from "@/lib/applications/review/queue-filter";
import type { TimelineEvent } from "@/lib/applications/review/review-queries";
import type {
  CheckName,
  DeclineReason,
  EndorsementKind,
  EventKind,
  EvidenceCriterion,
} from "@/prisma/generated/enums";

const sentences: Partial<Record<EventKind, string>> = {
  application_submitted: "Submitted",
  application_confirmed: "Address confirmed; awaits review",
  application_corrected: "Corrected",
  application_answered: "Request for changes answered",
  application_withdrawn: "Withdrawn",
  application_evidence_ticked: "Evidence ticked",
  application_evidence_unticked: "Tick taken back",
  application_changes_requested: "Changes asked for",
  application_approved: "Approved",
  application_declined: "Declined",
  application_decision_shown: "The applicant has the page show the city’s decision",
  application_decision_hidden: "The applicant has the page hide the city’s decision",
  application_reopened: "Reopened",
  application_erased: "Personal data erased",
  application_claimed: "Taken for review",
  application_claim_released: "Given back",
  application_assigned: "Given to a reviewer",
  application_assignment_undone: "Giving it to a reviewer was undone",
  application_reminded: "The applicant was reminded of the question",
  application_file_added: "The applicant added a file",
  application_file_removed: "The applicant removed a file",
  application_second_contact_agreed: "The second contact agreed",
  application_second_contact_removed: "The second contact was removed",
  application_check_overridden: "A check was overridden",
  application_check_restored: "An override was taken back",
  application_link_asked: "The link to the document was checked",
  application_note_written: "A note was written",
  application_delay_told: "The applicant was told that it takes longer",
  application_appealed: "The applicant asked for a second look at the decline",
  application_appeal_upheld: "Appeal answered: the decline stands",
  application_approval_proposed: "Approval proposed",
  application_approval_returned: "Proposed approval given back",
  application_sample_answered: "Second look by lot",
  mail_retried: "An email that had failed was sent again",
  mail_readdressed:
    "The applicant’s email address was corrected, and an email that had failed was sent there",
  mail_dismissed: "An email that had failed was taken off the list",
  milestone_reached: "Number of residents reached",
  city_contacted: "The city was contacted",
  city_on_hold: "The membership was put on hold",
  city_suspended: "The membership was suspended",
  city_resumed: "The membership was resumed",
  city_left: "The city has left",
  city_step_taken_back: "A step was taken back",
  application_expired: "Deleted: the address was never confirmed",
  signatory_added: "Put on the public list",
  signatory_removed: "Taken off the public list",
  signatory_corrected: "Corrected on the public list",
  member_renamed: "The city has another public name",
  member_linked: "The page leads to that of another city",
  member_link_undone: "The page leads to no other city any more",
};

const actors = {
  applicant: "the applicant",
  resident: "a resident",
  contact: "a contact of the city",
  system: "the site",
  staff: "staff",
} as const;

/** Endorsements of a month that began and ceased to count. `month` as 2026-11. */
type Month = { month: string; kind: EndorsementKind; added: number; removed: number };

type Props = {
  events: TimelineEvent[];
  months: Month[];
  /** The application that is shown: others are named. */
  applicationId: string;
  filter: QueueFilter;
};

/** As many as fit beside an application without folding. */
const unfolded = 12;

/** What happened to the city, newest first: the months of its endorsements among the rest. */
export function Timeline({ events, months, applicationId, filter }: Props) {
  const entries = [
    ...events.map((event) => ({
      key: String(event.id),
      sortedBy: event.at.toISOString(),
      shown: <EventEntry event={event} applicationId={applicationId} filter={filter} />,
    })),
    ...months.map((month) => ({
      key: `${month.month} ${month.kind}`,
      // At the end of its month.
      sortedBy: `${month.month}-99`,
      shown: <MonthEntry {...month} />,
    })),
  ].sort((one, other) => (one.sortedBy < other.sortedBy ? 1 : -1));
  const [first, rest] = [entries.slice(0, unfolded), entries.slice(unfolded)];
  const list = (shown: typeof entries) => (
    <ol className="space-y-2 leading-snug">
      {shown.map(({ key, shown: entry }) => (
        <li key={key}>{entry}</li>
      ))}
    </ol>
  );
  return (
    <>
      {list(first)}
      {rest.length ? (
        <details className="mt-2">
          <summary className="cursor-pointer py-1">
            {formatCount(rest.length, "earlier entry", "earlier entries")}
          </summary>
          {list(rest)}
        </details>
      ) : null}
    </>
  );
}

function EventEntry({
  event,
  applicationId,
  filter,
}: { event: TimelineEvent } & Pick<Props, "applicationId" | "filter">) {
  const isOfOther = event.applicationId !== null && event.applicationId !== applicationId;
  return (
    <>
      {sentences[event.kind] ?? event.kind}
      {detailOf(event)}
      {isOfOther ? <LinkedReference event={event} filter={filter} /> : null}
      <span className="block text-ink-soft">
        {formatMoment(event.at)}, {event.staffName ?? actors[event.actor]}
      </span>
    </>
  );
}

function MonthEntry({ month, kind, added, removed }: Month) {
  return (
    <>
      {formatCount(added, "resident", "residents")} {kind === "asks" ? "asked" : "thanked"} the city
      {removed ? `, ${formatCount(removed, "no longer counts", "no longer count")}` : null}
      <span className="block text-ink-soft">{formatMonth(new Date(`${month}-01`))}</span>
    </>
  );
}

function detailOf({ kind, detail }: TimelineEvent): string {
  const { criterion, reason, check, cause, agrees } = detail as {
    criterion?: EvidenceCriterion;
    reason?: DeclineReason;
    check?: CheckName;
    cause?: ReopeningCause;
    agrees?: boolean;
  };
  const fields = changedFields(detail);
  if (kind === "milestone_reached") return `: ${String((detail as { count?: number }).count)}`;
  if (criterion) return `: ${criterionLabels[criterion].name.toLowerCase()}`;
  if (check) return `: ${checkLabels[check].toLowerCase()}`;
  if (reason) return `: ${reasonLabels[reason].toLowerCase()}`;
  if (cause) return `: ${causeLabels[cause].toLowerCase()}`;
  if (agrees !== undefined) return agrees ? ": agreed" : ": disagreed";
  return fields.length
    ? `: ${fields.length === 1 ? "one answer" : `${fields.length} answers`}`
    : "";
}
