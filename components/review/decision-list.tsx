import { decisionLabels, reasonLabels, formatMoment } from "@/components/review/labels";
import type { ReviewedApplication } from "@/lib/applications/review/review-queries";

/** Decisions with what the applicant was told, newest first. */
export function DecisionList({ decisions }: { decisions: ReviewedApplication["decisions"] }) {
  return (
    <ol className="space-y-4 leading-snug">
      {decisions.map(({ id, kind, reason, message, decidedAt, isInForce, decidedBy }) => (
        <li key={id}>
          <p>
            <strong>
              <bdi>{decidedBy}</bdi> {decisionLabels[kind]}
            </strong>
            {isInForce ? null : <span className="text-ink-soft"> (no longer in force)</span>}
            <span className="block text-ink-soft">{formatMoment(decidedAt)}</span>
          </p>
          {reason ? <p>{reasonLabels[reason]}.</p> : null}
          {message ? (
            <blockquote className="mt-1 border-s-4 border-line-soft ps-3 whitespace-pre-line">
              {message}
            </blockquote>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
