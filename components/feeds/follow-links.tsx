import { feedAddress, feedFormats, type FeedName } from "@/lib/feeds/feeds";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** The same in every language. */
export const formatNames = { atom: "Atom", rss: "RSS", json: "JSON Feed" } as const;

export function FollowLinks({ locale, feed }: { locale: Locale; feed: FeedName }) {
  const t = translator(locale, "feeds");
  return (
    <div className="my-6 flex flex-wrap gap-x-4 text-ink-soft print:hidden">
      <p id="by-feed" className="py-1">
        {t(`byFeed.${feed}`)}
      </p>
      <ul aria-labelledby="by-feed" className="flex flex-wrap gap-x-4">
        {feedFormats.map((format) => (
          <li key={format}>
            <a href={feedAddress(locale, feed, format)} className="inline-block py-1">
              {formatNames[format]}
            </a>
          </li>
        ))}
        <li>
          <a href={href(locale, "/follow")} className="inline-block py-1">
            {t("whatIsAFeed")}
          </a>
        </li>
      </ul>
    </div>
  );
}
