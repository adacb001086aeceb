import type { FormTexts } from "@/components/applications/form-texts";
import type { FormFields } from "@/components/applications/use-form-fields";
import { TextField } from "@/components/ui/field";

type Props = {
  fields: FormFields;
  texts: FormTexts;
  /** The address was confirmed and stays. */
  withoutEmail?: boolean;
};

export function ContactFields({ fields, texts: { t }, withoutEmail = false }: Props) {
  return (
    <>
      <TextField {...fields.text("contactName")} label={t("contact.name")} autoComplete="name" />
      <TextField
        {...fields.text("contactRole")}
        label={t("contact.role")}
        hint={t("contact.roleHint")}
        autoComplete="organization-title"
      />
      <TextField {...fields.text("contactDepartment")} label={t("contact.department")} />
      {withoutEmail ? null : (
        <>
          <TextField
            {...fields.text("contactEmail")}
            label={t("contact.email")}
            hint={t("contact.emailHint")}
            type="email"
            autoComplete="email"
            spellCheck={false}
            dir="ltr"
          />
          <fieldset className="space-y-6 border-s-4 border-line-soft ps-4">
            <legend className="font-bold">{t("contact.second")}</legend>
            <p className="text-ink-soft">{t("contact.secondHint")}</p>
            <TextField {...fields.text("second-name")} label={t("contact.secondName")} />
            <TextField {...fields.text("second-role")} label={t("contact.secondRole")} />
            <TextField
              {...fields.text("second-email")}
              label={t("contact.secondEmail")}
              type="email"
              spellCheck={false}
              dir="ltr"
            />
          </fieldset>
        </>
      )}
    </>
  );
}
