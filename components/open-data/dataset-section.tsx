import { DataFile } from "@/components/open-data/data-file";
import { defaultLocale, languageOf, type Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";
import type { Field } from "@/lib/open-data/json-schema";
import type { DatasetOverview } from "@/lib/open-data/overview";

type Props = { locale: Locale; dataset: DatasetOverview };

export function DatasetSection({ locale, dataset }: Props) {
  const t = translator(locale, "openData");
  const title = t(`datasets.${dataset.name}.title`);
  return (
    <section aria-labelledby={dataset.name} className="mt-10 first:mt-0">
      <h2 id={dataset.name}>{title}</h2>
      <p className="mt-2">
        {t(`datasets.${dataset.name}.description`)} {t("rows", { count: dataset.rows })}
      </p>
      <ul aria-label={t("filesOf", { dataset: title })} className="mt-2">
        {dataset.files.map(({ name, ending, bytes }) => (
          <li key={name}>
            <DataFile file={name}>{name}</DataFile>{" "}
            {t("file", { format: t(`endings.${keyOf(ending)}`), size: sizeOf(locale, bytes) })}
          </li>
        ))}
      </ul>
      <FieldList
        locale={locale}
        title={t("fieldsOf", { dataset: title })}
        fields={dataset.fields}
      />
    </section>
  );
}

/** A key of messages has no dot. */
const keyOf = (ending: string) => ending.replace(".json", "") as "json";

const sizeOf = (locale: Locale, bytes: number): string =>
  formatter(locale).number(Math.ceil(bytes / 1000), {
    style: "unit",
    unit: "kilobyte",
  });

function FieldList({ locale, title, fields }: { locale: Locale; title: string; fields: Field[] }) {
  const t = translator(locale, "openData");
  return (
    <details className="mt-2">
      <summary className="cursor-pointer py-1.5 font-bold">{title}</summary>
      <dl className="mt-2 grid gap-x-6 sm:grid-cols-[minmax(12rem,1fr)_3fr]">
        {fields.map(({ name, description, type, format, isNullable }) => (
          <div
            key={name}
            className="col-span-full grid grid-cols-subgrid border-t border-line-soft py-2"
          >
            <dt>
              <code dir="ltr">{name}</code>
              <span className="block text-sm text-ink-soft">
                {isNullable ? t("mayBeEmpty", { type: format ?? type }) : (format ?? type)}
              </span>
            </dt>
            <dd {...languageOf(defaultLocale, locale)}>{description}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
