import type { ReactNode } from "react";
import { areaLabels, formatDay, formatMoment, statusLabels } from "@/components/review/labels";
import { LongText } from "@/components/staff-ui/long-text";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { formatCount } from "@/components/staff-ui/format-number";
import type { ReviewedApplication } from "@/lib/applications/review/review-queries";
import {
  changesBetween,
  type Snapshot,
  type SnapshotField,
} from "@/lib/applications/review/snapshot";

const fieldLabels: Readonly<Record<SnapshotField, string>> = {
  contactName: "Applicant",
  contactRole: "Role",
  contactDepartment: "Department",
  mandateBody: "Decided by",
  mandateDate: "Decided on",
  mandateAuthorityName: "Signing authority",
  mandateAuthorityTitle: "Title of the signing authority",
  mandateUrl: "Document",
  isDecisionPublic: "On the city’s page",
};

/** What the applicant corrected, old beside new. Earlier corrections are folded. */
export function VersionList({ application }: { application: ReviewedApplication }) {
  const { versions } = application;
  const corrections = versions.map((version, index) => ({
    version,
    later: versions[index - 1]?.answers ?? application,
  }));
  const [latest, ...earlier] = corrections.map(({ version, later }) => (
    <Correction
      key={version.version}
      before={version.answers}
      after={later}
      correctedAt={version.replacedAt}
    />
  ));
  if (!latest) return null;
  return (
    <section aria-labelledby="versions-title" className="mb-3">
      <SectionTitle id="versions-title">What the applicant changed</SectionTitle>
      {latest}
      {earlier.length ? (
        <details className="mt-2">
          <summary className="cursor-pointer py-1">
            {formatCount(earlier.length, "earlier correction", "earlier corrections")}
          </summary>
          {earlier}
        </details>
      ) : null}
    </section>
  );
}

type CorrectionProps = { before: Snapshot; after: Snapshot; correctedAt: Date };

function Correction({ before, after, correctedAt }: CorrectionProps) {
  return (
    <table className="mb-3 w-full leading-snug max-sm:block">
      <caption className="text-start text-ink-soft max-sm:block">
        Corrected on {formatMoment(correctedAt)}
      </caption>
      <thead className="max-sm:sr-only">
        <tr>
          <th scope="col" className={`${cell} w-40 font-bold`}>
            Changed answer
          </th>
          <th scope="col" className={`${cell} font-bold`}>
            Before
          </th>
          <th scope="col" className={`${cell} font-bold`}>
            Now
          </th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {changesBetween(before, after).map((change) =>
          "field" in change ? (
            <Row
              key={change.field}
              label={fieldLabels[change.field]}
              before={formatField(change.before, change.field)}
              after={formatField(change.after, change.field)}
            />
          ) : (
            <Row
              key={change.area}
              label={areaLabels[change.area]}
              before={formatAction(change.before)}
              after={formatAction(change.after)}
            />
          ),
        )}
      </tbody>
    </table>
  );
}

const cell =
  "border-b border-line-soft py-1.5 pe-4 text-start align-top wrap-anywhere max-sm:block max-sm:border-0 max-sm:py-0.5";

type RowProps = { label: string; before: string; after: string };

function Row({ label, before, after }: RowProps) {
  return (
    <tr className="max-sm:block max-sm:border-b max-sm:border-line-soft max-sm:py-1.5">
      <th scope="row" className={`${cell} font-bold`}>
        {label}
      </th>
      <Cell label="Before">{before}</Cell>
      <Cell label="Now">{after}</Cell>
    </tr>
  );
}

const Cell = ({ label, children }: { label: string; children: string }): ReactNode => (
  <td className={`${cell} whitespace-pre-line`}>
    <span className="text-ink-soft sm:hidden">{label}: </span>
    <LongText>{children}</LongText>
  </td>
);

function formatField(answers: Snapshot, field: SnapshotField): string {
  if (field === "mandateDate") return formatDay(answers.mandateDate);
  if (field === "isDecisionPublic") return answers.isDecisionPublic ? "Shown" : "Not shown";
  return answers[field] ?? (field === "mandateUrl" ? "To follow" : "Erased");
}

const formatAction = (action: Snapshot["answers"][number] | undefined): string =>
  action
    ? [`${statusLabels[action.status]}: ${action.description}`, action.url]
        .filter(Boolean)
        .join("\n")
    : "None";
