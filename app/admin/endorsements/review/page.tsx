import type { Metadata } from "next";
import { decide, resume, stop, undo } from "@/app/admin/endorsements/review/actions";
import { Panel } from "@/app/admin/panel";
import { messageFor } from "@/components/staff-ui/message-for";
import { BulkReviews } from "@/components/staff-endorsements/bulk-reviews";
import {
  filterProblems,
  severalCities,
  formatFilter,
} from "@/components/staff-endorsements/endorsement-labels";
import { ReviewFilterForm } from "@/components/staff-endorsements/review-filter-form";
import { ReviewPreview } from "@/components/staff-endorsements/review-preview";
import { formatNumber } from "@/components/staff-ui/format-number";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { requirePermission } from "@/lib/auth";
import {
  listCityNames,
  resolveReviewFilter,
  suggestCities,
  type Namesake,
} from "@/lib/endorsements/review-city";
import { undoHours } from "@/lib/endorsements/review/undo-period";
import { previewReview } from "@/lib/endorsements/review/review-choice";
import {
  actionsOn,
  isNarrow,
  reviewAddress,
  type ReviewSearchParams,
} from "@/lib/endorsements/review/review-filter";
import { listBulkReviews } from "@/lib/endorsements/review/staff-queries";
import { readSettings } from "@/lib/settings/queries";

export const metadata: Metadata = { title: "Review endorsements" };

const shown = 50;

const outcomes: Readonly<Record<string, (count: string) => string>> = {
  release: (count) => `${count} released: they count from now on.`,
  invalidate: (count) =>
    `${count} invalidated: they do not count, and what was kept of them is deleted.`,
  went_on: (count) => `It goes on: ${count} more done.`,
  stopped: () => "Stopped. What was done until now stays; it can go on, or be undone, below.",
  over: () => "There was nothing to stop: it had come to its end.",
  undone: (count) => `Undone: ${count} brought back.`,
  late: () => "Nothing was done: it is too late, or a colleague has undone it already.",
  gone: () => "Nothing was done: this decision is not in the list any more.",
  changed: () => "Nothing was done: the list has changed since you opened it. Look at it again.",
};

/** Where nothing was done. */
const refusals: readonly string[] = ["late", "gone", "changed"];

type Props = { searchParams: Promise<Record<string, string | undefined>> };

export default async function ReviewPage({ searchParams }: Props) {
  const staff = await requirePermission("reviewEndorsements");
  const { done = "", count = "", left = "", ...filterParams } = await searchParams;
  const resolved = await resolveReviewFilter(filterParams);
  const now = new Date();
  const [preview, reviews, suggestedCities, { disposableDomains }] = await Promise.all([
    resolved.filter && isNarrow(resolved.filter) ? previewReview(resolved.filter, shown) : null,
    listBulkReviews(now),
    suggestCities(),
    readSettings(),
  ]);
  const cityNames = await listCityNames(reviews.flatMap(({ filter }) => filter?.city ?? []));
  const outcome = messageFor(outcomes, done);
  const isOfSeveral = resolved.invalidFields && resolved.namesakes.length > 0;
  const problems = { ...filterProblems, ...(isOfSeveral && { city: severalCities }) };
  const errors = Object.fromEntries(
    (resolved.invalidFields ?? []).map((field) => [field, problems[field]]),
  );
  return (
    <Panel staff={staff} section={{ name: "endorsements", current: "true" }}>
      <div className="space-y-6">
        <PageTitle>
          {filterParams.state === "confirmed" ? "Endorsements that count" : "Held endorsements"}
        </PageTitle>
        {outcome ? (
          <Notice variant={refusals.includes(done) ? "warning" : "success"} role="status">
            <p>
              {outcome(numberOf(count) ?? "None")}{" "}
              {numberOf(left)
                ? `${numberOf(left)} are left: that goes on by itself. See below how far it is.`
                : null}
            </p>
          </Notice>
        ) : null}
        <ErrorSummary title="There is a problem" errors={errors} />
        <ReviewFilterForm
          key={JSON.stringify(filterParams)}
          values={resolved.filter ? resolved.searchParams : filterParams}
          errors={errors}
          suggestedCities={suggestedCities}
        />
        {isOfSeveral ? (
          <Namesakes searchParams={filterParams} namesakes={resolved.namesakes} />
        ) : null}
        {resolved.filter && preview ? (
          <ReviewPreview
            searchParams={resolved.searchParams}
            whichOnes={formatFilter(resolved.filter, resolved.cityName)}
            state={resolved.filter.state}
            actions={actionsOn(resolved.filter)}
            until={now}
            preview={preview}
            decide={decide}
            undoHours={undoHours}
            disposableDomains={disposableDomains}
          />
        ) : null}
        {resolved.filter && !preview ? (
          <p>
            Those that count are decided on in part only: choose a city, an email domain, a network
            or a time.
          </p>
        ) : null}
        {reviews.length > 0 ? (
          <section aria-labelledby="reviews" className="pt-4">
            <SectionTitle id="reviews">Decided lately</SectionTitle>
            <BulkReviews
              reviews={reviews}
              cityNames={cityNames}
              goOn={resume}
              stop={stop}
              undo={undo}
            />
          </section>
        ) : null}
      </div>
    </Panel>
  );
}

/** The cities of a name that several have, each a link to its endorsements. */
function Namesakes({
  searchParams,
  namesakes,
}: {
  searchParams: ReviewSearchParams;
  namesakes: Namesake[];
}) {
  return (
    <section aria-labelledby="namesakes">
      <SectionTitle id="namesakes">Which city do you mean?</SectionTitle>
      <ul>
        {namesakes.map(({ name, city }) => (
          <li key={city}>
            <a href={reviewAddress({ ...searchParams, city })} className="inline-block py-0.5">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * A number that the address carries, as it is read; null where it is none, or nothing to speak of.
 */
const numberOf = (written: string): string | null =>
  /^[1-9]\d{0,6}$/.test(written) ? formatNumber(Number(written)) : null;
