"use client";

import {
  useActionState,
  useMemo,
  useRef,
  startTransition,
  type ReactNode,
  type SubmitEvent,
} from "react";
import { takeJoinStep } from "@/app/[locale]/join/actions";
import { useFormHistory } from "@/app/[locale]/join/form-history";
import { AnswersSummary } from "@/components/applications/answers-summary";
import { ChecklistFields } from "@/components/applications/checklist-fields";
import { CityFields } from "@/components/applications/city-fields";
import { ContactFields } from "@/components/applications/contact-fields";
import { formTexts, type FormMessages, type FormTexts } from "@/components/applications/form-texts";
import { JoinRefusalNotice } from "@/components/applications/join-refusal-notice";
import { LaterFields } from "@/components/applications/later-fields";
import { MandateFields } from "@/components/applications/mandate-fields";
import { Receipt } from "@/components/applications/receipt";
import { StageHeader } from "@/components/applications/stage-header";
import { useFormFields } from "@/components/applications/use-form-fields";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { CheckboxField } from "@/components/ui/field";
import { carriedFields, type JoinState } from "@/lib/applications/join-stages";

export type JoinLinks = { join: string; joining: string; contact: string; declaration: string };
type Props = {
  locale: string;
  messages: FormMessages;
  initial: JoinState;
  links: JoinLinks;
  siteName: string;
  declarationVersion: string;
  /** Whether it was saved, and is gone on with. */
  isContinued?: boolean;
  /** What stands above the form at first. */
  children?: ReactNode;
};

/**
 * The staged form. Without scripts every button is a plain post, and the page that answers is this
 * form at its next step.
 */
export function JoinForm({
  locale,
  messages,
  initial,
  links,
  siteName,
  declarationVersion,
  isContinued = false,
  children,
}: Props) {
  const [state, takeStep, isPending] = useActionState(takeJoinStep, initial);
  const texts = useMemo(() => formTexts(locale, messages), [locale, messages]);
  const form = useRef<HTMLFormElement>(null);
  const forget = useFormHistory(state, form, takeStep, isContinued);

  // React would empty the fields after an action that it starts itself; this one it leaves to us.
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const answers = new FormData(event.currentTarget, event.nativeEvent.submitter);
    answers.set("hasScripts", "yes");
    startTransition(() => takeStep(answers));
  };

  return (
    <form ref={form} action={takeStep} onSubmit={submit} noValidate aria-busy={isPending}>
      <title>{titleOf(state, texts, siteName)}</title>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="stage" value={state.stage} />
      <input type="hidden" name="submissionKey" value={state.submissionKey} />
      {carriedFields(state).map((field) => (
        <input key={field} type="hidden" name={field} value={state.answers[field]} />
      ))}
      {state.attempt === 0 ? children : null}
      {state.later ? (
        <LaterFields
          key={state.attempt}
          state={state}
          email={state.later.email}
          texts={texts}
          contactHref={links.contact}
          isPending={isPending || state.submittedHref !== null}
        />
      ) : (
        <StageFields
          key={state.attempt}
          state={state}
          texts={texts}
          links={links}
          declarationVersion={declarationVersion}
          isPending={isPending || state.submittedHref !== null}
          onStartAgain={forget}
        />
      )}
    </form>
  );
}

type StageProps = {
  state: JoinState;
  texts: FormTexts;
  isPending: boolean;
  onStartAgain: () => void;
} & Pick<Props, "links" | "declarationVersion">;

function StageFields({
  state,
  texts,
  links,
  declarationVersion,
  isPending,
  onStartAgain,
}: StageProps) {
  const { t } = texts;
  // The same object for as long as the step is shown: the summary takes the focus when it changes.
  const errors = useMemo(() => texts.errors(state.errors), [state.errors, texts]);
  const summary = useMemo(() => texts.summary(errors), [errors, texts]);
  const fields = useFormFields(state.answers, errors, texts);
  const { stage, refusal } = state;
  const goOn = stage === "check" ? "submit" : "next";

  return (
    <>
      {/* Browsers press a form's first button on enter. */}
      <button name="intent" value={goOn} tabIndex={-1} aria-hidden className="sr-only" />
      <StageHeader state={state} texts={texts} joiningHref={links.joining} />
      <ErrorSummary title={texts.summaryTitle} errors={summary} />
      {refusal ? (
        <JoinRefusalNotice refusal={refusal} texts={texts} contactHref={links.contact} />
      ) : null}
      <div className="max-w-3xl space-y-8">
        {stage === "city" ? (
          <CityFields state={state} texts={texts} errors={errors} contactHref={links.contact} />
        ) : null}
        {stage === "contact" ? <ContactFields fields={fields} texts={texts} /> : null}
        {stage === "mandate" ? <MandateFields fields={fields} texts={texts} /> : null}
        {stage === "checklist" ? <ChecklistFields fields={fields} texts={texts} /> : null}
        {stage === "check" ? (
          <>
            <AnswersSummary answers={state.answers} city={state.city} texts={texts} />
            <Receipt texts={texts} />
            <p>
              {t.rich("receipt.signs", {
                version: declarationVersion,
                declaration: (chunks) => <a href={links.declaration}>{chunks}</a>,
              })}
            </p>
            <CheckboxField {...fields.checkbox("consent")} label={t("receipt.consent")} />
          </>
        ) : null}
        {/* A field that is left may show an error and push the button away from under the pointer:
            so pressing it leaves no field. */}
        <p
          className="flex flex-wrap items-center gap-3"
          onMouseDown={(event) => event.preventDefault()}
        >
          <Button name="intent" value={goOn}>
            {isPending ? t("working") : stage === "check" ? t("submit") : t("next")}
          </Button>
          {stage === "city" ? null : (
            <Button name="intent" value="back" variant="secondary">
              {t("back")}
            </Button>
          )}
          {stage === "city" ? null : (
            <Button name="intent" value="later" variant="quiet">
              {t("later.button")}
            </Button>
          )}
        </p>
        {stage === "city" ? null : (
          <p>
            <a href={links.join} onClick={onStartAgain} className="inline-block py-1">
              {t("startAgain")}
            </a>
          </p>
        )}
      </div>
    </>
  );
}

/** Which step it is, and whether something must be corrected, for the browser's tab. */
function titleOf(state: JoinState, { t }: FormTexts, siteName: string): string {
  const { stage, errors, later } = state;
  const heading = later ? t("later.title") : t(`stages.${stage}`);
  const title = t("titleOfStep", { stage: heading, page: t("title"), site: siteName });
  return Object.keys(errors).length > 0 ? t("titleWithErrors", { title }) : title;
}
