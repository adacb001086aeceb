import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { askAgain, record, takeBack } from "@/app/admin/endorsements/cities/[id]/actions";
import { Panel } from "@/app/admin/panel";
import { messageFor } from "@/components/staff-ui/message-for";
import { EndorsementCurve } from "@/components/staff-endorsements/endorsement-curve";
import { standingNames } from "@/components/staff-endorsements/endorsement-labels";
import { SpotChecks } from "@/components/staff-endorsements/spot-checks";
import { StepForm } from "@/components/staff-endorsements/step-form";
import { StepList } from "@/components/staff-endorsements/step-list";
import { formatDay } from "@/components/review/labels";
import { formatCount, formatNumber } from "@/components/staff-ui/format-number";
import { PageTitle } from "@/components/staff-ui/page-title";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Notice } from "@/components/ui/notice";
import { requirePermission } from "@/lib/auth";
import { findCityWithProgress } from "@/lib/endorsements/city-progress/queries";
import { possibleSteps, standingOf } from "@/lib/endorsements/city-progress/city-standing";
import { nextThreshold } from "@/lib/endorsements/city-progress/milestone-thresholds";
import { countHeldEndorsements, listDailyCounts } from "@/lib/endorsements/queries";
import { fullNameOf } from "@/lib/endorsements/review-city";
import { reviewAddress } from "@/lib/endorsements/review/review-filter";
import { countDrawable, listSpotChecks } from "@/lib/endorsements/spot-check/queries";
import { readSettings } from "@/lib/settings/queries";
import { cityIdSchema } from "@/lib/endorsements/schema";
import { isUndoableStep, listMilestones, listSteps } from "@/lib/endorsements/review/staff-queries";
import { takeBackHours } from "@/lib/endorsements/city-progress/step-commands";

export const metadata: Metadata = { title: "Endorsements of a city" };

const outcomes: Readonly<Record<string, string>> = {
  recorded:
    "Recorded. Residents who wish to hear of it, and have not yet, get an email in an hour; until then it can be taken back unnoticed.",
  taken_back: "Taken back.",
  asked_again:
    "The emails are on their way. The result stands on the dossier when the time to answer is over.",
  changed:
    "Nothing was done: somebody has changed this city in the meantime, or it is too late. This is how it stands now.",
};

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string; at?: string }>;
};

export default async function CityEndorsementsPage({ params, searchParams }: Props) {
  const staff = await requirePermission("reviewEndorsements");
  const cityId = cityIdSchema.safeParse((await params).id).data ?? 0;
  const city = await findCityWithProgress(cityId);
  if (!city) notFound();
  const now = new Date();
  const { spotCheckSize } = await readSettings();
  const mayBeChecked = city.asks > 0 && !city.facts.signatory;
  const [asks, thanks, steps, milestones, held, checks, drawable, { done = "", at = "" }] =
    await Promise.all([
      listDailyCounts(cityId, "asks"),
      listDailyCounts(cityId, "thanks"),
      listSteps(cityId),
      listMilestones(cityId),
      countHeldEndorsements({ cityId }),
      listSpotChecks(cityId, now),
      mayBeChecked ? countDrawable(cityId, spotCheckSize, now) : 0,
      searchParams,
    ]);
  const next = nextThreshold(city.asks);
  const fullName = fullNameOf(city);
  return (
    <Panel staff={staff} section={{ name: "endorsements", current: "true" }}>
      <PageTitle>{city.name}</PageTitle>
      <p className="mt-1 mb-6 text-ink-soft">
        {standingNames[standingOf(city.facts)]}.
        {next ? ` Next milestone: ${formatNumber(next)}.` : null}{" "}
        <a href={`/en/cities/${city.slug}`}>Public page</a>.{" "}
        {held > 0 ? (
          <a href={reviewAddress({ city: fullName })}>{formatNumber(held)} held</a>
        ) : (
          "None held"
        )}
        . <a href={reviewAddress({ state: "confirmed", city: fullName })}>Those that count</a>.
      </p>
      {messageFor(outcomes, done) ? (
        <div className="mb-6">
          <Notice variant={done === "changed" ? "warning" : "success"} role="status">
            <p>{messageFor(outcomes, done)}</p>
          </Notice>
        </div>
      ) : null}
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <div className="min-w-0 space-y-8">
          <section aria-labelledby="asks">
            <SectionTitle id="asks">{formatCount(city.asks, "asks", "ask")}</SectionTitle>
            <EndorsementCurve days={asks} today={now} label="Residents who ask, over time" />
          </section>
          {city.thanks > 0 ? (
            <section aria-labelledby="thanks">
              <SectionTitle id="thanks">{formatCount(city.thanks, "thanks", "thank")}</SectionTitle>
              <EndorsementCurve days={thanks} today={now} label="Residents who thank, over time" />
            </section>
          ) : null}
          {mayBeChecked ? (
            <section aria-labelledby="spot-checks">
              <SectionTitle id="spot-checks">Spot checks</SectionTitle>
              <SpotChecks cityId={cityId} checks={checks} drawable={drawable} action={askAgain} />
            </section>
          ) : null}
          {milestones.length > 0 ? (
            <section aria-labelledby="milestones">
              <SectionTitle id="milestones">Milestones</SectionTitle>
              <ul>
                {milestones.map(({ count, reachedAt }) => (
                  <li key={count}>
                    {formatNumber(count)} residents: {formatDay(reachedAt)}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
        <section aria-labelledby="way" className="min-w-0 max-lg:mt-8">
          <SectionTitle id="way">The city’s way</SectionTitle>
          <StepForm
            // What was recorded begins the form anew. What a colleague records leaves it as it is.
            key={`${done} ${at}`}
            city={{ id: cityId, name: city.name }}
            kinds={possibleSteps(city.facts)}
            seenSteps={city.facts.steps.length}
            takeBackHours={takeBackHours}
            action={record}
          />
          <StepList
            cityId={cityId}
            steps={steps.map((step) => ({ ...step, isUndoable: isUndoableStep(step, now) }))}
            action={takeBack}
          />
        </section>
      </div>
    </Panel>
  );
}
