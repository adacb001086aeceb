import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { ActionFilterForm } from "@/components/actions/action-filter-form";
import { ActionList } from "@/components/actions/action-list";
import { CoverageTable } from "@/components/actions/coverage-table";
import { FollowLinks } from "@/components/feeds/follow-links";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { choicesIn, type ActionChoice } from "@/lib/actions/choices";
import { coverageOf } from "@/lib/actions/coverage";
import { facetsOf } from "@/lib/actions/facets";
import { filterPath } from "@/lib/actions/filter-path";
import { listActions } from "@/lib/actions/queries";
import { actionFilterSchema, fitsFilter, type CityAction } from "@/lib/actions/schema";
import { findMovedSlug } from "@/lib/cities/moved-city";
import { countSignatories } from "@/lib/cities/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { enumerate, translator } from "@/lib/i18n/translator";

const actionsOnAPage = 30;

/** The page and its metadata ask for the same. */
const listActionsOnce = cache((locale: Locale) => listActions(locale));

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "actions");
  const { page, ...filter } = actionFilterSchema.parse(await searchParams);
  const words = enumerate(locale, [
    ...choicesIn(locale, filter, await listActionsOnce(locale)).map(({ name }) => name),
    page > 1 && translator(locale, "pagination")("number", { page }),
  ]);
  return pageMetadata(locale, "/actions", {
    title: words ? t("titleOfSearch", { filter: words }) : t("title"),
    description: t("description"),
    feeds: ["actions"],
  });
}

export default async function ActionsPage({ searchParams }: Props) {
  const locale = await currentLocale();
  const t = translator(locale, "actions");
  const { page: wantedPage, ...filter } = actionFilterSchema.parse(await searchParams);
  const movedTo = filter.city && (await findMovedSlug(filter.city));
  if (movedTo) permanentRedirect(href(locale, filterPath({ ...filter, city: movedTo })));
  const all = await listActionsOnce(locale);
  const found = all.filter(fitsFilter(filter));
  const choices = choicesIn(locale, filter, all);
  const isFiltered = choices.length > 0;
  const pages = Math.max(1, Math.ceil(found.length / actionsOnAPage));
  const page = Math.min(wantedPage, pages);
  const cities = new Set(all.map(({ city }) => city.cityId)).size;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { count: all.length, cities })} />
      {isFiltered || page > 1 ? null : (
        <Coverage locale={locale} actions={all} members={await countSignatories()} />
      )}
      <ActionFilterForm locale={locale} filter={filter} facets={facetsOf(all, filter)} />
      <div className="mt-10 mb-6 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <h2>{t(isFiltered ? "found" : "all", { count: found.length })}</h2>
        {isFiltered ? (
          <a href={href(locale, "/actions")} className="py-1">
            {t("showAll")}
          </a>
        ) : null}
      </div>
      <ActionList
        locale={locale}
        actions={found.slice((page - 1) * actionsOnAPage, page * actionsOnAPage)}
      />
      {found.length === 0 ? <NothingFound locale={locale} choices={choices} /> : null}
      <Pagination
        locale={locale}
        address={href(locale, "/actions")}
        filter={filter}
        page={page}
        pages={pages}
      />
      <FollowLinks locale={locale} feed="actions" />
      <TellUs locale={locale} />
    </>
  );
}

function Coverage({
  locale,
  actions,
  members,
}: {
  locale: Locale;
  actions: readonly CityAction[];
  members: number;
}) {
  const t = translator(locale, "actions");
  return (
    <section aria-labelledby="coverage" className="mb-14">
      <h2 id="coverage">{t("coverageTitle")}</h2>
      <p className="mt-2 mb-5 max-w-text">{t("coverageLead", { members })}</p>
      <CoverageTable locale={locale} coverage={coverageOf(actions)} members={members} />
      <p className="mt-3 max-w-text text-ink-soft">{t("coverageNote")}</p>
    </section>
  );
}

function NothingFound({ locale, choices }: { locale: Locale; choices: ActionChoice[] }) {
  const t = translator(locale, "actions");
  const better = choices.filter(({ actions }) => actions > 0);
  return (
    <>
      <p className="max-w-text">{t("none")}</p>
      {better.length > 0 ? <p className="mt-3">{t("fewerChoices")}</p> : null}
      <ul>
        {better.map(({ name, others, actions }) => (
          <li key={name}>
            <a href={href(locale, filterPath(others))} className="inline-block py-1">
              {t("without", { name, count: actions })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function TellUs({ locale }: { locale: Locale }) {
  const t = translator(locale, "actions");
  const link = (chunks: ReactNode) => <a href={href(locale, "/contact")}>{chunks}</a>;
  return (
    <section
      aria-labelledby="tell"
      className="mt-16 max-w-4xl rounded-md border-2 border-ink p-6 print:hidden"
    >
      <h2 id="tell">{t("tellTitle")}</h2>
      <p className="mt-2">{t.rich("tell", { link })}</p>
    </section>
  );
}
