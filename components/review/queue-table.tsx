import { StateTag } from "@/components/review/state-tag";
import { Tag } from "@/components/review/tag";
import { writeDay } from "@/components/review/words";
import { evidenceCriteria, openStates } from "@/lib/applications/decisions";
import type { QueueFilter } from "@/lib/applications/queue-filter";
import type { QueuedApplication } from "@/lib/applications/review-queries";
import { workingDaysBetween } from "@/lib/applications/wait-estimate";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";

type Props = { applications: QueuedApplication[]; state: QueueFilter["state"]; caption: string; now: Date };

const head = "border-b-2 border-line py-2 pe-4 text-start align-bottom font-bold";
const cell = "border-b border-line-soft py-2 pe-4 text-start align-top font-normal wrap-anywhere";

/** A line for each application. Narrow screens show the reference under the city and leave out the rest. */
export function QueueTable({ applications, state, caption, now }: Props) {
  const isOpen = state === "submitted" || state === "changes_requested";
  return (
    <table className="w-full leading-snug">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={head}>
            City
          </th>
          <th scope="col" className={`${head} max-md:hidden`}>
            Reference
          </th>
          <th scope="col" className={`${head} max-lg:hidden`}>
            Applicant
          </th>
          {state === "all" ? (
            <th scope="col" className={`${head} max-sm:hidden`}>
              State
            </th>
          ) : null}
          {isOpen ? (
            <th scope="col" className={`${head} max-sm:hidden`}>
              Evidence
            </th>
          ) : null}
          <th scope="col" className={`${head} pe-0`}>
            {isOpen ? "Waits (working days)" : "Date"}
          </th>
        </tr>
      </thead>
      <tbody>
        {applications.map((application) => (
          <tr key={application.id} className="hover:bg-paper-deep">
            <th scope="row" className={cell}>
              <City application={application} />
              {state === "all" ? (
                <span className="mt-1 block sm:hidden">
                  <StateTag state={application.state} />
                </span>
              ) : null}
            </th>
            <td className={`${cell} whitespace-nowrap tabular-nums max-md:hidden`}>{application.reference}</td>
            <td className={`${cell} max-lg:hidden`}>{application.contactName ?? <span className="text-ink-soft">erased</span>}</td>
            {state === "all" ? (
              <td className={`${cell} max-sm:hidden`}>
                <StateTag state={application.state} />
              </td>
            ) : null}
            {isOpen ? (
              <td className={`${cell} whitespace-nowrap tabular-nums max-sm:hidden`}>
                {application.evidenceCount} of {evidenceCriteria.length}
              </td>
            ) : null}
            <td className={`${cell} pe-0 tabular-nums`}>{isOpen ? <Age application={application} now={now} /> : writeDay(application.closedAt ?? application.submittedAt ?? application.handedInAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function City({ application: { id, state, city, reference, mandateUrl, isFreeMail, isChangedSinceReview } }: { application: QueuedApplication }) {
  const place = [city.place.regionName, nameOfCountry(defaultLocale, city.place.countryCode)].filter(Boolean).join(", ");
  return (
    <>
      <a href={`/admin/applications/${id}`} className="inline-block py-0.5 font-bold">
        {city.name}
      </a>{" "}
      <span className="text-ink-soft">{place}</span> <span className="block text-ink-soft tabular-nums md:hidden">{reference}</span>
      {openStates.includes(state) ? (
        <span className="inline-flex flex-wrap gap-1 align-baseline">
          {isChangedSinceReview ? <Tag look="notable">Changed since last looked at</Tag> : null}
          {isFreeMail ? <Tag>Free mail</Tag> : null}
          {mandateUrl ? null : <Tag>Mandate to follow</Tag>}
        </span>
      ) : null}
    </>
  );
}

function Age({ application: { submittedAt, handedInAt }, now }: { application: QueuedApplication; now: Date }) {
  const since = submittedAt ?? handedInAt;
  return <time dateTime={since.toISOString()}>{workingDaysBetween(since, now)}</time>;
}
