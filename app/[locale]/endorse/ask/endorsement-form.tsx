import type { ReactNode } from "react";
import { ProofOfWork, type ProofTexts } from "@/components/endorsements/proof-of-work";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { CheckboxField, TextField } from "@/components/ui/field";
import { FormTitle, type FormTitles } from "@/components/ui/form-title";
import { Notice } from "@/components/ui/notice";
import {
  maxLength,
  trapField,
  type EndorsementFormState,
} from "@/lib/endorsements/endorsement-form";

export type EndorsementFormTexts = Record<
  | "summaryTitle"
  | "email"
  | "emailHint"
  | "name"
  | "nameHint"
  | "isNamePublic"
  | "wantsNews"
  | "wantsNewsHint"
  | "trap"
  | "send",
  string
> & { proof: ProofTexts };

type Props = {
  locale: string;
  cityId: string;
  state: EndorsementFormState;
  texts: EndorsementFormTexts;
  titles: FormTitles;
  /** What the resident says by pressing the button: it stands right above it. */
  children: ReactNode;
};

/**
 * A plain form: its pages carry no script, but for that of a proof of work. It is posted to the
 * address of its page, by postEndorsement(). What is wrong comes back with what was typed.
 */
export function EndorsementForm({ locale, cityId, state, texts, titles, children }: Props) {
  const { values, fieldErrors, formError, seal, challenge } = state;
  return (
    <form method="post" noValidate className="space-y-8">
      <FormTitle
        titles={titles}
        hasErrors={Boolean(formError) || Object.keys(fieldErrors).length > 0}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="cityId" value={cityId} />
      <input type="hidden" name="seal" value={seal} />
      <ErrorSummary title={texts.summaryTitle} errors={fieldErrors} formError={formError} />
      {challenge ? (
        <Notice>
          <p>{texts.proof.why}</p>
        </Notice>
      ) : null}
      <TextField
        name="email"
        type="email"
        label={texts.email}
        hint={texts.emailHint}
        error={fieldErrors.email}
        defaultValue={values.email}
        autoComplete="email"
        spellCheck={false}
        maxLength={maxLength.email}
        required
      />
      <div className="space-y-2">
        <TextField
          name="name"
          label={texts.name}
          hint={texts.nameHint}
          error={fieldErrors.name}
          defaultValue={values.name}
          autoComplete="name"
        />
        <CheckboxField
          name="isNamePublic"
          label={texts.isNamePublic}
          defaultChecked={values.isNamePublic}
          value="yes"
        />
      </div>
      <CheckboxField
        name="wantsNews"
        label={texts.wantsNews}
        hint={texts.wantsNewsHint}
        defaultChecked={values.wantsNews}
        value="yes"
      />
      <div className="sr-only" aria-hidden>
        <label htmlFor={trapField}>{texts.trap}</label>
        <input id={trapField} name={trapField} tabIndex={-1} autoComplete="off" />
      </div>
      {children}
      <div className="space-y-3">
        <Button>{texts.send}</Button>
        {challenge ? <ProofOfWork challenge={challenge} texts={texts.proof} /> : null}
      </div>
    </form>
  );
}
