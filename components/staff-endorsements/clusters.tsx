import type { Cluster } from "@/lib/endorsements/review/review-choice";
import { Tag } from "@/components/staff-ui/tag";
import { isDisposable } from "@/lib/abuse/disposable-address";
import { formatNumber } from "@/components/staff-ui/format-number";
import { reviewAddress, type ReviewSearchParams } from "@/lib/endorsements/review/review-filter";

type Props = {
  searchParams: ReviewSearchParams;
  domains: Cluster[];
  networks: Cluster[];
  disposableDomains: readonly string[];
};

/** What many of those that fit have in common. Each leads to those alone. */
export function Clusters({ searchParams, domains, networks, disposableDomains }: Props) {
  return (
    <ul className="space-y-1">
      {domains.length > 0 ? (
        <li>
          Email domains:{" "}
          <Links
            clusters={domains}
            addressOf={(domain) => reviewAddress({ ...searchParams, domain })}
            noteOn={(domain) => (isDisposable(domain, disposableDomains) ? "disposable" : null)}
          />
        </li>
      ) : null}
      {networks.length > 0 ? (
        <li>
          Networks, each by a code that is kept for three days:{" "}
          <Links
            clusters={networks}
            addressOf={(network) => reviewAddress({ ...searchParams, network })}
            noteOn={() => null}
          />
        </li>
      ) : null}
    </ul>
  );
}

function Links({
  clusters,
  addressOf,
  noteOn,
}: {
  clusters: Cluster[];
  addressOf: (value: string) => string;
  noteOn: (value: string) => string | null;
}) {
  return clusters.map(({ value, count }) => (
    <span key={value} className="me-4 inline-block">
      <a href={addressOf(value)} className="inline-block py-0.5 wrap-anywhere">
        {value}
      </a>{" "}
      {formatNumber(count)} {noteOn(value) ? <Tag variant="bad">{noteOn(value)}</Tag> : null}
    </span>
  ));
}
