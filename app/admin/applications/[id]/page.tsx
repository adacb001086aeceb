import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { review } from "@/app/admin/applications/[id]/actions";
import { answerSecondLook } from "@/app/admin/second-look/actions";
import { Panel } from "@/app/admin/panel";
import type { ApprovalStep } from "@/components/review/decision/approval-choice";
import { Answers } from "@/components/review/answers";
import { CheckFact } from "@/components/review/check-fact";
import { ClaimStatus } from "@/components/review/claim-status";
import { DecisionList } from "@/components/review/decision-list";
import { NoteList } from "@/components/review/note-list";
import { Outcome } from "@/components/review/decision/outcome";
import { QueueSteps } from "@/components/review/queue/queue-steps";
import { ReviewForm } from "@/components/review/decision/review-form";
import { reviewFormId } from "@/components/review/decision/review-form-id";
import { ReviewHeader } from "@/components/review/review-header";
import { SecondLook } from "@/components/review/second-look/second-look";
import { Timeline } from "@/components/review/timeline";
import { VersionList } from "@/components/review/version-list";
import { applicationKeys } from "@/components/review/shortcut-lists";
import { stateLabels, formatMoment } from "@/components/review/labels";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { Shortcuts } from "@/components/staff-ui/shortcuts";
import { SkipLink } from "@/components/ui/skip-link";
import { checksOf } from "@/lib/applications/checks/checks";
import { urgencyOf } from "@/lib/applications/claims/claims";
import {
  changedSinceReview,
  countsAsSeen,
  isMandateToFollow,
} from "@/lib/applications/review/decisions";
import { listNamesakes } from "@/lib/applications/review/namesake-queries";
import { parseQueueParams, formatQueueFilter } from "@/lib/applications/review/queue-filter";
import {
  findDecided,
  findLongestWaiting,
  findNeighbours,
} from "@/lib/applications/review/queue-queries";
import { workingDaysWithStaff } from "@/lib/applications/review/review-clock";
import {
  findForReview,
  listCityEvents,
  type ReviewedApplication,
} from "@/lib/applications/review/review-queries";
import { readReviewSettings, type ReviewSettings } from "@/lib/applications/review/review-settings";
import { formerMemberIn } from "@/lib/cities/member-queries";
import { requireReviewer } from "@/lib/auth";
import { listCityMonths } from "@/lib/endorsements/counts/monthly-queries";
import { isoDay } from "@/lib/durations";
import { recordOpening } from "@/lib/staff/openings";
import type { ApplicationState } from "@/prisma/generated/enums";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requireReviewer();
  const { city, reference, state } = (await getReview((await params).id)).application;
  return { title: `${city.name}, ${reference}: ${stateLabels[state].toLowerCase()}` };
}

export default async function ApplicationPage({ params, searchParams }: Props) {
  const staff = await requireReviewer();
  const { id } = await params;
  const { application, now, settings } = await getReview(id);
  const search = await searchParams;
  const filter = parseQueueParams(search);
  const reader = { staffId: staff.id, now, settings };
  const [events, months, { previous, next }, decided, namesakes] = await Promise.all([
    listCityEvents(application.cityId),
    listCityMonths(application.cityId),
    findNeighbours(application, filter, reader),
    z.uuid().safeParse(search.decided).success ? findDecided(String(search.decided)) : null,
    listNamesakes(application.cityId, application.city.name),
    recordOpening(staff.id, "application", application),
  ]);

  const { state, version, city, evidence, decisions, claim } = application;
  const history = events.filter(({ applicationId }) => applicationId === id);
  const changed = changedSinceReview(history);
  const isDone = isOutcome(search.done, state) && !decided;
  const following = isDone ? (next ?? (await findLongestWaiting(id))) : null;
  const waitInWorkingDays =
    application.confirmedAt &&
    workingDaysWithStaff(
      application.confirmedAt,
      history.toReversed(),
      reader.now,
      settings.holidays,
    );
  const checks = checksOf(application, namesakes, settings).map((check) => ({
    name: check.name,
    verdict: check.verdict,
    override: check.override,
    fact: <CheckFact check={check} />,
  }));
  const former = formerMemberIn(history);
  const seen = Object.fromEntries(
    evidence
      .filter((tick) => countsAsSeen(tick, application))
      .map(({ criterion, tickedBy, tickedAt, note }) => [
        criterion,
        `${tickedBy}, ${formatMoment(tickedAt)}${note ? `: ${note}` : ""}`,
      ]),
  );
  return (
    <Panel
      staff={staff}
      section={{ name: "applications", current: "true" }}
      takesKeys={staff.hasShortcuts}
      shortcut={<SkipLink to="review">Skip to evidence and decision</SkipLink>}
    >
      {decided && isOutcome(search.done, decided.state) ? (
        <Outcome
          decided={decided}
          isProposed={search.done === "proposed"}
          isElsewhere
          filter={filter}
        />
      ) : null}
      {isDone ? (
        <Outcome
          decided={{ id, state, cityName: city.name, isTold: application.contactEmail !== null }}
          isProposed={search.done === "proposed"}
          isElsewhere={false}
          next={following}
          filter={filter}
        />
      ) : null}
      <QueueSteps filter={filter} applicationId={id} previous={previous} next={next} />
      <ReviewHeader
        application={application}
        isChanged={changed.size > 0}
        waitInWorkingDays={waitInWorkingDays}
        urgency={waitInWorkingDays === null ? null : urgencyOf(waitInWorkingDays, settings)}
        filter={filter}
      >
        {state === "submitted" ? (
          <ClaimStatus claim={claim} viewerId={staff.id} settings={settings} form={reviewFormId} />
        ) : null}
      </ReviewHeader>
      <div className="gap-x-8 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(22rem,27rem)] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0">
          <VersionList application={application} />
          <Answers application={application} changed={changed} />
        </div>
        <div className="mb-5 min-w-0 space-y-4">
          <SecondLook
            look={application.secondLook}
            application={application}
            viewerId={staff.id}
            action={answerSecondLook}
          />
          {decisions.length ? (
            <section aria-labelledby="decisions-title">
              <SectionTitle id="decisions-title">Decisions so far</SectionTitle>
              <DecisionList decisions={decisions} />
            </section>
          ) : null}
          <section aria-labelledby="timeline-title">
            <SectionTitle id="timeline-title">What happened in this city</SectionTitle>
            <Timeline events={events} months={months} applicationId={id} filter={filter} />
          </section>
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <ReviewForm
            // A decision begins the form anew; everything else leaves in it what was typed.
            key={`${id} ${String(search.done)}`}
            action={review}
            applicationId={id}
            version={version}
            queue={formatQueueFilter(filter)}
            holderId={claim?.staffId ?? null}
            opensNext={search.then === "next"}
            state={state}
            approvalStep={stepOf(application, settings)}
            checks={checks}
            canCheckLink={settings.asksLinks && application.mandateUrl !== null}
            seen={seen}
            needsNote={isMandateToFollow(application) ? "mandate_seen" : null}
            cityName={city.name}
            isListed={city.signatory?.applicationId === id}
            declineReasons={settings.declineReasons}
            signingDay={isoDay(former?.signedOn ?? reader.now)}
            isTold={application.contactEmail !== null}
            standardTexts={application.standardTexts}
            colleagues={application.reviewers.filter((colleague) => colleague.id !== staff.id)}
            mayWriteNotes={application.erasedAt === null}
            notes={<NoteList notes={application.notes} />}
          />
        </div>
      </div>
      <Shortcuts areOn={staff.hasShortcuts} keys={applicationKeys} />
    </Panel>
  );
}

function stepOf(
  { version, secondLook: { proposal } }: ReviewedApplication,
  { approvalsNeedTwo }: ReviewSettings,
): ApprovalStep {
  if (!approvalsNeedTwo) return "decides";
  return proposal?.version === version && !proposal.returnedBy ? "proposed" : "proposes";
}

/** Whether that was done of which the address speaks. */
const isOutcome = (done: unknown, state: ApplicationState): boolean =>
  done === state || (done === "proposed" && state === "submitted");

/** The application of this address. Where there is none, the queue says so. */
const getReview = cache(async (id: string) => {
  const isId = z.uuid().safeParse(id).success;
  const moment = { now: new Date(), settings: await readReviewSettings() };
  const application = isId ? await findForReview(id, moment) : null;
  return { application: application ?? redirect("/admin?problem=no_application"), ...moment };
});
