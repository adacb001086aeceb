import type { Metadata } from "next";
import type { ReactNode } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { CalendarLinks } from "@/components/calendar/calendar-links";
import { OccasionList } from "@/components/calendar/occasion-list";
import { StructuredEvents } from "@/components/calendar/structured-events";
import { Corrections } from "@/components/content/corrections";
import { Prose } from "@/components/content/prose";
import { PageHeader } from "@/components/ui/page-header";
import { dayNotOverYet } from "@/lib/calendar/dates";
import { arrangeOccasions, type Occasion } from "@/lib/calendar/occasions";
import type { CalendarEvent } from "@/lib/calendar/schema";
import type { Entry } from "@/lib/content/mdx";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { languageOf, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { listCalendarEvents } from "@/lib/publications/queries";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "events");
  return pageMetadata(locale, "/events", { title: t("title"), description: t("lead") });
}

export default async function EventsPage() {
  const locale = await currentLocale();
  const t = translator(locale, "events");
  const events = await listCalendarEvents(locale);
  const { upcoming, tookPlace, unknown } = arrangeOccasions(events, dayNotOverYet(new Date()));
  return (
    <>
      <StructuredEvents events={events} page={siteUrl() + href(locale, "/events")} />
      <PageHeader title={t("title")} lead={t("lead")} />
      <CalendarLinks locale={locale} />
      <Section id="next" title={t("next")} occasions={upcoming} locale={locale} isUpcoming>
        {upcoming.length ? null : <p>{t("nothingNext")}</p>}
      </Section>
      {unknown.length ? (
        <Section id="unknown" title={t("unknown")} occasions={unknown} locale={locale}>
          <p className="mb-4 max-w-text text-ink-soft">{t("unknownLead")}</p>
        </Section>
      ) : null}
      <Section id="archive" title={t("archive")} occasions={tookPlace} locale={locale}>
        <p className="mb-4 max-w-text text-ink-soft">{t("archiveLead")}</p>
      </Section>
    </>
  );
}

type SectionProps = {
  id: string;
  title: string;
  occasions: Occasion<Entry<CalendarEvent>>[];
  locale: Locale;
  children: ReactNode;
  isUpcoming?: boolean;
};

function Section({ id, title, occasions, locale, children, isUpcoming = false }: SectionProps) {
  return (
    <section aria-labelledby={id} className="mt-14 first-of-type:mt-0">
      <h2 id={id} className="mb-3">
        {title}
      </h2>
      {children}
      {occasions.length ? <OccasionList occasions={occasions} locale={locale} /> : null}
      {occasions.map(({ event }) => (
        <div key={event.slug} className="mt-8">
          <h3 id={event.slug} {...languageOf(event.locale, locale)} className="mb-2">
            {event.title}
          </h3>
          <Prose locale={locale} entry={event} />
          <Corrections locale={locale} entry={event} />
          {isUpcoming ? (
            <p className="mt-3 print:hidden">
              <a href={href(locale, `/events/${event.slug}.ics`)} download>
                {translator(locale, "eventCalendar").rich("add", {
                  event: () => <bdi>{event.title}</bdi>,
                })}
              </a>
            </p>
          ) : null}
        </div>
      ))}
    </section>
  );
}
