import { IsoDate } from "@/components/ui/iso-date";
import type { PageContent } from "@/lib/cities/page-content";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Props = { locale: Locale; city: string; summary: NonNullable<PageContent["summary"]> };

/** What the city or the coalition says of it in a few sentences, and since when. */
export function CitySummary({ locale, city, summary: { text, by, date } }: Props) {
  const t = translator(locale, "cityPage");
  const values = {
    reporter: translator(locale, "actions.reporters")(by, { city }),
    when: () => <IsoDate date={date} locale={locale} />,
  };
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">{t("summaryTitle", { city })}</h2>
      <p className="mt-3 max-w-text whitespace-pre-line" dir="auto">
        {text}
      </p>
      <p className="mt-2 text-ink-soft">{t.rich("summaryReported", values)}</p>
    </section>
  );
}
