import type { FormTexts } from "@/components/applications/form-texts";
import type { FormFields } from "@/components/applications/use-form-fields";
import { CheckboxField, controlClass, FieldError, Hint, TextField } from "@/components/ui/field";

/**
 * Who decided and when, who signs, and where it can be read. None of it says `autocomplete="off"`:
 * Chromium does not bring such fields back when one goes back to them.
 */
export function MandateFields({ fields, texts }: { fields: FormFields; texts: FormTexts }) {
  const { t } = texts;
  return (
    <>
      <TextField
        {...fields.text("mandateBody")}
        label={t("mandate.body")}
        hint={t("mandate.bodyHint")}
      />
      <DateField fields={fields} texts={texts} />
      <TextField {...fields.text("mandateAuthorityName")} label={t("mandate.authorityName")} />
      <TextField
        {...fields.text("mandateAuthorityTitle")}
        label={t("mandate.authorityTitle")}
        hint={t("mandate.authorityTitleHint")}
      />
      <div>
        <TextField
          {...fields.text("mandateUrl-address")}
          label={t("mandate.url")}
          hint={t("mandate.urlHint")}
          inputMode="url"
          spellCheck={false}
          dir="ltr"
        />
        <CheckboxField {...fields.checkbox("mandateUrl-follows")} label={t("mandate.follows")} />
      </div>
      <CheckboxField
        {...fields.checkbox("isDecisionPublic")}
        label={t("mandate.isPublic")}
        hint={t("mandate.isPublicHint")}
      />
    </>
  );
}

const parts = [
  { field: "mandateDate-day", label: "mandate.day", width: "w-16!" },
  { field: "mandateDate-month", label: "mandate.month", width: "w-16!" },
  { field: "mandateDate-year", label: "mandate.year", width: "w-24!" },
] as const;

/**
 * Three fields to type in: quicker than a calendar for a day long known, and the same without
 * scripts.
 */
function DateField({ fields, texts: { t } }: { fields: FormFields; texts: FormTexts }) {
  const controls = parts.map(({ field, label, width }) => ({
    ...fields.text(field),
    label: t(label),
    width,
  }));
  const error = controls.find((control) => control.error)?.error;
  const name = "mandateDate";
  return (
    <fieldset
      className={error ? "border-s-4 border-danger ps-4" : undefined}
      aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`}
    >
      <legend className="font-bold">{t("mandate.date")}</legend>
      <Hint name={name}>{t("mandate.dateHint")}</Hint>
      <FieldError name={name}>{error}</FieldError>
      <div className="mt-1 flex flex-wrap gap-4">
        {controls.map(({ error: ownError, label, width, ...input }) => (
          <div key={input.name}>
            <label htmlFor={input.name}>{label}</label>
            <input
              {...input}
              id={input.name}
              inputMode="numeric"
              aria-invalid={ownError ? true : undefined}
              className={`${controlClass} ${width}`}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
