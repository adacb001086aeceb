import type { ReactNode } from "react";
import { StateTag } from "@/components/review/state-tag";
import { UrgencyTag } from "@/components/review/queue/urgency-tag";
import { Tag } from "@/components/staff-ui/tag";
import {
  formatDay,
  formatMonth,
  formatSignatoryDate,
  formatWait,
} from "@/components/review/labels";
import { formatNumber } from "@/components/staff-ui/format-number";
import { PageTitle } from "@/components/staff-ui/page-title";
import type { Urgency } from "@/lib/applications/claims/claims";
import { undecidedStates } from "@/lib/applications/review/decisions";
import { applicationAddress, type QueueFilter } from "@/lib/applications/review/queue-filter";
import type { ReviewedApplication } from "@/lib/applications/review/review-queries";
import { href } from "@/lib/i18n/href";
import { defaultLocale } from "@/lib/i18n/locales";
import { nameOfCountry } from "@/lib/i18n/translator";
import { placesDataDate } from "@/lib/places/data-date";

type Props = {
  application: ReviewedApplication;
  isChanged: boolean;
  /** How long it has lain with the staff. */
  waitInWorkingDays: number | null;
  urgency: Urgency | null;
  filter: QueueFilter;
  /** Who has it, where that matters. */
  children: ReactNode;
};

/**
 * The head of an application: whose it is, where it stands, what to look at twice, and what else
 * the city has to do with the coalition.
 */
export function ReviewHeader({
  application,
  isChanged,
  waitInWorkingDays,
  urgency,
  filter,
  children,
}: Props) {
  const { city, reference, state, submittedAt, others } = application;
  const isUndecided = undecidedStates.includes(state);
  const place = [city.place.regionName, nameOfCountry(defaultLocale, city.place.countryCode)]
    .filter(Boolean)
    .join(", ");
  return (
    <header className="mb-3">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <PageTitle>{city.name}</PageTitle>
        <span className="text-ink-soft">
          {place},{" "}
          {city.place.population
            ? `${formatNumber(city.place.population)} inhabitants`
            : "population unknown"}{" "}
          (GeoNames, {formatMonth(placesDataDate)})
        </span>
        <span className="tabular-nums">{reference}</span>
        <StateTag state={state} />
        <span className="text-ink-soft">
          Submitted on {formatDay(submittedAt)}
          {isUndecided && waitInWorkingDays !== null
            ? `, ${state === "submitted" ? "waits" : "waited"} ${formatWait(waitInWorkingDays)}`
            : null}
        </span>
        {state === "submitted" ? <UrgencyTag urgency={urgency} /> : null}
        {isUndecided && isChanged ? (
          <Tag variant="notable">Changed since last looked at</Tag>
        ) : null}
        {city.signatory ? (
          <a href={href(defaultLocale, `/cities/${city.slug}`)}>
            On the public list, {formatSignatoryDate(city.signatory)}
          </a>
        ) : (
          <span className="text-ink-soft">Not on the public list</span>
        )}
        {others.map((other) => (
          <span key={other.id}>
            <a href={applicationAddress(other.id, filter)}>Also {other.reference}</a> of{" "}
            {formatDay(other.submittedAt)} <StateTag state={other.state} />
          </span>
        ))}
      </div>
      {children}
    </header>
  );
}
