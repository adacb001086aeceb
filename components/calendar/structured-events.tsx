import type { Event } from "schema-dts";
import { StructuredData } from "@/components/ui/structured-data";
import type { CalendarEvent } from "@/lib/calendar/schema";
import type { Entry } from "@/lib/content/mdx";

type Props = { events: readonly Entry<CalendarEvent>[]; page: string };

/** Only what a source confirms: whoever reads this cannot tell an announcement from a fact. */
export function StructuredEvents({ events, page }: Props) {
  return events.flatMap((event) => {
    const data = structuredEvent(event, page);
    return data
      ? [<StructuredData key={event.slug} data={{ "@context": "https://schema.org", ...data }} />]
      : [];
  });
}

/** Null for a series, and for what was only announced. `page` is the address of the list. */
function structuredEvent(
  { slug, title, place, when, isConfirmed, start, locale }: Entry<CalendarEvent>,
  page: string,
): Exclude<Event, string> | null {
  if (typeof when !== "string" || !isConfirmed) return null;
  return {
    "@type": "Event",
    name: title,
    startDate: start?.at ?? when,
    url: `${page}#${slug}`,
    inLanguage: locale,
    ...(place && { location: { "@type": "Place", name: place, address: place } }),
  };
}
