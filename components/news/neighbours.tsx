import type { ReactNode } from "react";
import { IsoDate } from "@/components/ui/iso-date";
import type { Entry } from "@/lib/content/mdx";
import type { NewsItem } from "@/lib/content/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type Neighbour = {
  item: Entry<NewsItem> | null;
  label: (date: ReactNode) => ReactNode;
  rel: "prev" | "next";
};

export function Neighbours({
  label,
  neighbours,
  locale,
}: {
  label: string;
  neighbours: [older: Neighbour, newer: Neighbour];
  locale: Locale;
}) {
  return (
    <nav
      aria-label={label}
      className="mt-14 grid gap-6 border-t border-line-soft pt-6 sm:grid-cols-2 print:hidden"
    >
      {neighbours.map(({ item, label: direction, rel }) =>
        item ? (
          <a
            key={rel}
            href={href(locale, `/news/${item.slug}`)}
            rel={rel}
            className={`block py-1 no-underline hover:underline ${rel === "next" ? "sm:col-start-2 sm:text-end" : ""}`}
          >
            <span className="block text-ink-soft">
              {direction(<IsoDate date={item.date} locale={locale} />)}
            </span>
            <span className="font-bold">{item.title}</span>
          </a>
        ) : null,
      )}
    </nav>
  );
}
