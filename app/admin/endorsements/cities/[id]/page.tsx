import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { record, takeBack } from "@/app/admin/endorsements/cities/[id]/actions";
import { Panel } from "@/app/admin/panel";
import { EndorsementCurve } from "@/components/staff-endorsements/endorsement-curve";
import { standingNames } from "@/components/staff-endorsements/endorsement-labels";
import { StepForm } from "@/components/staff-endorsements/step-form";
import { StepList } from "@/components/staff-endorsements/step-list";
import { formatDay } from "@/components/review/labels";
import { Notice } from "@/components/ui/notice";
import { requireReviewer } from "@/lib/auth";
import { findCityOfWay } from "@/lib/endorsements/city-progress/asked-queries";
import { possibleSteps, standingOf } from "@/lib/endorsements/city-progress/city-standing";
import { nextThreshold } from "@/lib/endorsements/city-progress/milestone-thresholds";
import { countHeldEndorsements, listDailyCounts } from "@/lib/endorsements/queries";
import { reviewAddress } from "@/lib/endorsements/review/review-filter";
import { cityIdSchema } from "@/lib/endorsements/schema";
import { isUndoableStep, listMilestones, listSteps } from "@/lib/endorsements/review/staff-queries";

export const metadata: Metadata = { title: "Endorsements of a city" };

const outcomes: Readonly<Record<string, string>> = {
  recorded:
    "Recorded. Residents who wish to hear of it, and have not yet, get a mail in an hour; until then it can be taken back unnoticed.",
  taken_back: "Taken back.",
  changed:
    "Nothing was done: somebody has changed this city in the meantime, or it is too late. This is how it stands now.",
};

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string }> };

export default async function EndorsedCityPage({ params, searchParams }: Props) {
  const staff = await requireReviewer();
  const cityId = cityIdSchema.safeParse((await params).id).data ?? 0;
  const city = await findCityOfWay(cityId);
  if (!city) notFound();
  const [asks, thanks, steps, milestones, held, { done = "" }] = await Promise.all([
    listDailyCounts(cityId, "asks"),
    listDailyCounts(cityId, "thanks"),
    listSteps(cityId),
    listMilestones(cityId),
    countHeldEndorsements({ cityId }),
    searchParams,
  ]);
  const now = new Date();
  return (
    <Panel staff={staff} section={{ name: "endorsements", current: "true" }}>
      <h1 className="text-3xl sm:text-3xl">{city.name}</h1>
      <p className="mt-1 mb-6 text-ink-soft">
        {standingNames[standingOf(city.facts)]}, next mark {nextThreshold(city.asks) ?? "none"}.{" "}
        <a href={`/en/cities/${city.slug}`}>Public page</a>.{" "}
        {held > 0 ? <a href={reviewAddress({ city: cityId })}>{held} held</a> : "None held"}.{" "}
        <a href={reviewAddress({ state: "confirmed", city: cityId })}>Those that count</a>.
      </p>
      {outcomes[done] ? (
        <div className="mb-6">
          <Notice variant={done === "changed" ? "warning" : "success"} role="status">
            <p>{outcomes[done]}</p>
          </Notice>
        </div>
      ) : null}
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <div className="min-w-0 space-y-8">
          <section aria-labelledby="asks">
            <h2 id="asks" className={title}>
              {city.asks} ask
            </h2>
            <EndorsementCurve days={asks} today={now} label="Residents who ask, over time" />
          </section>
          {city.thanks > 0 ? (
            <section aria-labelledby="thanks">
              <h2 id="thanks" className={title}>
                {city.thanks} thank
              </h2>
              <EndorsementCurve days={thanks} today={now} label="Residents who thank, over time" />
            </section>
          ) : null}
          {milestones.length > 0 ? (
            <section aria-labelledby="milestones">
              <h2 id="milestones" className={title}>
                Milestones
              </h2>
              <ul>
                {milestones.map(({ count, reachedAt }) => (
                  <li key={count}>
                    {count}: {formatDay(reachedAt)}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
        <section aria-labelledby="way" className="min-w-0 max-lg:mt-8">
          <h2 id="way" className={title}>
            The city’s way
          </h2>
          <StepForm
            cityId={cityId}
            kinds={possibleSteps(city.facts)}
            seenSteps={city.facts.steps.length}
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

const title = "mb-2 text-xl sm:text-xl";
