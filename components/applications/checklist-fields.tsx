import type { FormTexts } from "@/components/applications/form-texts";
import type { FormFields } from "@/components/applications/use-form-fields";
import { RadioGroup, TextAreaField, TextField } from "@/components/ui/field";
import { checklistAreas } from "@/lib/applications/fields";
import type { ChecklistArea } from "@/prisma/generated/enums";

const colours: Record<ChecklistArea, string> = {
  institutional: "border-line",
  process: "border-line",
  principle_1: "border-principle-1",
  principle_2: "border-principle-2",
  principle_3: "border-principle-3",
  principle_4: "border-principle-4",
  principle_5: "border-principle-5",
};

/**
 * One action for each area, all on one page: whoever collects them from colleagues sees at once
 * what is still missing.
 */
export function ChecklistFields({
  fields,
  texts: { t, tArea },
}: {
  fields: FormFields;
  texts: FormTexts;
}) {
  return checklistAreas.map((area) => (
    <fieldset key={area} className={`border-t-4 pt-4 ${colours[area]}`}>
      <legend className="float-start mb-2 w-full text-xl/tight font-bold">{tArea(area)}</legend>
      <div className="clear-both space-y-4">
        <details>
          <summary className="cursor-pointer py-1 text-accent underline underline-offset-4">
            {t("checklist.examples")}
          </summary>
          <p className="max-w-xl border-s-4 border-line-soft ps-4 text-ink-soft">
            {t(`checklist.examplesOf.${area}`)}
          </p>
        </details>
        <RadioGroup
          {...fields.text(`${area}-status`)}
          label={t("checklist.status")}
          choices={[
            { value: "in_place", label: t("checklist.in_place") },
            { value: "planned", label: t("checklist.planned") },
          ]}
        />
        <TextAreaField
          {...fields.text(`${area}-description`)}
          label={t("checklist.action")}
          rows={2}
        />
        <TextField
          {...fields.text(`${area}-url`)}
          label={t("checklist.url")}
          inputMode="url"
          spellCheck={false}
          dir="ltr"
        />
      </div>
    </fieldset>
  ));
}
