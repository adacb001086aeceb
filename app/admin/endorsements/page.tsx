import type { Metadata } from "next";
import { z } from "zod";
import { endCityAlarm } from "@/app/admin/endorsements/actions";
import { Panel } from "@/app/admin/panel";
import { messageFor } from "@/components/staff-ui/message-for";
import { CityAlarms } from "@/components/staff-endorsements/city-alarms";
import {
  CitiesWithEndorsements,
  type CityRow,
} from "@/components/staff-endorsements/cities-with-endorsements";
import { Pager } from "@/components/staff-ui/pager";
import { formatDay } from "@/components/review/labels";
import { formatNumber } from "@/components/staff-ui/format-number";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Notice } from "@/components/ui/notice";
import { requirePermission } from "@/lib/auth";
import { listOpenAlarms } from "@/lib/endorsements/abuse/city-alarm-queries";
import { countHeldEndorsements } from "@/lib/endorsements/queries";
import { fullNameOf } from "@/lib/endorsements/review-city";
import { reviewAddress, reviewPath } from "@/lib/endorsements/review/review-filter";
import {
  citiesPerPage,
  listCitiesWithEndorsements,
  listMilestonesToActOn,
  type CityWithEndorsements,
} from "@/lib/endorsements/review/staff-queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { whereaboutsOf } from "@/lib/places/whereabouts";

export const metadata: Metadata = { title: "Endorsements" };

const pageSchema = z.coerce.number().int().min(1).catch(1);

/** What a line shows of a city, and nothing else of it. */
const toCityRow = (city: CityWithEndorsements): CityRow => ({
  cityId: city.cityId,
  name: city.name,
  isSpokenOf: city.isSpokenOf,
  isSignatory: city.isSignatory,
  asks: city.asks,
  thanks: city.thanks,
  held: city.held,
  lastThirtyDays: city.lastThirtyDays,
  milestone: city.milestone,
  whereabouts: whereaboutsOf(defaultLocale, city),
  heldAddress: reviewAddress({ city: fullNameOf(city) }),
});

const outcomes: Readonly<Record<string, string>> = {
  alarm_ended:
    "The alarm is ended: new endorsements count again. Decide on those that are held, as on others.",
  changed: "Nothing was done: a colleague has ended this alarm already.",
};

type Props = { searchParams: Promise<{ page?: string; done?: string }> };

export default async function EndorsementsPage({ searchParams }: Props) {
  const staff = await requirePermission("reviewEndorsements");
  const { page: pageParam, done = "" } = await searchParams;
  const requestedPage = pageSchema.parse(pageParam);
  const [{ cities, total, page }, held, milestones, alarms] = await Promise.all([
    listCitiesWithEndorsements(requestedPage, new Date()),
    countHeldEndorsements(),
    listMilestonesToActOn(),
    listOpenAlarms(),
  ]);
  return (
    <Panel staff={staff} section={{ name: "endorsements", current: "page" }}>
      <div className="space-y-6">
        <PageTitle>Endorsements</PageTitle>
        <ul className="flex flex-wrap gap-x-6">
          <li>
            <a href={reviewPath} className="inline-block py-1">
              Held: {formatNumber(held)}
            </a>
          </li>
          <li>
            <a href={reviewAddress({ state: "confirmed" })} className="inline-block py-1">
              Those that count
            </a>
          </li>
          <li>
            <a href="/admin/endorsements/blocks" className="inline-block py-1">
              Blocked domains and networks
            </a>
          </li>
        </ul>
        {messageFor(outcomes, done) ? (
          <Notice variant={done === "changed" ? "warning" : "success"} role="status">
            <p>{messageFor(outcomes, done)}</p>
          </Notice>
        ) : null}
        {alarms.length > 0 ? (
          <section aria-labelledby="alarms">
            <SectionTitle id="alarms">Alarms</SectionTitle>
            <CityAlarms
              alarms={alarms.map((alarm) => ({
                ...alarm,
                whereabouts: whereaboutsOf(defaultLocale, alarm),
                heldAddress: reviewAddress({ city: fullNameOf(alarm) }),
              }))}
              action={endCityAlarm}
            />
          </section>
        ) : null}
        {milestones.length > 0 ? (
          <section aria-labelledby="milestones">
            <SectionTitle id="milestones">Reached a milestone, not contacted yet</SectionTitle>
            <ul className="space-y-1">
              {milestones.map(({ cityId, count, reachedAt, name }) => (
                <li key={cityId}>
                  <a
                    href={`/admin/endorsements/cities/${cityId}`}
                    className="inline-block py-0.5 font-bold"
                  >
                    {name}
                  </a>{" "}
                  {formatNumber(count)} residents, {formatDay(reachedAt)}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {cities.length > 0 ? (
          <CitiesWithEndorsements cities={cities.map(toCityRow)} />
        ) : (
          <p className="text-ink-soft">No resident has asked or thanked a city yet.</p>
        )}
        <Pager
          page={page}
          pages={Math.ceil(total / citiesPerPage)}
          addressOf={(number) => `?page=${number}`}
        />
      </div>
    </Panel>
  );
}
