import type { ReactNode } from "react";
import type { Entry } from "@/lib/content/mdx";
import type { CityStatements as Statements } from "@/lib/content/schema";
import { href } from "@/lib/i18n/href";
import { languageOf, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** What people of a city said, in this site's words. */
export function CityStatements({
  locale,
  city,
  entry,
}: {
  locale: Locale;
  city: string;
  entry: Entry<Statements>;
}) {
  const t = translator(locale, "cityPage");
  const news = (chunks: ReactNode) => <a href={href(locale, `/news/${entry.source}`)}>{chunks}</a>;
  const values = {
    city,
    date: new Date(entry.date),
    written: entry.summaryWritten.slice(0, 4),
    news,
  };
  return (
    <section aria-labelledby="said">
      <h2 id="said">{t("statementsTitle", { city })}</h2>
      <p className="mt-2 max-w-text text-ink-soft">{t.rich("statementsSource", values)}</p>
      <ul className="mt-6 max-w-text space-y-6" {...languageOf(entry.locale, locale)}>
        {entry.statements.map(({ person, office, text }) => (
          <li key={person} className="flex flex-col border-s-4 border-accent ps-5">
            <p className="text-xl/snug text-pretty">{text}</p>
            <p className="mt-2 text-base">
              <bdi className="font-bold">{person}</bdi>
              <span className="block text-ink-soft">{office}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
