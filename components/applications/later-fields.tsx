"use client";

import { useMemo, useRef } from "react";
import type { FormTexts } from "@/components/applications/form-texts";
import { JoinRefusalNotice } from "@/components/applications/join-refusal-notice";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextField } from "@/components/ui/field";
import { useFocus } from "@/components/ui/use-focus";
import type { JoinState } from "@/lib/applications/join-stages";
import { savedFormDays } from "@/lib/applications/saved-forms/saved-form-days";

type Props = {
  state: JoinState;
  email: string;
  texts: FormTexts;
  contactHref: string;
  isPending: boolean;
};

/** Asks where to send the link by which the official goes on later. */
export function LaterFields({ state, email, texts, contactHref, isPending }: Props) {
  const { t } = texts;
  const { stage, refusal, attempt } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  // The same object for as long as it is shown: the summary takes the focus when it changes.
  const errors = useMemo(() => texts.errors(state.errors), [state.errors, texts]);
  useFocus(heading, attempt > 0 && !errors.laterEmail && !refusal);
  return (
    <>
      {/* Browsers press a form's first button on enter. */}
      <button name="intent" value="sendLink" tabIndex={-1} aria-hidden className="sr-only" />
      <header className="mb-8 max-w-3xl">
        <h1 ref={heading} tabIndex={-1} className="text-3xl outline-none sm:text-4xl">
          {t("later.title")}
        </h1>
        <p className="mt-3 text-lg text-ink-soft">{t("later.lead", { days: savedFormDays })}</p>
      </header>
      <ErrorSummary title={texts.summaryTitle} errors={errors} />
      {refusal ? (
        <JoinRefusalNotice refusal={refusal} texts={texts} contactHref={contactHref} />
      ) : null}
      <div className="max-w-3xl space-y-8">
        <TextField
          name="laterEmail"
          label={t("later.email")}
          hint={t("later.emailHint")}
          error={errors.laterEmail}
          defaultValue={email}
          type="email"
          autoComplete="email"
          spellCheck={false}
          dir="ltr"
        />
        <p className="flex flex-wrap items-center gap-3">
          <Button name="intent" value="sendLink">
            {isPending ? t("working") : t("later.send")}
          </Button>
          <Button name="intent" value={`change:${stage}`} variant="secondary">
            {t("later.back")}
          </Button>
        </p>
      </div>
    </>
  );
}
