import { IsoDate } from "@/components/ui/iso-date";
import type { Occasion } from "@/lib/calendar/occasions";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

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
