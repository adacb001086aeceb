import { ButtonLink } from "@/components/ui/button";
import { SummaryList } from "@/components/ui/summary-list";
import type { ApplicationSummary as Summary } from "@/lib/applications/summary";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = {
  locale: Locale;
  summary: Summary;
  /** Null where the language has none. */ pdfHref: string | null;
};

/** What was submitted, as it stands now, to read and to keep. */
export function ApplicationSummary({ locale, summary, pdfHref }: Props) {
  const t = translator(locale, "status.summary");
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">{t("title")}</h2>
      {pdfHref ? (
        <p className="mt-3 print:hidden">
          <ButtonLink href={pdfHref} variant="secondary" type="application/pdf">
            {t("pdf")}
          </ButtonLink>
        </p>
      ) : null}
      {summary.map(({ title, answers }) => (
        <section key={title} className="mt-6">
          <h3>{title}</h3>
          <div className="mt-2 wrap-anywhere">
            <SummaryList
              rows={answers.map(({ name, value }) => ({ key: name, value: <bdi>{value}</bdi> }))}
            />
          </div>
        </section>
      ))}
    </section>
  );
}
