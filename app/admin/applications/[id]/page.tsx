import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { approve, askForChanges, decline, reopen, tick, untick } from "@/app/admin/applications/[id]/actions";
import { Panel } from "@/app/admin/panel";
import { Answers } from "@/components/review/answers";
import { ApprovalForm, ChangeRequestForm, DeclineForm, ReopeningForm } from "@/components/review/decision-forms";
import { DecisionList } from "@/components/review/decision-list";
import { EvidenceList } from "@/components/review/evidence-list";
import { History } from "@/components/review/history";
import { ReviewHeader } from "@/components/review/review-header";
import { StateTag } from "@/components/review/state-tag";
import { criteria, writeDay } from "@/components/review/words";
import { changedSinceReview, mayDecide, missingEvidence, reopenableStates } from "@/lib/applications/decisions";
import { findForReview, listHistory, listOfSameCity } from "@/lib/applications/review-queries";
import { requireReviewer } from "@/lib/auth";

export const metadata: Metadata = { title: "Application" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ done?: string; problem?: string }> };

export default async function ApplicationPage({ params, searchParams }: Props) {
  const staff = await requireReviewer();
  const { id } = await params;
  const application = z.uuid().safeParse(id).success ? await findForReview(id) : null;
  if (!application) notFound();
  const [history, others, { done, problem }] = await Promise.all([listHistory(id), listOfSameCity(application), searchParams]);

  const { state, version, city, evidence, decisions } = application;
  const missing = missingEvidence(evidence.map(({ criterion }) => criterion)).map((criterion) => criteria[criterion].name);
  const decision = { applicationId: id, version };
  const isListed = city.signatory?.applicationId === id;
  return (
    <Panel staff={staff}>
      <ReviewHeader application={application} done={done} problem={problem} />
      <div className="gap-10 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <div className="min-w-0">
          <Answers application={application} changed={changedSinceReview(history)} />
        </div>
        <div className="min-w-0 space-y-8">
          <section id="evidence" aria-labelledby="evidence-title">
            <h2 id="evidence-title" className={title}>
              Evidence
            </h2>
            <EvidenceList application={application} tick={tick} untick={untick} />
          </section>
          <section aria-labelledby="decision-title">
            <h2 id="decision-title" className={title}>
              Decision
            </h2>
            <ApprovalForm {...decision} action={approve} isPossible={mayDecide("approval", state)} cityName={city.name} today={new Date().toISOString().slice(0, 10)} missing={missing} />
            <ChangeRequestForm {...decision} action={askForChanges} isPossible={mayDecide("change_request", state)} />
            <DeclineForm {...decision} action={decline} isPossible={mayDecide("decline", state)} />
            <ReopeningForm {...decision} action={reopen} isPossible={reopenableStates.includes(state)} isListed={isListed} cityName={city.name} />
            {state === "changes_requested" ? <p className="mt-3 text-ink-soft">Waits for the applicant’s answer.</p> : null}
            {state === "unconfirmed" ? <p className="text-ink-soft">Can be decided once the applicant has confirmed the address.</p> : null}
            {state === "withdrawn" ? <p className="text-ink-soft">The applicant has withdrawn it. There is nothing to decide.</p> : null}
          </section>
          {decisions.length ? (
            <section aria-labelledby="decisions-title">
              <h2 id="decisions-title" className={title}>
                Decisions so far
              </h2>
              <DecisionList decisions={decisions} />
            </section>
          ) : null}
          {others.length ? (
            <section aria-labelledby="others-title">
              <h2 id="others-title" className={title}>
                Other applications of {city.name}
              </h2>
              <ul className="space-y-1">
                {others.map((other) => (
                  <li key={other.id}>
                    <a href={`/admin/applications/${other.id}`}>{other.reference}</a>, {writeDay(other.handedInAt)} <StateTag state={other.state} />
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          <section aria-labelledby="history-title">
            <h2 id="history-title" className={title}>
              History
            </h2>
            <History entries={history} />
          </section>
        </div>
      </div>
    </Panel>
  );
}

const title = "mb-2 text-xl sm:text-xl";
