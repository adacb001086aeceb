"use client";

import { useActionState } from "react";
import { appeal } from "@/app/[locale]/applications/[token]/actions";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/field";
import type { AppealErrorKey } from "@/lib/applications/second-look/appeal-schema";
import type { AppealState } from "@/lib/applications/second-look/appeal-state";

type Props = {
  locale: string;
  token: string;
  texts: Record<"label" | "hint" | "send" | "summary", string> & {
    errors: Record<AppealErrorKey, string>;
  };
};

const untouched: AppealState = { attempt: 0, text: "", error: null };

/** The page carries no scripts: it is a plain post, which gives the text back where it is wrong. */
export function AppealForm({ locale, token, texts }: Props) {
  const [state, send] = useActionState(appeal, untouched);
  const error = state.error ? texts.errors[state.error] : undefined;
  return (
    <form action={send} noValidate className="max-w-2xl space-y-6">
      <ErrorSummary title={texts.summary} errors={error ? { text: error } : {}} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <TextAreaField
        key={state.attempt}
        name="text"
        label={texts.label}
        hint={texts.hint}
        error={error}
        defaultValue={state.text}
        rows={8}
        required
      />
      <Button>{texts.send}</Button>
    </form>
  );
}
