import { IsoDate } from "@/components/ui/iso-date";
import type { NewsItem } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const furtherPart = "whitespace-nowrap before:mx-2 before:content-['·'_/_'']";

/** When and where what a news item reports happened, and when this site wrote it, where that was later. */
export function Dateline({ item, locale }: { item: NewsItem; locale: Locale }) {
  const { date, place, summaryWritten } = item;
  return (
    <>
      <IsoDate date={date} locale={locale} />
      {place ? <span className={furtherPart}>{place}</span> : null}
      {summaryWritten ? (
        <span className={furtherPart}>{translator(locale, "news")("summaryWritten", { year: summaryWritten.slice(0, 4) })}</span>
      ) : null}
    </>
  );
}
