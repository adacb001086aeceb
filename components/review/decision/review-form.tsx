"use client";

import { useActionState, type ReactNode } from "react";
import { ApprovalChoice, type ApprovalStep } from "@/components/review/decision/approval-choice";
import { CheckList, type ShownCheck } from "@/components/review/check-list";
import { DecisionChoice } from "@/components/review/decision/decision-choice";
import {
  ChangeRequestFields,
  DeclineFields,
  ReopeningFields,
} from "@/components/review/decision/decision-fields";
import { EvidenceList } from "@/components/review/evidence-list";
import { NoteFields } from "@/components/review/decision/note-fields";
import { reviewFormId } from "@/components/review/decision/review-form-id";
import {
  notedOf,
  type ReviewAction,
  type ReviewState,
} from "@/components/review/decision/review-state";
import {
  StandardTextChoice,
  type OfferedText,
} from "@/components/review/decision/standard-text-choice";
import { untouched } from "@/components/staff-ui/form-state";
import { SectionTitle } from "@/components/staff-ui/section-title";
import { SmallButton } from "@/components/staff-ui/small-button";
import { ErrorSummary } from "@/components/ui/error-summary";
import {
  evidenceCriteria,
  mayDecide,
  undecidedStates,
  reopenableStates,
} from "@/lib/applications/review/decisions";
import type { ApplicationState, DeclineReason, EvidenceCriterion } from "@/prisma/generated/enums";

type Props = {
  action: ReviewAction;
  applicationId: string;
  /** The version on the reviewer's screen: whatever is decided is about nothing else. */
  version: number;
  /** The queue that the reviewer came from. */
  queue: string;
  /** Whose claim the reviewer sees; null where nobody has it. */
  holderId: string | null;
  /** Whether the next in the queue opens after a decision. */
  opensNext: boolean;
  state: ApplicationState;
  approvalStep: ApprovalStep;
  checks: ShownCheck[];
  /** Whether the link to the document can be asked. */
  canCheckLink: boolean;
  seen: Partial<Record<EvidenceCriterion, string>>;
  needsNote: EvidenceCriterion | null;
  cityName: string;
  isListed: boolean;
  /** What the date of signing begins with, as 2026-11-23: before it was reopened, or else today. */
  signingDay: string;
  /** Those that the coalition offers. */
  declineReasons: readonly DeclineReason[];
  /** Whether an email tells the applicant of a decision. */
  isTold: boolean;
  standardTexts: OfferedText[];
  /** The colleagues who can be told of a note. */
  colleagues: { id: string; name: string }[];
  mayWriteNotes: boolean;
  /** What staff have written about it. */
  notes: ReactNode;
};

/**
 * All that a reviewer does about an application, in one form: ticks and decision go together, and
 * to save the ticks alone does not cost what was typed for a decision.
 */
export function ReviewForm({
  action,
  applicationId,
  version,
  queue,
  holderId,
  opensNext,
  state,
  approvalStep,
  checks,
  canCheckLink,
  seen,
  needsNote,
  cityName,
  isListed,
  signingDay,
  declineReasons,
  isTold,
  standardTexts,
  colleagues,
  mayWriteNotes,
  notes,
}: Props) {
  const [answer, submit, isPending] = useActionState<ReviewState, FormData>(action, untouched);
  const seenCriteria = evidenceCriteria.filter((criterion) => seen[criterion]);
  const isUndecided = undecidedStates.includes(state);
  const opensNextNow = answer.attempt ? "then" in answer.values : opensNext;
  const choice = { state: answer, isPending };
  const elsewhere =
    notedOf(answer, "note") ?? notedOf(answer, "override") ?? notedOf(answer, "restore");
  return (
    <form id={reviewFormId} action={submit} noValidate>
      {/* Enter in any field presses the first button of a form: this one does nothing. */}
      <button disabled hidden />
      <input type="hidden" name="applicationId" value={applicationId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="queue" value={queue} />
      <input type="hidden" name="seen" value={seenCriteria.join(" ")} />
      <input type="hidden" name="holder" value={holderId ?? ""} />
      <CheckList
        checks={checks}
        isUndecided={isUndecided}
        canCheckLink={canCheckLink}
        answer={answer}
      />
      <section
        id="review"
        tabIndex={-1}
        aria-labelledby="evidence-title"
        className="scroll-mt-4 outline-none"
      >
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <SectionTitle id="evidence-title">Evidence</SectionTitle>
          <p role="status" className="text-ink-soft">
            {elsewhere ? null : answer.noted} {seenCriteria.length} of {evidenceCriteria.length}{" "}
            seen
          </p>
        </div>
        {answer.values.decide ? null : (
          <ErrorSummary
            title="There is a problem"
            errors={answer.fieldErrors}
            formError={answer.formError}
          />
        )}
        {answer.isSignedOut ? <SignInAgain /> : null}
        <EvidenceList
          // New with each attempt: React would otherwise untick what was ticked.
          key={answer.attempt}
          seen={seen}
          isUndecided={isUndecided}
          needsNote={needsNote}
          answer={answer}
        />
        <ApprovalChoice
          {...choice}
          step={approvalStep}
          isPossible={mayDecide("approval", state)}
          cityName={cityName}
          signingDay={signingDay}
        />
      </section>
      <section aria-labelledby="decision-title" className="mt-5">
        <SectionTitle id="decision-title">
          {mayDecide("approval", state) ? "Other decisions" : "Decision"}
        </SectionTitle>
        <DecisionChoice
          {...choice}
          kind="change_request"
          title="Ask for changes"
          shortcut="c"
          button="Send and wait for the answer"
          variant="secondary"
          isPossible={mayDecide("change_request", state)}
          isPreviewed={isTold}
        >
          <StandardTextChoice kind="change_request" texts={standardTexts} />
          <ChangeRequestFields state={answer} />
        </DecisionChoice>
        <DecisionChoice
          {...choice}
          kind="decline"
          title="Decline"
          shortcut="d"
          button="Decline and tell the applicant"
          variant="danger"
          isPossible={mayDecide("decline", state)}
          isPreviewed={isTold}
        >
          <StandardTextChoice kind="decline" texts={standardTexts} />
          <DeclineFields state={answer} reasons={declineReasons} />
        </DecisionChoice>
        <DecisionChoice
          {...choice}
          kind="reopening"
          title="Reopen"
          shortcut="r"
          button={
            isListed
              ? `Reopen and take ${cityName} off the public list`
              : "Reopen for another review"
          }
          variant="danger"
          isPossible={reopenableStates.includes(state)}
        >
          <p>
            The application awaits review again and the applicant is told.
            {isListed ? ` ${cityName} leaves the public list at once, with its page.` : null}
          </p>
          <ReopeningFields state={answer} />
        </DecisionChoice>
        <Waiting state={state} />
        {isUndecided ? (
          <div className="mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <label className="flex min-h-9 items-center gap-2">
              <input
                key={answer.attempt}
                type="checkbox"
                name="then"
                value="next"
                defaultChecked={opensNextNow}
                data-shortcut="o"
                className="mt-0! size-6 shrink-0 accent-accent"
              />
              Then open the next in the queue
            </label>
            <SmallButton
              name="save"
              value="evidence"
              data-shortcut="s"
              // Where the page comes anew, the focus is where it was.
              autoFocus={notedOf(answer, "save") !== undefined}
            >
              Save the ticks only
            </SmallButton>
          </div>
        ) : null}
      </section>
      <section aria-labelledby="notes-title" id="notes" tabIndex={-1} className="mt-5">
        <SectionTitle id="notes-title">Notes of staff</SectionTitle>
        {mayWriteNotes ? (
          <NoteFields key={answer.attempt} colleagues={colleagues} answer={answer} />
        ) : null}
        {notes}
      </section>
    </form>
  );
}

function SignInAgain() {
  return (
    <p className="mb-3">
      <a href="/admin/sign-in" target="_blank">
        Sign in in a new tab
      </a>
      , then come back and press the button again. What you typed stays here.
    </p>
  );
}

function Waiting({ state }: { state: ApplicationState }) {
  if (state === "changes_requested")
    return <p className="mt-3 text-ink-soft">Waits for the applicant’s answer.</p>;
  if (state === "unconfirmed")
    return (
      <p className="text-ink-soft">Can be decided once the applicant has confirmed the address.</p>
    );
  if (state === "withdrawn")
    return (
      <p className="text-ink-soft">The applicant has withdrawn it. There is nothing to decide.</p>
    );
  return null;
}
