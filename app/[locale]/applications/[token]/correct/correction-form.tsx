"use client";

import { startTransition, useActionState, useMemo, type ReactNode, type SubmitEvent } from "react";
import { correct } from "@/app/[locale]/applications/[token]/actions";
import { ChecklistFields } from "@/components/applications/checklist-fields";
import { ContactFields } from "@/components/applications/contact-fields";
import { formTexts, type FormMessages, type FormTexts } from "@/components/applications/form-texts";
import { MandateFields } from "@/components/applications/mandate-fields";
import { useFormFields } from "@/components/applications/use-form-fields";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormTitle, type FormTitles } from "@/components/ui/form-title";
import type { CorrectionState } from "@/lib/applications/correction-state";

type Headings = Record<"contact" | "mandate" | "checklist" | "save" | "changedMeanwhile", string>;
type Props = {
  locale: string;
  token: string;
  messages: FormMessages;
  headings: Headings;
  titles: FormTitles;
  initial: CorrectionState;
};

/** All answers that can be corrected, on one page. Without scripts it is a plain post. */
export function CorrectionForm({ locale, token, messages, headings, titles, initial }: Props) {
  const [state, save, isPending] = useActionState(correct, initial);
  const texts = useMemo(() => formTexts(locale, messages), [locale, messages]);

  // React would empty the fields after an action that it starts itself; this one it leaves to us.
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const answers = new FormData(event.currentTarget);
    startTransition(() => save(answers));
  };

  return (
    <form action={save} onSubmit={submit} noValidate aria-busy={isPending}>
      <FormTitle
        titles={titles}
        hasErrors={state.isOutdated || Object.keys(state.errors).length > 0}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="version" value={state.version} />
      <CorrectionFields key={state.attempt} state={state} texts={texts} headings={headings} />
      <Button className="mt-10" onMouseDown={(event) => event.preventDefault()}>
        {headings.save}
      </Button>
    </form>
  );
}

function CorrectionFields({
  state,
  texts,
  headings,
}: {
  state: CorrectionState;
  texts: FormTexts;
  headings: Headings;
}) {
  // The same objects for as long as this answer of the server is shown: the summary takes the focus
  // when its errors change.
  const errors = useMemo(() => texts.errors(state.errors), [state.errors, texts]);
  const summary = useMemo(() => texts.summary(errors), [errors, texts]);
  const fields = useFormFields(state.answers, errors, texts);
  return (
    <>
      <ErrorSummary
        title={texts.summaryTitle}
        errors={summary}
        formError={state.isOutdated ? headings.changedMeanwhile : undefined}
      />
      <div className="max-w-3xl space-y-12">
        <Group heading={headings.contact}>
          <ContactFields fields={fields} texts={texts} withoutEmail />
        </Group>
        <Group heading={headings.mandate}>
          <MandateFields fields={fields} texts={texts} />
        </Group>
        <Group heading={headings.checklist}>
          <ChecklistFields fields={fields} texts={texts} />
        </Group>
      </div>
    </>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="space-y-8">
      <h2>{heading}</h2>
      {children}
    </section>
  );
}
