import { IsoDate } from "@/components/ui/iso-date";
import type { Occasion } from "@/lib/calendar/occasions";
import type { CalendarEvent } from "@/lib/calendar/schema";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator } from "@/lib/i18n/translator";

/** Dates of events, one a row, each with what vouches for it where no source confirms it. */
export function OccasionList({ occasions, locale }: { occasions: Occasion[]; locale: Locale }) {
  const t = translator(locale, "events");
  return (
    <ul className="max-w-3xl divide-y divide-line-soft border-y border-line-soft">
      {occasions.map(({ event, date, certainty }) => (
        <li key={date + event.title} className="grid gap-x-8 py-4 sm:grid-cols-[16rem_1fr]">
          <span>
            <strong>
              <IsoDate date={date} locale={locale} withWeekday />
            </strong>
            {event.start ? <StartTime locale={locale} start={event.start} /> : null}
            {certainty === "confirmed" ? null : (
              <span className="block text-ink-soft">{t(certainty)}</span>
            )}
          </span>
          <span>
            {event.title}
            {event.place ? <span className="block text-ink-soft">{event.place}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The time on the clocks of the place, with their zone: `14:00 CET`. */
function StartTime({
  locale,
  start,
}: {
  locale: Locale;
  start: NonNullable<CalendarEvent["start"]>;
}) {
  const { at, timeZone } = start;
  const clock = { hour: "2-digit", minute: "2-digit", timeZone, timeZoneName: "short" } as const;
  return (
    <time dateTime={at} className="block">
      {formatter(locale).dateTime(new Date(at), clock)}
    </time>
  );
}
