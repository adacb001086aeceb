import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { EndorsedCitiesFilterForm } from "@/components/endorsements/endorsed-cities-filter-form";
import { EndorsedCityList } from "@/components/endorsements/endorsed-city-list";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import {
  endorsedCitiesFilterSchema,
  type EndorsedCitiesFilter,
} from "@/lib/endorsements/city-progress/endorsed-cities-filter";
import { listEndorsedAreas } from "@/lib/endorsements/city-progress/queries";
import { listMostEndorsedCities } from "@/lib/endorsements/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { enumerate, nameOfCountry, translator } from "@/lib/i18n/translator";

const citiesOnAPage = 50;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "endorsedCities");
  const { page, country, region } = endorsedCitiesFilterSchema.parse(await searchParams);
  const filter = enumerate(locale, [
    country && nameOfCountry(locale, country),
    country && region,
    page > 1 && translator(locale, "pagination")("number", { page }),
  ]);
  return pageMetadata(locale, "/asked", {
    title: filter ? t("titleOfSearch", { filter }) : t("title"),
    description: t("description"),
  });
}

export default async function EndorsedCitiesPage({ searchParams }: Props) {
  const locale = await currentLocale();
  const t = translator(locale, "endorsedCities");
  const { page, country, region } = endorsedCitiesFilterSchema.parse(await searchParams);
  // A region is a region of its country: of several countries it would mean nothing.
  const filter: EndorsedCitiesFilter = country ? { country, ...(region && { region }) } : {};
  const [areas, { cities, total }] = await Promise.all([
    listEndorsedAreas(country),
    listMostEndorsedCities({ ...filter, page, limit: citiesOnAPage }),
  ]);
  const heading = country ? t("found", { count: total }) : t("all", { count: total });
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {areas.countries.length > 0 ? (
        <EndorsedCitiesFilterForm locale={locale} filter={filter} {...areas} />
      ) : null}
      <div className="mt-10 mb-5 flex max-w-4xl flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <h2>{heading}</h2>
        {country ? (
          <a href={href(locale, "/asked")} className="py-1">
            {t("showAll")}
          </a>
        ) : null}
      </div>
      {cities.length > 0 ? (
        <EndorsedCityList locale={locale} caption={heading} cities={cities} />
      ) : (
        <p>{t("none")}</p>
      )}
      <div className="max-w-4xl">
        <Pagination
          locale={locale}
          address={href(locale, "/asked")}
          filter={filter}
          page={page}
          pages={Math.ceil(total / citiesOnAPage)}
        />
      </div>
      {cities.length > 0 ? <p className="mt-6 max-w-text text-ink-soft">{t("rule")}</p> : null}
      <EndorsementInvitation locale={locale} />
    </>
  );
}

function EndorsementInvitation({ locale }: { locale: Locale }) {
  const t = translator(locale, "endorsedCities");
  return (
    <section
      aria-labelledby="ask"
      className="mt-16 flex max-w-4xl flex-wrap items-center justify-between gap-x-12 gap-y-5 rounded-md border-2 border-ink p-6 print:hidden"
    >
      <div className="max-w-2xl">
        <h2 id="ask">{t("askTitle")}</h2>
        <p className="mt-2">{t("askText")}</p>
      </div>
      <ButtonLink href={href(locale, "/endorse/ask")}>{t("ask")}</ButtonLink>
    </section>
  );
}
