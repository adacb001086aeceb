import { Clusters } from "@/components/staff-endorsements/clusters";
import {
  ReviewDecision,
  type ReviewDecisionProps,
} from "@/components/review/decision/review-decision";
import { ReviewedList } from "@/components/staff-endorsements/reviewed-list";
import { formatCount, formatNumber } from "@/components/staff-ui/format-number";
import { SectionTitle } from "@/components/staff-ui/section-title";
import type { Cluster, ReviewedEndorsement } from "@/lib/endorsements/review/review-choice";
import { mostClustered } from "@/lib/endorsements/review/review-filter";

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
      {count > mostClustered ? <p>Of the newest {formatNumber(mostClustered)} of them:</p> : null}
      <Clusters
        searchParams={choice.searchParams}
        domains={domains}
        networks={networks}
        disposableDomains={disposableDomains}
      />
      <ReviewDecision {...choice} count={count} />
      {count > first.length ? <p>The first {first.length}, by when they were confirmed:</p> : null}
      <ReviewedList endorsements={first} disposableDomains={disposableDomains} />
      {first.length > oneScreen ? <ReviewDecision {...choice} count={count} /> : null}
    </>
  );
}
