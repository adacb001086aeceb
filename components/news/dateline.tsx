import { IsoDate } from "@/components/ui/iso-date";
import type { NewsItem } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";

/** When a news item is from, and where. */
export function Dateline({ item, locale }: { item: NewsItem; locale: Locale }) {
  return (
    <>
      <IsoDate date={item.date} locale={locale} />
      {item.place ? <span className="whitespace-nowrap before:mx-2 before:content-['·'_/_'']">{item.place}</span> : null}
    </>
  );
}
