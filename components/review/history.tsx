import { criterionLabels, reasonLabels, formatMoment } from "@/components/review/labels";
import { changedFields } from "@/lib/applications/review/decisions";
import type { HistoryEntry } from "@/lib/applications/review/review-queries";
import type { EventKind } from "@/prisma/generated/enums";
import type { DeclineReason, EvidenceCriterion } from "@/prisma/generated/enums";

const sentences: Partial<Record<EventKind, string>> = {
  application_handed_in: "Submitted",
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
  mail_retried: "An email that had failed was sent again",
  mail_readdressed:
    "The applicant’s email address was corrected, and an email that had failed was sent there",
  mail_dismissed: "An email that had failed was taken off the list",
  signatory_added: "Put on the public list",
  signatory_removed: "Taken off the public list",
  signatory_corrected: "Corrected on the public list",
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
          {sentences[entry.kind] ?? entry.kind}
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
