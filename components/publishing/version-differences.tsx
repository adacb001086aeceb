import { SectionTitle } from "@/components/staff-ui/section-title";
import { differencesOf, type Difference } from "@/lib/publications/differences";
import { isoDay } from "@/lib/durations";
import type { PublicationVersion } from "@/lib/publications/staff-queries";

type Props = { before: PublicationVersion | null; after: PublicationVersion };

/** What one version changed of the one before it, line by line. */
export function VersionDifferences({ before, after }: Props) {
  const differences = differencesOf(before ? asText(before) : "", asText(after));
  return (
    <div className="mt-6">
      <SectionTitle id="differences">
        {before
          ? `What version ${after.number} changed of version ${before.number}`
          : `Version ${after.number}`}
      </SectionTitle>
      <div className="max-w-4xl rounded-md border-2 border-line-soft p-3 wrap-anywhere whitespace-pre-wrap">
        {differences.map((difference, index) => (
          <Line key={index} {...difference} />
        ))}
      </div>
    </div>
  );
}

function Line({ kind, line }: Difference) {
  const text = line || "\u00A0";
  if (kind === "same") return <p className="ps-4 text-ink-soft">{text}</p>;
  return (
    <p className={kind === "added" ? "bg-success-soft" : "bg-danger-soft"}>
      <span aria-hidden className="inline-block w-4">
        {kind === "added" ? "+" : "−"}
      </span>
      {kind === "added" ? (
        <ins className="no-underline">{text}</ins>
      ) : (
        <del className="no-underline">{text}</del>
      )}
    </p>
  );
}

const asText = ({ title, description, body, place, ...event }: PublicationVersion): string =>
  [
    title,
    description,
    ...(place ? [`Place: ${place}`] : []),
    ...(event.day ? [`Day: ${isoDay(event.day)}`] : []),
    ...(event.time ? [`Time: ${event.time} ${event.timeZone ?? ""}`] : []),
    ...(event.isConfirmed ? ["It is certain that it takes place."] : []),
    "",
    body,
  ].join("\n");
