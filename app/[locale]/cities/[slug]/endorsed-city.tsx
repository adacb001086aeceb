import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { pageMetadata } from "@/app/[locale]/metadata";
import { NearestMembers } from "@/components/cities/nearest-members";
import { StructuredCity } from "@/components/cities/structured-city";
import { EndorsementInvitation } from "@/components/endorsements/endorsement-invitation";
import { EndorsedCityFacts } from "@/components/endorsements/endorsed-city-facts";
import { CityStages } from "@/components/endorsements/city-stages";
import { NextForResidents } from "@/components/endorsements/next-for-residents";
import { PublicNames } from "@/components/endorsements/public-names";
import { CityMap } from "@/components/map/city-map";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { nearestSignatories } from "@/lib/cities/queries";
import {
  findEndorsedCity,
  listEndorsedCitiesOnMap,
  type CityWithProgress,
} from "@/lib/endorsements/city-progress/queries";
import { stagesOf } from "@/lib/endorsements/city-progress/city-standing";
import { listPublicNames } from "@/lib/endorsements/queries";
import { shownCount } from "@/lib/endorsements/counts/shown-count";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";
import { whereaboutsOf } from "@/lib/places/whereabouts";

const nearestShown = 5;
const maxOnMap = 24;

/** The page and its metadata ask for the same city. */
const findEndorsedCityOnce = cache(findEndorsedCity);

/**
 * A city that has not signed has its page under the address that it keeps when it does; one that
 * nobody asks for has none.
 */
async function getEndorsedCity(slug: string): Promise<CityWithProgress> {
  return (await findEndorsedCityOnce(slug)) ?? notFound();
}

/** Search engines are led to a city only where there is a number to see. */
export async function endorsedCityMetadata(locale: Locale, slug: string): Promise<Metadata> {
  const city = await getEndorsedCity(slug);
  const { name, countryCode, asks } = city;
  const t = translator(locale, "endorsedCities");
  const values = {
    city: name,
    country: nameOfCountry(locale, countryCode),
    whereabouts: whereaboutsOf(locale, city),
  };
  const metadata = pageMetadata(locale, `/cities/${slug}`, {
    title: t("metaTitle", values),
    description: t("metaDescription", values),
    isEmbeddable: true,
  });
  return { ...metadata, ...(shownCount(asks) === 0 && { robots: { index: false } }) };
}

/** The page of a city whose residents ask it to sign, or that has left. */
export async function endorsedCityPage(locale: Locale, slug: string) {
  const city = await getEndorsedCity(slug);
  const [names, around, othersEndorsed] = await Promise.all([
    listPublicNames(city.cityId, "asks"),
    nearestSignatories(city, maxOnMap),
    listEndorsedCitiesOnMap({ near: city, limit: maxOnMap }),
  ]);
  const t = translator(locale, "endorsedCities");
  const breadcrumbs = (
    <Breadcrumbs
      label={translator(locale, "site")("breadcrumbs")}
      links={[{ href: href(locale, "/asked"), text: t("title") }]}
      current={city.name}
    />
  );
  const count = { city: city.name, count: shownCount(city.asks) };
  const address = siteUrl() + href(locale, `/cities/${slug}`);
  return (
    <>
      <StructuredCity city={city} country={nameOfCountry(locale, city.countryCode)} url={address} />
      <PageHeader
        breadcrumbs={breadcrumbs}
        eyebrow={whereaboutsOf(locale, city)}
        title={city.name}
        lead={city.asks > 0 ? t("asks", count) : t("asksNone", count)}
      />
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="space-y-14">
          <EndorsementInvitation
            locale={locale}
            cityId={city.cityId}
            city={city.name}
            kind="asks"
          />
          <CityStages locale={locale} city={city.name} stages={stagesOf(city.facts)} />
          <NextForResidents locale={locale} slug={slug} city={city.name} address={address} />
          {city.asks > 0 ? (
            <CityMap locale={locale} city={city} neighbours={around} endorsed={othersEndorsed} />
          ) : null}
          <PublicNames locale={locale} names={names} />
        </div>
        <div className="space-y-10">
          <EndorsedCityFacts locale={locale} city={city} />
          {around.length > 0 ? (
            <NearestMembers locale={locale} cities={around.slice(0, nearestShown)} />
          ) : null}
        </div>
      </div>
    </>
  );
}
