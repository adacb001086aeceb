import { IsoDate } from "@/components/ui/iso-date";
import type { NewsItem } from "@/lib/content/schema";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Parts stay whole, and lines break between them. */
const part = "me-5 inline-block last:me-0";
/** With a dot before it, which is cut off where the part begins a line. */
const furtherPart = `${part} relative before:absolute before:-start-3.5 before:content-['·'_/_'']`;

/** When and where the news happened, and when this site wrote of it, if that was later. */
export function Dateline({ item, locale }: { item: NewsItem; locale: Locale }) {
  const { date, place, summaryWritten } = item;
  return (
    <span className="block overflow-x-clip">
      <span className={part}>
        <IsoDate date={date} locale={locale} />
      </span>{" "}
      {place ? <span className={furtherPart}>{place}</span> : null}{" "}
      {summaryWritten ? (
        <span className={furtherPart}>
          {translator(locale, "news")("summaryWritten", { year: summaryWritten.slice(0, 4) })}
        </span>
      ) : null}
    </span>
  );
}
