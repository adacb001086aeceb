import type { Metadata } from "next";
import { cache } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { DecisionList } from "@/components/applications/decision-list";
import { FollowLinks } from "@/components/feeds/follow-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { decisionFilterSchema } from "@/lib/applications/decision-log/decision-filter";
import { listPublishedDecisions } from "@/lib/applications/decision-log/queries";
import { selectDecisions } from "@/lib/applications/decision-log/decision-pages";
import { countAnnouncedSignatories } from "@/lib/cities/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { enumerate, formatter, translator } from "@/lib/i18n/translator";

/** The page and its metadata ask for the same. */
const readLog = cache(listPublishedDecisions);

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "decisions");
  const { page, ...filter } = decisionFilterSchema.parse(await searchParams);
  const { decisions } = selectDecisions(await readLog(), filter, page);
  const part = enumerate(locale, [
    filter.city && decisions[0]?.city.name,
    filter.year && String(filter.year),
    page > 1 && translator(locale, "pagination")("number", { page }),
  ]);
  return pageMetadata(locale, "/decisions", {
    title: part ? t("titleOfPart", { part }) : t("title"),
    description: t("description"),
    feeds: ["decisions"],
  });
}

export default async function DecisionsPage({ searchParams }: Props) {
  const locale = await currentLocale();
  const t = translator(locale, "decisions");
  const { page, ...filter } = decisionFilterSchema.parse(await searchParams);
  const { decisions, total, pages, years } = selectDecisions(await readLog(), filter, page);
  const isPart = filter.year !== undefined || filter.city !== undefined;
  const address = href(locale, "/decisions");
  const name = filter.city && decisions[0]?.city.name;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {years.length > 1 ? <Years locale={locale} years={years} chosen={filter.year} /> : null}
      <div className="mt-8 mb-5 flex max-w-4xl flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <h2>
          {name
            ? t("foundOfCity", { name, count: total })
            : filter.year
              ? t("foundOfYear", { year: String(filter.year), count: total })
              : t("found", { count: total })}
        </h2>
        {isPart ? (
          <a href={address} className="py-1">
            {t("showAll")}
          </a>
        ) : null}
      </div>
      {decisions.length > 0 ? <DecisionList locale={locale} decisions={decisions} /> : null}
      <div className="max-w-4xl">
        <Pagination locale={locale} address={address} filter={filter} page={page} pages={pages} />
      </div>
      <FollowLinks locale={locale} feed="decisions" />
      <Reading locale={locale} announced={await countAnnouncedSignatories()} />
    </>
  );
}

function Years({
  locale,
  years,
  chosen,
}: {
  locale: Locale;
  years: readonly { year: number; count: number }[];
  chosen: number | undefined;
}) {
  const t = translator(locale, "decisions");
  const { number } = formatter(locale);
  return (
    <nav aria-label={t("years")} className="print:hidden">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {years.map(({ year, count }) => (
          <li key={year}>
            <a
              href={`${href(locale, "/decisions")}?year=${year}`}
              aria-current={year === chosen ? "page" : undefined}
              className="inline-block py-1 aria-[current]:font-bold"
            >
              {t("yearOption", { year: String(year), count: number(count) })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const notes = ["append", "undecided", "declined", "days", "people"] as const;

function Reading({ locale, announced }: { locale: Locale; announced: number }) {
  const t = translator(locale, "decisions");
  return (
    <section aria-labelledby="reading" className="prose mt-16">
      <h2 id="reading">{t("readingTitle")}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{t(`notes.${note}`)}</li>
        ))}
        {announced > 0 ? (
          <li>
            {t.rich("notes.announced", {
              count: announced,
              link: (chunks) => <a href={href(locale, "/cities")}>{chunks}</a>,
            })}
          </li>
        ) : null}
      </ul>
      <p>
        {t.rich("seeAlso", {
          rules: (chunks) => <a href={href(locale, "/rules")}>{chunks}</a>,
          statistics: (chunks) => <a href={href(locale, "/statistics")}>{chunks}</a>,
        })}
      </p>
    </section>
  );
}
