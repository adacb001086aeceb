import { Clusters } from "@/components/staff-endorsements/clusters";
import {
  ReviewDecision,
  type ReviewDecisionProps,
} from "@/components/review/decision/review-decision";
import { holdReasonNames } from "@/components/staff-endorsements/endorsement-labels";
import { ReviewedList, type ReviewedRow } from "@/components/staff-endorsements/reviewed-list";
import { formatMoment } from "@/components/review/labels";
import { formatCount, formatNumber } from "@/components/staff-ui/format-number";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { isDisposable } from "@/lib/abuse/disposable-address";
import type { Cluster, ReviewedEndorsement } from "@/lib/endorsements/review/review-choice";
import { maxClustered } from "@/lib/endorsements/review/review-filter";

type Props = Omit<ReviewDecisionProps, "count"> & {
  preview: { count: number; first: ReviewedEndorsement[]; domains: Cluster[]; networks: Cluster[] };
  disposableDomains: readonly string[];
};

/** A list longer than this has the buttons below it too. */
const oneScreen = 10;

/** What a decision would be about, and the buttons that make it. */
export function ReviewPreview({
  preview: { count, first, domains, networks },
  disposableDomains,
  ...choice
}: Props) {
  const title = <SectionTitle>{formatCount(count, "endorsement", "endorsements")}</SectionTitle>;
  if (count === 0) return title;
  return (
    <>
      {title}
      {count > maxClustered ? <p>Of the newest {formatNumber(maxClustered)} of them:</p> : null}
      <Clusters
        searchParams={choice.searchParams}
        domains={domains}
        networks={networks}
        disposableDomains={disposableDomains}
      />
      <ReviewDecision {...choice} count={count} />
      {count > first.length ? <p>The first {first.length}, by when they were confirmed:</p> : null}
      <ReviewedList rows={first.map((each) => toRow(each, disposableDomains))} />
      {first.length > oneScreen ? <ReviewDecision {...choice} count={count} /> : null}
    </>
  );
}

const toRow = (
  { id, kind, email, name, heldFor, confirmedAt, place }: ReviewedEndorsement,
  disposableDomains: readonly string[],
): ReviewedRow => ({
  ...{ id, email, name },
  about: `${kind === "asks" ? "asks" : "thanks"} ${place.name} (${place.countryCode})${
    confirmedAt ? `, ${formatMoment(confirmedAt)}` : ""
  }`,
  heldFor: heldFor.map((reason) => holdReasonNames[reason]),
  isDisposable: email !== null && isDisposable(email, disposableDomains),
});
