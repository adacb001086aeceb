import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { endorsedCityMetadata, endorsedCityPage } from "@/app/[locale]/cities/[slug]/endorsed-city";
import { CityActions } from "@/app/[locale]/cities/[slug]/city-actions";
import { SignatoryStages } from "@/app/[locale]/cities/[slug]/signatory-stages";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { CityFacts } from "@/components/cities/city-facts";
import { CityMembership } from "@/components/cities/city-membership";
import { CityStatements } from "@/components/cities/city-statements";
import { CitySummary } from "@/components/cities/city-summary";
import { FormerNames } from "@/components/cities/former-names";
import { LittleKnown } from "@/components/cities/little-known";
import { MissingCity } from "@/components/cities/missing-city";
import { NearestMembers } from "@/components/cities/nearest-members";
import { PauseNotice } from "@/components/cities/pause-notice";
import { StructuredCity } from "@/components/cities/structured-city";
import { EndorsementInvitation } from "@/components/endorsements/endorsement-invitation";
import { Prose } from "@/components/content/prose";
import { PrincipleList } from "@/components/home/principle-list";
import { CityMap } from "@/components/map/city-map";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { listActions } from "@/lib/actions/queries";
import { findMembership } from "@/lib/cities/membership";
import { findMovedSlug } from "@/lib/cities/moved-city";
import { findCity, nearestSignatories } from "@/lib/cities/queries";
import { signatoryDateOf } from "@/lib/cities/signatory-date";
import type { Entry } from "@/lib/content/mdx";
import { findCityStatements, findCityStory, listPrinciples } from "@/lib/content/queries";
import type { CityStory, Principle } from "@/lib/content/schema";
import { countEndorsements } from "@/lib/endorsements/queries";
import { listEndorsedCitiesOnMap } from "@/lib/endorsements/city-progress/queries";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { languageOf, type Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";
import { readPublicAddresses } from "@/lib/settings/public-addresses";
import { whereaboutsOf } from "@/lib/places/whereabouts";

const nearestShown = 5;
const maxOnMap = 24;
/** In pixels, where there is room. */
const markSide = 224;
const storyHeadings = { h2: "h3", h3: "h4" };

type Props = { params: Promise<{ slug: string }> };
type City = NonNullable<Awaited<ReturnType<typeof findCity>>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, city } = await load(params);
  if (!city) return endorsedCityMetadata(locale, slug);
  const t = translator(locale, "city");
  const values = {
    city: city.name,
    country: nameOfCountry(locale, city.countryCode),
    whereabouts: whereaboutsOf(locale, city),
    ...signatoryDateOf(city),
  };
  return pageMetadata(locale, `/cities/${city.slug}`, {
    title: t("metaTitle", values),
    description: t("description", values),
    isEmbeddable: true,
  });
}

export default async function CityPage({ params }: Props) {
  const { locale, slug, city } = await load(params);
  if (!city) return endorsedCityPage(locale, slug);
  const [around, endorsed, membership, { thanks }] = await Promise.all([
    nearestSignatories(city, maxOnMap),
    listEndorsedCitiesOnMap({ near: city, limit: maxOnMap }),
    findMembership(city, locale),
    countEndorsements(city.cityId),
  ]);
  const [story, statements, actions, principles] = await Promise.all([
    findCityStory(locale, city.contentSlug),
    findCityStatements(locale, city.contentSlug),
    listActions(locale, { city: slug }),
    listPrinciples(locale),
  ]);
  const isLittleKnown = !story && !city.summary && actions.length === 0;
  const commitment = <Commitment locale={locale} city={city} principles={principles} />;
  return (
    <>
      <StructuredCity
        city={city}
        country={nameOfCountry(locale, city.countryCode)}
        url={siteUrl() + href(locale, `/cities/${slug}`)}
      />
      <CityHeader locale={locale} city={city} />
      {city.pause ? <PauseNotice locale={locale} city={city.name} pause={city.pause} /> : null}
      {isLittleKnown ? <div className="mb-14">{commitment}</div> : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-14 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="space-y-14">
          {city.summary ? (
            <CitySummary locale={locale} city={city.name} summary={city.summary} />
          ) : null}
          {story ? <Story locale={locale} story={story} /> : null}
          {statements ? (
            <CityStatements locale={locale} city={city.name} entry={statements} />
          ) : null}
          <CityActions locale={locale} city={city} />
          <CityMembership
            locale={locale}
            city={city}
            membership={membership}
            principles={principles.filter(({ number }) =>
              actions.some(({ principle }) => principle === number),
            )}
          />
          <CityMap locale={locale} city={city} neighbours={around} endorsed={endorsed} />
          <SignatoryStages locale={locale} cityId={city.cityId} />
          <EndorsementInvitation
            locale={locale}
            cityId={city.cityId}
            city={city.name}
            kind="thanks"
            thanks={thanks}
          />
          {isLittleKnown ? (
            <LittleKnown
              locale={locale}
              city={city.name}
              address={(await readPublicAddresses()).contact}
            />
          ) : null}
        </div>
        <div className="space-y-10">
          <CityFacts locale={locale} city={city} />
          <FormerNames locale={locale} names={city.formerNames} merged={city.merged} />
          <NearestMembers locale={locale} cities={around.slice(0, nearestShown)} />
          {city.pause ? null : (
            <p className="print:hidden">
              <a
                href={href(locale, `/cities/${city.slug}/press-kit`)}
                className="inline-block py-1"
              >
                {translator(locale, "city")("pressKit")}
              </a>
            </p>
          )}
        </div>
      </div>
      {isLittleKnown ? null : <div className="mt-14">{commitment}</div>}
      <MissingCity locale={locale} />
    </>
  );
}

async function load(
  params: Props["params"],
): Promise<{ locale: Locale; slug: string; city: City | null }> {
  const locale = await currentLocale();
  const { slug } = await params;
  const city = await findCityOnce(slug);
  const address = city ? city.slug : await findMovedSlug(slug);
  if (address && address !== slug) permanentRedirect(href(locale, `/cities/${address}`));
  return { locale, slug, city };
}

/** The page and its metadata ask for the same city. */
const findCityOnce = cache(findCity);

type PartProps = { locale: Locale; city: City };

function CityHeader({ locale, city }: PartProps) {
  const t = translator(locale, "city");
  const breadcrumbs = (
    <Breadcrumbs
      label={translator(locale, "site")("breadcrumbs")}
      links={[{ href: href(locale, "/cities"), text: translator(locale, "cities")("title") }]}
      current={city.name}
    />
  );
  const lead = t(city.isFounder ? "founderSince" : "signatorySince", signatoryDateOf(city));
  return (
    <div className="night -mt-8 mb-10 grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-5 pt-6 sm:-mt-12 sm:mb-14 sm:gap-x-12 sm:pt-12">
      <PageHeader breadcrumbs={breadcrumbs} title={city.name} lead={lead} />
      <img
        src={`/data/cities/${city.slug}/mark.svg`}
        width={markSide}
        height={markSide}
        alt=""
        className="size-24 sm:size-56"
      />
    </div>
  );
}

function Story({ locale, story }: { locale: Locale; story: Entry<CityStory> }) {
  const years = { year: story.toldIn, written: story.summaryWritten.slice(0, 4) };
  const toldIn = translator(locale, "city")("storyToldIn", years);
  return (
    <article {...languageOf(story.locale, locale)}>
      <h2>{story.title}</h2>
      <p className="mt-2 text-ink-soft">{toldIn}</p>
      <p className="mt-3 mb-6 max-w-text text-xl/snug text-ink-soft">{story.description}</p>
      <Prose locale={locale} entry={story} components={storyHeadings} />
    </article>
  );
}

function Commitment({ locale, city, principles }: PartProps & { principles: Entry<Principle>[] }) {
  const t = translator(locale, "city");
  const declaration = (chunks: ReactNode) => <a href={href(locale, "/declaration")}>{chunks}</a>;
  return (
    <section aria-labelledby="commitment">
      <h2 id="commitment">{t("commitmentTitle", { city: city.name })}</h2>
      <p className="mt-3 mb-6 max-w-text">
        {t.rich("commitment", { city: city.name, version: city.declarationVersion, declaration })}
      </p>
      <PrincipleList locale={locale} principles={principles} />
    </section>
  );
}
