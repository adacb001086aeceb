import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { OccasionList } from "@/components/calendar/occasion-list";
import { PageHeader } from "@/components/ui/page-header";
import { dayNotOverYet } from "@/lib/calendar/dates";
import { arrangeOccasions } from "@/lib/calendar/occasions";
import { listCalendarEvents } from "@/lib/calendar/queries";
import type { CalendarEvent } from "@/lib/calendar/schema";
import type { Entry } from "@/lib/content/mdx";
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
  const isToCome = (event: Entry<CalendarEvent>) => upcoming.some((occasion) => occasion.event === event);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <section aria-labelledby="next">
        <h2 id="next" className="mb-4">
          {t("next")}
        </h2>
        {upcoming.length ? <OccasionList occasions={upcoming} locale={locale} /> : <p>{t("nothingNext")}</p>}
        <Descriptions events={events.filter(isToCome)} />
      </section>
      <section aria-labelledby="archive" className="mt-14">
        <h2 id="archive">{t("archive")}</h2>
        <p className="mt-2 mb-4 max-w-text text-ink-soft">{t("archiveLead")}</p>
        <OccasionList occasions={passed} locale={locale} />
        <Descriptions events={events.filter((event) => !isToCome(event))} />
      </section>
    </>
  );
}

function Descriptions({ events }: { events: Entry<CalendarEvent>[] }) {
  return events.map(({ slug, title, Body, locale: language }) => (
    <div key={slug} lang={language} className="prose mt-8">
      <h3>{title}</h3>
      <Body />
    </div>
  ));
}
