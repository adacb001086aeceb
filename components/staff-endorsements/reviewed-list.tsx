import { holdReasonNames } from "@/components/staff-endorsements/endorsement-labels";
import { Tag } from "@/components/staff-ui/tag";
import { isDisposable } from "@/lib/abuse/disposable-address";
import { formatMoment } from "@/components/review/labels";
import type { ReviewedEndorsement } from "@/lib/endorsements/review/review-choice";

/** The first of those that fit: what a decision on all of them would be about. */
export function ReviewedList({
  endorsements,
  disposableDomains,
}: {
  endorsements: ReviewedEndorsement[];
  disposableDomains: readonly string[];
}) {
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {endorsements.map(({ id, kind, email, name, heldFor, confirmedAt, place }) => (
        <li key={id} className="py-2 leading-snug wrap-anywhere">
          <strong>{email ?? "address not kept"}</strong> {name ? <bdi>{name}</bdi> : null}{" "}
          <span className="text-ink-soft">
            {kind === "asks" ? "asks" : "thanks"} {place.name} ({place.countryCode})
            {confirmedAt ? `, ${formatMoment(confirmedAt)}` : null}
          </span>{" "}
          <span className="inline-flex flex-wrap gap-1">
            {heldFor.map((reason) => (
              <Tag key={reason}>{holdReasonNames[reason]}</Tag>
            ))}
            {email && isDisposable(email, disposableDomains) ? (
              <Tag variant="bad">Disposable address</Tag>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
