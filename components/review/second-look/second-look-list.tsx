import { formatDay } from "@/components/review/labels";
import { formatNumber } from "@/components/staff-ui/format-number";
import {
  secondLookViews,
  type SecondLookView,
} from "@/lib/applications/second-look/second-look-views";
import type {
  SecondLookCounts,
  SecondLookEntry,
} from "@/lib/applications/second-look/second-look-queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";

const views: Readonly<Record<SecondLookView, { label: string; first: string; none: string }>> = {
  appeals: { label: "Appeals", first: "Declined by", none: "No appeal waits for an answer." },
  approvals: {
    label: "Approvals to confirm",
    first: "Proposed by",
    none: "No proposed approval waits for a second reviewer.",
  },
  samples: {
    label: "Drawn by lot",
    first: "Decided by",
    none: "No decision drawn by lot waits for a second reviewer.",
  },
};

type Props = {
  view: SecondLookView;
  entries: SecondLookEntry[];
  counts: SecondLookCounts;
  viewerId: string;
};

/** The three queues with how much waits in each, and one of them, oldest first. */
export function SecondLookList({ view, entries, counts, viewerId }: Props) {
  const { first: firstLabel, none } = views[view];
  return (
    <>
      <nav aria-label="What waits">
        <ul className="-ms-2 flex flex-wrap">
          {secondLookViews.map((each) => (
            <li key={each}>
              <a
                href={`/admin/second-look?view=${each}`}
                aria-current={each === view ? "page" : undefined}
                className="inline-block rounded-md px-2 py-1 no-underline hover:underline aria-[current]:bg-ink aria-[current]:text-paper forced-colors:aria-[current]:border-2"
              >
                {views[each].label}{" "}
                <span className="tabular-nums">({formatNumber(counts[each])})</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {entries.length ? (
        <ol className="divide-y divide-line-soft border-y border-line-soft">
          {entries.map(({ applicationId, reference, cityName, countryCode, ...entry }) => (
            <li
              key={applicationId}
              className="gap-x-4 py-1.5 wrap-anywhere sm:grid sm:grid-cols-[8rem_minmax(0,1fr)_minmax(0,1fr)]"
            >
              <time dateTime={entry.since.toISOString()} className="block text-ink-soft">
                {formatDay(entry.since)}
              </time>
              <p>
                <a
                  href={`/admin/applications/${applicationId}#second-look`}
                  className="inline-block py-0.5"
                >
                  <bdi>{cityName}</bdi>
                </a>{" "}
                <span className="text-ink-soft">
                  {nameOfCountry(defaultLocale, countryCode)}, {reference}
                </span>
              </p>
              <p>
                {firstLabel} <bdi>{entry.first}</bdi>
                {entry.firstId === viewerId ? " (you: somebody else has to look)" : null}
              </p>
            </li>
          ))}
        </ol>
      ) : (
        <p className="py-8 text-ink-soft">{none}</p>
      )}
    </>
  );
}
