import { holdReasonNames } from "@/components/review/endorsement-words";
import { Tag } from "@/components/review/tag";
import { writeMoment } from "@/components/review/words";
import type { ReviewedEndorsement } from "@/lib/endorsements/review-choice";

/** The first of those that fit: what a decision on all of them would be about. */
export function ReviewedList({ endorsements }: { endorsements: ReviewedEndorsement[] }) {
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {endorsements.map(({ id, kind, email, name, heldFor, confirmedAt, place }) => (
        <li key={id} className="py-2 leading-snug wrap-anywhere">
          <strong>{email ?? "address not kept"}</strong> {name ? <bdi>{name}</bdi> : null}{" "}
          <span className="text-ink-soft">
            {kind === "asks" ? "asks" : "thanks"} {place.name} ({place.countryCode}){confirmedAt ? `, ${writeMoment(confirmedAt)}` : null}
          </span>{" "}
          <span className="inline-flex flex-wrap gap-1">
            {heldFor.map((reason) => (
              <Tag key={reason}>{holdReasonNames[reason]}</Tag>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
