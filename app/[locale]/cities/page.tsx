import type { Metadata } from "next";
import type { z } from "zod";
import { OtherPlaceToEndorse, PlacesToEndorse } from "@/app/[locale]/cities/places-to-endorse";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { FollowLinks } from "@/components/feeds/follow-links";
import { MissingCity } from "@/components/cities/missing-city";
import { PausedMembers } from "@/components/cities/paused-members";
import { SignatoryFilterForm } from "@/components/cities/signatory-filter";
import { SignatoryList } from "@/components/cities/signatory-list";
import { SignatoryMaps } from "@/components/map/signatory-maps";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { facetsOf } from "@/lib/cities/facets";
import { filterSignatories, listPausedMembers, listSignatories } from "@/lib/cities/queries";
import { signatoryFilterSchema } from "@/lib/cities/schema";
import { listEndorsedCitiesOnMap } from "@/lib/endorsements/city-progress/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { enumerate, nameOfCountry, translator } from "@/lib/i18n/translator";
import { oncePerVersion } from "@/lib/once-per-version";
import { regionMaps } from "@/lib/map/base-maps";
import { regionOf } from "@/lib/map/parts";

/** In full rows of two and of three. */
const citiesOnAPage = 30;
const mostEndorsedOnMap = 60;

// Anybody can make up further filters: what all pages of the list have in common is read once.
const listAll = oncePerVersion((locale: Locale) => listSignatories({}, locale));
const listPaused = oncePerVersion((locale: Locale) => listPausedMembers(locale));
const listEndorsed = oncePerVersion(() => listEndorsedCitiesOnMap({ limit: mostEndorsedOnMap }));

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "cities");
  const filter = describeFilter(locale, signatoryFilterSchema.parse(await searchParams));
  return pageMetadata(locale, "/cities", {
    title: filter ? t("titleOfSearch", { filter }) : t("title"),
    description: t("description"),
    feeds: ["cities"],
  });
}

/**
 * What the list is narrowed to, and which page of it, in words; nothing where it is the first page
 * of all.
 */
function describeFilter(
  locale: Locale,
  { query, country, year, region, area, page }: z.infer<typeof signatoryFilterSchema>,
): string {
  const base = regionMaps.find(({ name }) => name === region);
  return enumerate(locale, [
    query && translator(locale, "cities")("searched", { query }),
    country && nameOfCountry(locale, country),
    base && nameOfCountry(locale, base.regionCode),
    year && String(year),
    area && translator(locale, "cities")("searchedArea", { area }),
    page > 1 && translator(locale, "pagination")("number", { page }),
  ]);
}

export default async function CitiesPage({ searchParams }: Props) {
  const locale = await currentLocale();
  const t = translator(locale, "cities");
  const { page: wantedPage, ...filter } = signatoryFilterSchema.parse(await searchParams);
  const region = regionMaps.find(({ name }) => name === filter.region);
  const isFiltered = Object.values<unknown>({ ...filter, region }).some(
    (value) => value !== undefined,
  );
  const all = await listAll(locale);
  const fitting = isFiltered ? await filterSignatories(all, filter) : all;
  const found = region ? fitting.filter((city) => regionOf(city) === region) : fitting;

  const pages = Math.max(1, Math.ceil(found.length / citiesOnAPage));
  const page = Math.min(wantedPage, pages);
  const facets = facetsOf(all);
  const titleOf = () => {
    if (region)
      return translator(locale, "map")("regionMark", {
        region: nameOfCountry(locale, region.regionCode),
        count: found.length,
      });
    return isFiltered ? t("found", { count: found.length }) : t("all");
  };
  return (
    <>
      <link rel="alternate" type="application/json" href="/data/v1/signatories.json" />
      <PageHeader
        title={t("title")}
        lead={t("lead", { cities: all.length, countries: facets.countryCodes.length })}
      />
      <SignatoryFilterForm locale={locale} filter={filter} {...facets} />
      <div className="mt-10 mb-5 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <h2>{titleOf()}</h2>
        {isFiltered ? (
          <a href={href(locale, "/cities")} className="py-1">
            {t("showAll")}
          </a>
        ) : null}
      </div>
      {found.length === 0 ? (
        <PlacesToEndorse
          locale={locale}
          query={filter.query ?? ""}
          isMember={(id) => all.some(({ cityId }) => cityId === id)}
        />
      ) : (
        <>
          {page === 1 ? (
            <SignatoryMaps
              locale={locale}
              cities={found}
              endorsed={await listEndorsed("map")}
              after="list"
            />
          ) : null}
          <div id="list" tabIndex={-1}>
            <SignatoryList
              locale={locale}
              signatories={found.slice((page - 1) * citiesOnAPage, page * citiesOnAPage)}
            />
          </div>
          <Pagination
            locale={locale}
            address={href(locale, "/cities")}
            filter={filter}
            page={page}
            pages={pages}
          />
          {isFiltered ? null : <PausedMembers locale={locale} cities={await listPaused(locale)} />}
          {filter.query ? <OtherPlaceToEndorse locale={locale} query={filter.query} /> : null}
          <MissingCity locale={locale} />
          <FollowLinks locale={locale} feed="cities" />
        </>
      )}
    </>
  );
}
