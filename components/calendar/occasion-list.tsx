import { IsoDate } from "@/components/ui/iso-date";
import type { Occasion } from "@/lib/calendar/occasions";
import type { Locale } from "@/lib/i18n/locales";

/** Dates of events, one a row. */
export function OccasionList({ occasions, locale }: { occasions: Occasion[]; locale: Locale }) {
  return (
    <ul className="max-w-3xl divide-y divide-line-soft border-y border-line-soft">
      {occasions.map(({ event, date }) => (
        <li key={date + event.title} className="grid gap-x-8 py-4 sm:grid-cols-[16rem_1fr]">
          <span className="font-bold">
            <IsoDate date={date} locale={locale} withWeekday />
          </span>
          <span>
            {event.title}
            {event.place && !event.title.includes(event.place) ? <span className="block text-ink-soft">{event.place}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
