"use client";

import { useActionState } from "react";
import { saveContacts } from "@/app/[locale]/membership/[token]/actions";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { CheckboxField, SelectField, TextField } from "@/components/ui/field";
import type messages from "@/content/en/messages.json";
import { fieldName, type ContactRow, type ContactsFormState } from "@/lib/members/contact-rows";

type Texts = (typeof messages)["memberContacts"] & { save: string };
type Choice = { value: string; label: string };

type Props = {
  locale: string;
  token: string;
  texts: Texts;
  /** In which the site can write to a contact. */
  languages: readonly Choice[];
  initial: ContactsFormState;
};

/** All contacts of the city on one page. A plain post: the page has no scripts. */
export function ContactsForm({ locale, token, texts, languages, initial }: Props) {
  const [state, save] = useActionState(saveContacts, initial);
  const errors = Object.fromEntries(
    Object.entries(state.fieldErrors).map(([name, key]) => [name, texts.errors[key]]),
  );
  return (
    <form action={save} noValidate className="max-w-3xl">
      <ErrorSummary
        title={texts.errors.summaryTitle}
        errors={errors}
        formError={state.formError && texts.errors[state.formError]}
      />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
      <div key={state.attempt} className="space-y-10">
        {state.rows.map((row, index) => (
          <ContactFieldset
            key={index}
            row={row}
            index={index}
            errors={errors}
            texts={texts}
            languages={languages}
          />
        ))}
      </div>
      <Button className="mt-8">{texts.save}</Button>
    </form>
  );
}

type FieldsetProps = Pick<Props, "texts" | "languages"> & {
  row: ContactRow;
  index: number;
  errors: Readonly<Record<string, string>>;
};

function ContactFieldset({ row, index, errors, texts, languages }: FieldsetProps) {
  const field = (part: "name" | "role" | "email" | "kind" | "locale") => {
    const name = fieldName(index, part);
    return { name, label: texts[part], error: errors[name], defaultValue: row[part] };
  };
  return (
    <fieldset className="space-y-5">
      <legend className="mb-3 text-xl font-bold">
        {row.id ? <bdi>{row.name}</bdi> : texts.add}
      </legend>
      {row.id ? null : <p className="max-w-text">{texts.addHint}</p>}
      <input type="hidden" name={fieldName(index, "id")} value={row.id} />
      <input type="hidden" name={fieldName(index, "version")} value={row.version} />
      <TextField {...field("name")} autoComplete="off" />
      <TextField {...field("role")} hint={texts.roleHint} autoComplete="off" />
      <TextField {...field("email")} type="email" autoComplete="off" spellCheck={false} />
      <SelectField {...field("kind")}>
        {(Object.keys(texts.kinds) as (keyof Texts["kinds"])[]).map((kind) => (
          <option key={kind} value={kind}>
            {texts.kinds[kind]}
          </option>
        ))}
      </SelectField>
      {languages.length > 1 ? (
        <SelectField {...field("locale")}>
          {languages.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      ) : (
        <input type="hidden" name={fieldName(index, "locale")} value={row.locale} />
      )}
      {row.id ? (
        <CheckboxField
          name={fieldName(index, "isRemoved")}
          value="yes"
          label={texts.remove}
          defaultChecked={row.isRemoved}
        />
      ) : null}
    </fieldset>
  );
}
