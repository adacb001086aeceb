import { StateTag } from "@/components/review/state-tag";
import { UrgencyTag } from "@/components/review/urgency-tag";
import { Warnings } from "@/components/review/warnings";
import { formatDay } from "@/components/review/labels";
import { urgencyOf } from "@/lib/applications/review/claims";
import { evidenceCriteria, undecidedStates } from "@/lib/applications/review/decisions";
import { applicationAddress, type QueueFilter } from "@/lib/applications/review/queue-filter";
import type { QueuedApplication } from "@/lib/applications/review/queue-queries";
import type { ReviewSettings } from "@/lib/applications/review/review-settings";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";

type Props = {
  applications: QueuedApplication[];
  filter: QueueFilter;
  settings: ReviewSettings;
  caption: string;
};

const head = "border-b-2 border-line py-1 pe-4 text-start align-bottom font-bold";
/** Said once, and not by each of some hundred cells. */
const cells =
  "[&>tr>*]:border-b [&>tr>*]:border-line-soft [&>tr>*]:py-1 [&>tr>*]:pe-4 [&>tr>*]:text-start [&>tr>*]:align-top [&>tr>*]:font-normal [&>tr>*]:wrap-anywhere";

/**
 * A line for each application, which leads to it as a whole. Narrow screens show what matters under
 * the city and leave out the rest.
 */
export function QueueTable({ applications, filter, settings, caption }: Props) {
  const { state } = filter;
  const isUndecided = state === "submitted" || state === "changes_requested";
  const isDecided = state !== "submitted" && state !== "unconfirmed" && state !== "withdrawn";
  return (
    <table className="w-full leading-snug">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th
            scope="col"
            className={`${head} w-px whitespace-nowrap ${isUndecided ? "text-end!" : ""}`}
          >
            {isUndecided ? (
              <>
                {state === "submitted" ? "Waits" : "Waited"}
                <span className="max-md:sr-only"> (working days)</span>
              </>
            ) : (
              "Date"
            )}
          </th>
          <th scope="col" className={head}>
            City
          </th>
          {isUndecided ? <Column from="sm">Evidence</Column> : null}
          {state === "all" ? <Column from="sm">State</Column> : null}
          {state === "submitted" ? (
            <Column from="md" isOfNames>
              Who has it
            </Column>
          ) : null}
          {isDecided ? (
            <Column from="md" isOfNames>
              Decided by
            </Column>
          ) : null}
          <Column from="lg" isOfNames>
            Applicant
          </Column>
          <Column from="md">Reference</Column>
        </tr>
      </thead>
      <tbody className={cells}>
        {applications.map((application) => (
          <tr
            key={application.id}
            id={`application-${application.id}`}
            className="relative scroll-mt-24 hover:bg-paper-deep focus-within:bg-paper-deep"
          >
            <td className={`tabular-nums sm:whitespace-nowrap ${isUndecided ? "text-end!" : ""}`}>
              {isUndecided
                ? application.waitInWorkingDays
                : formatDay(
                    application.closedAt ?? application.confirmedAt ?? application.submittedAt,
                  )}
            </td>
            <th scope="row">
              <City application={application} filter={filter} settings={settings} />
            </th>
            {isUndecided ? (
              <td className="whitespace-nowrap tabular-nums max-sm:hidden">
                {application.evidenceCount} of {evidenceCriteria.length}
              </td>
            ) : null}
            {state === "all" ? (
              <td className="whitespace-nowrap max-sm:hidden">
                <StateTag state={application.state} />
              </td>
            ) : null}
            {state === "submitted" ? (
              <td className="max-md:hidden">
                {application.claimedBy ?? <span className="text-ink-soft">nobody</span>}
              </td>
            ) : null}
            {isDecided ? <td className="max-md:hidden">{application.decidedBy}</td> : null}
            <td className="max-lg:hidden">
              {application.contactName ?? <span className="text-ink-soft">erased</span>}
            </td>
            <td className="whitespace-nowrap tabular-nums max-md:hidden">
              {application.reference}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const hiddenBelow = { sm: "max-sm:hidden", md: "max-md:hidden", lg: "max-lg:hidden" };

type ColumnProps = {
  from: keyof typeof hiddenBelow;
  /** Otherwise the cities would leave too little for them. */
  isOfNames?: boolean;
  children: string;
};

function Column({ from, isOfNames = false, children }: ColumnProps) {
  const width = isOfNames ? "lg:min-w-40" : "";
  return (
    <th scope="col" className={`${head} whitespace-nowrap ${hiddenBelow[from]} ${width}`}>
      {children}
    </th>
  );
}

function City({
  application,
  filter,
  settings,
}: {
  application: QueuedApplication;
  filter: QueueFilter;
  settings: ReviewSettings;
}) {
  const { id, state, city, reference, claimedBy, waitInWorkingDays, isChangedSinceReview } =
    application;
  const place = [city.place.regionName, nameOfCountry(defaultLocale, city.place.countryCode)]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      {/* Its target is the whole line. */}
      <a
        href={applicationAddress(id, filter)}
        data-shortcut-row
        className="font-bold after:absolute after:inset-0"
      >
        {city.name}
      </a>{" "}
      <span className="text-ink-soft">{place}</span>{" "}
      <span className="whitespace-nowrap text-ink-soft tabular-nums md:hidden">{reference}</span>{" "}
      <span className="inline-flex flex-wrap gap-1 align-baseline">
        {filter.state === "all" ? (
          <span className="sm:hidden">
            <StateTag state={state} />
          </span>
        ) : null}
        {state === "submitted" && waitInWorkingDays !== null ? (
          <UrgencyTag urgency={urgencyOf(waitInWorkingDays, settings)} />
        ) : null}
        {undecidedStates.includes(state) ? (
          <Warnings
            {...application}
            isToFollow={application.mandateUrl === null && !application.hasFile}
            isChanged={isChangedSinceReview}
          />
        ) : null}
      </span>
      {filter.state === "submitted" && claimedBy ? (
        <span className="block wrap-anywhere text-ink-soft md:hidden">{claimedBy} has it</span>
      ) : null}
    </>
  );
}
