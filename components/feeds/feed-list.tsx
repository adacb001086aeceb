import { formatNames } from "@/components/feeds/follow-links";
import { feedAddress, feedFormats, feedNames } from "@/lib/feeds/feeds";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export function FeedList({ locale }: { locale: Locale }) {
  const t = translator(locale, "feeds");
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {feedNames.map((name) => (
        <li key={name} className="py-3">
          <h3 id={`feed-${name}`} className="text-base/snug">
            {t(`${name}.name`)}
          </h3>
          <p>{t(`${name}.description`)}</p>
          <ul aria-labelledby={`feed-${name}`} className="flex flex-wrap gap-x-5">
            {feedFormats.map((format) => (
              <li key={format}>
                <a href={feedAddress(locale, name, format)} className="inline-block py-1">
                  {formatNames[format]}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
