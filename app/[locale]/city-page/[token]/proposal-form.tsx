"use client";

import { useActionState } from "react";
import { propose } from "@/app/[locale]/city-page/[token]/actions";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { CheckboxField, SelectField, TextAreaField, TextField } from "@/components/ui/field";
import type messages from "@/content/en/messages.json";
import {
  fieldName,
  type ActionRow,
  type ProposalFormState,
} from "@/lib/members/page/proposal-form-state";

type Texts = (typeof messages)["cityPageForm"];
type Choice = { value: string; label: string };

type Props = {
  locale: string;
  token: string;
  texts: Texts;
  areas: readonly Choice[];
  statuses: readonly Choice[];
  initial: ProposalFormState;
};

/** The whole page of the city. A plain post: the page has no scripts. */
export function ProposalForm({ locale, token, texts, areas, statuses, initial }: Props) {
  const [state, send] = useActionState(propose, initial);
  const errors = Object.fromEntries(
    Object.entries(state.fieldErrors).map(([name, key]) => [name, texts.errors[key]]),
  );
  return (
    <form action={send} noValidate className="max-w-3xl">
      <ErrorSummary
        title={texts.errors.summaryTitle}
        errors={errors}
        formError={state.formError && texts.errors[state.formError]}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <div key={state.attempt} className="space-y-10">
        <section aria-labelledby="facts" className="space-y-5">
          <h2 id="facts">{texts.facts}</h2>
          <TextField
            name="website"
            label={texts.website}
            error={errors.website}
            defaultValue={state.website}
            type="url"
            autoComplete="off"
          />
          <TextAreaField
            name="summary"
            label={texts.summary}
            hint={texts.summaryHint}
            error={errors.summary}
            defaultValue={state.summary}
            rows={6}
          />
        </section>
        <section aria-labelledby="actions" className="space-y-10">
          <h2 id="actions">{texts.actions}</h2>
          {state.rows.map((row, index) => (
            <ActionFieldset
              key={index}
              row={row}
              index={index}
              errors={errors}
              {...{ texts, areas, statuses }}
            />
          ))}
        </section>
      </div>
      <Button className="mt-8">{texts.send}</Button>
    </form>
  );
}

type FieldsetProps = Pick<Props, "texts" | "areas" | "statuses"> & {
  row: ActionRow;
  index: number;
  errors: Readonly<Record<string, string>>;
};

function ActionFieldset({ row, index, errors, texts, areas, statuses }: FieldsetProps) {
  const field = (part: "title" | "text" | "area" | "status" | "url", label: string) => {
    const name = fieldName(index, part);
    return { name, label, error: errors[name], defaultValue: row[part] };
  };
  const areaName = areas.find(({ value }) => value === row.area)?.label;
  return (
    <fieldset className="space-y-5">
      <legend className="mb-3 text-xl font-bold">
        {row.id ? <bdi>{row.title || areaName}</bdi> : texts.add}
      </legend>
      {row.id ? null : <p className="max-w-text">{texts.addHint}</p>}
      <input type="hidden" name={fieldName(index, "id")} value={row.id} />
      <input type="hidden" name={fieldName(index, "locale")} value={row.locale} />
      <SelectField {...field("status", texts.status)} hint={texts.statusHint}>
        <Options choices={statuses} />
      </SelectField>
      <TextField {...field("title", texts.actionTitle)} autoComplete="off" />
      <TextAreaField {...field("text", texts.text)} rows={4} />
      <SelectField {...field("area", texts.area)}>
        <Options choices={areas} />
      </SelectField>
      <TextField {...field("url", texts.url)} type="url" autoComplete="off" />
      {row.id ? (
        <CheckboxField
          name={fieldName(index, "isTakenOut")}
          value="yes"
          label={texts.takeOut}
          defaultChecked={row.isTakenOut}
        />
      ) : null}
    </fieldset>
  );
}

const Options = ({ choices }: { choices: readonly Choice[] }) =>
  choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
