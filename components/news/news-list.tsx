import { Dateline } from "@/components/news/dateline";
import type { Entry } from "@/lib/content/mdx";
import type { NewsItem } from "@/lib/content/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

/** News with their date, place and lead. `heading` is the level that fits where the list stands. */
export function NewsList({
  news,
  locale,
  heading: Heading = "h2",
}: {
  news: Entry<NewsItem>[];
  locale: Locale;
  heading?: "h2" | "h3";
}) {
  return (
    <ul className="divide-y divide-line-soft border-y border-line-soft">
      {news.map((item) => (
        <li
          key={item.slug}
          className="grid gap-x-8 gap-y-1 py-6 md:grid-cols-[15.5rem_minmax(0,1fr)]"
        >
          <div className="max-w-text md:order-2">
            <Heading className="text-xl sm:text-2xl">
              <a
                href={href(locale, `/news/${item.slug}`)}
                className="text-ink decoration-line hover:text-accent-deep"
              >
                {item.title}
              </a>
            </Heading>
            <p className="mt-2">{item.description}</p>
          </div>
          <p className="text-ink-soft md:pt-1">
            <Dateline item={item} locale={locale} />
          </p>
        </li>
      ))}
    </ul>
  );
}
