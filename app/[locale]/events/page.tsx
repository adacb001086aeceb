import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { OccasionList } from "@/components/calendar/occasion-list";
import { PageHeader } from "@/components/ui/page-header";
import { dayNotOverYet } from "@/lib/calendar/dates";
import { arrangeOccasions } from "@/lib/calendar/occasions";
import { listCalendarEvents } from "@/lib/calendar/queries";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "events");
  return pageMetadata(locale, "/events", { title: t("title"), description: t("lead") });
}

export default async function EventsPage() {
  const locale = await currentLocale();
  const t = translator(locale, "events");
  const events = await listCalendarEvents(locale);
  const { upcoming, passed } = arrangeOccasions(events, dayNotOverYet(new Date()));
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <section>
        <h2 className="mb-4">{t("next")}</h2>
        {upcoming.length ? <OccasionList occasions={upcoming} locale={locale} /> : <p>{t("nothingNext")}</p>}
      </section>
      <section className="mt-12">
        <h2>{t("about")}</h2>
        {events.map(({ slug, title, Body, locale: language }) => (
          <div key={slug} className="prose mt-6" lang={language}>
            <h3>{title}</h3>
            <Body />
          </div>
        ))}
      </section>
      <section className="mt-12">
        <h2>{t("archive")}</h2>
        <p className="mt-2 mb-4 max-w-[65ch] text-ink-soft">{t("archiveLead")}</p>
        <OccasionList occasions={passed} locale={locale} />
      </section>
    </>
  );
}
