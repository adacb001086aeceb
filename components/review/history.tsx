import { criterionLabels, reasonLabels, formatMoment } from "@/components/review/labels";
import { changedFields } from "@/lib/applications/review/decisions";
import type { HistoryEntry } from "@/lib/applications/review/review-queries";
import type { EventKind } from "@/lib/events";
import type { DeclineReason, EvidenceCriterion } from "@/prisma/generated/enums";

const sentences: Partial<Record<EventKind, string>> = {
  "application.handed_in": "Submitted",
  "application.confirmed": "Address confirmed; awaits review",
  "application.corrected": "Corrected",
  "application.answered": "Request for changes answered",
  "application.withdrawn": "Withdrawn",
  "application.evidence_ticked": "Evidence ticked",
  "application.evidence_unticked": "Tick taken back",
  "application.changes_requested": "Changes asked for",
  "application.approved": "Approved",
  "application.declined": "Declined",
  "application.decision_shown": "The applicant has the page show the city’s decision",
  "application.decision_hidden": "The applicant has the page hide the city’s decision",
  "application.reopened": "Reopened",
  "application.erased": "Personal data erased",
  "mail.retried": "An email that had failed was sent again",
  "mail.readdressed":
    "The applicant’s email address was corrected, and an email that had failed was sent there",
  "mail.dismissed": "An email that had failed was taken off the list",
  "signatory.added": "Put on the public list",
  "signatory.removed": "Taken off the public list",
  "signatory.corrected": "Corrected on the public list",
};

const actors = {
  applicant: "the applicant",
  resident: "a resident",
  system: "the site",
  staff: "staff",
} as const;

/** What happened, newest first. */
export function History({ entries }: { entries: HistoryEntry[] }) {
  return (
    <ol className="space-y-2 leading-snug">
      {entries.map((entry) => (
        <li key={String(entry.id)}>
          {sentences[entry.kind as EventKind] ?? entry.kind}
          {detailOf(entry)}
          <span className="block text-ink-soft">
            {formatMoment(entry.at)}, {entry.staffName ?? actors[entry.actor]}
          </span>
        </li>
      ))}
    </ol>
  );
}

function detailOf({ detail }: HistoryEntry): string {
  const { criterion, reason } = detail as { criterion?: EvidenceCriterion; reason?: DeclineReason };
  const fields = changedFields(detail);
  if (criterion) return `: ${criterionLabels[criterion].name.toLowerCase()}`;
  if (reason) return `: ${reasonLabels[reason].toLowerCase()}`;
  return fields.length
    ? `: ${fields.length === 1 ? "one answer" : `${fields.length} answers`}`
    : "";
}
