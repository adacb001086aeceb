import type { Metadata } from "next";
import { cache, type ReactNode } from "react";
import { askedCityMetadata, askedCityPage } from "@/app/[locale]/cities/[slug]/asked-city";
import { CityActions } from "@/app/[locale]/cities/[slug]/city-actions";
import { SignatoryWay } from "@/app/[locale]/cities/[slug]/signatory-way";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { CityFacts } from "@/components/cities/city-facts";
import { MissingCity } from "@/components/cities/missing-city";
import { NearestMembers } from "@/components/cities/nearest-members";
import { StructuredCity } from "@/components/cities/structured-city";
import { AskInvitation } from "@/components/endorsements/ask-invitation";
import { Prose } from "@/components/content/prose";
import { PrincipleList } from "@/components/home/principle-list";
import { CityMap } from "@/components/map/city-map";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { findCity, nearestSignatories } from "@/lib/cities/queries";
import { signatoryDateOf } from "@/lib/cities/signatory-date";
import { findCityStory, listPrinciples } from "@/lib/content/queries";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { languageOf, type Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";
import { whereaboutsOf } from "@/lib/places/whereabouts";

const nearestShown = 5;
const storyHeadings = { h2: "h3", h3: "h4" };

type Props = { params: Promise<{ slug: string }> };
type City = NonNullable<Awaited<ReturnType<typeof findCity>>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug, city } = await load(params);
  if (!city) return askedCityMetadata(locale, slug);
  const t = translator(locale, "city");
  const words = {
    city: city.name,
    country: nameOfCountry(locale, city.countryCode),
    whereabouts: whereaboutsOf(locale, city),
    ...signatoryDateOf(city),
  };
  return pageMetadata(locale, `/cities/${city.slug}`, {
    title: t("metaTitle", words),
    description: t("description", words),
    isEmbeddable: true,
  });
}

export default async function CityPage({ params }: Props) {
  const { locale, slug, city } = await load(params);
  if (!city) return askedCityPage(locale, slug);
  const nearest = await nearestSignatories(city, nearestShown);
  return (
    <>
      <StructuredCity
        city={city}
        country={nameOfCountry(locale, city.countryCode)}
        url={siteUrl() + href(locale, `/cities/${slug}`)}
      />
      <CityHeader locale={locale} city={city} />
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="space-y-14">
          <Story locale={locale} city={city} />
          <CityActions locale={locale} city={city} />
          <CityMap locale={locale} city={city} neighbours={nearest} />
          <SignatoryWay locale={locale} cityId={city.cityId} />
          <AskInvitation locale={locale} cityId={city.cityId} city={city.name} kind="thanks" />
        </div>
        <div className="space-y-10">
          <CityFacts locale={locale} city={city} />
          <NearestMembers locale={locale} cities={nearest} />
          <p className="print:hidden">
            <a href={href(locale, `/cities/${city.slug}/press-kit`)} className="inline-block py-1">
              {translator(locale, "city")("pressKit")}
            </a>
          </p>
        </div>
      </div>
      <Commitment locale={locale} city={city} />
      <MissingCity locale={locale} />
    </>
  );
}

async function load(
  params: Props["params"],
): Promise<{ locale: Locale; slug: string; city: City | null }> {
  const locale = await currentLocale();
  const { slug } = await params;
  return { locale, slug, city: await findCityOnce(slug) };
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
  return <PageHeader breadcrumbs={breadcrumbs} title={city.name} lead={lead} />;
}

async function Story({ locale, city }: PartProps) {
  const story = await findCityStory(locale, city.slug);
  if (!story) return null;
  const years = { year: story.toldIn, written: story.summaryWritten.slice(0, 4) };
  const toldIn = translator(locale, "city")("storyToldIn", years);
  return (
    <article {...languageOf(story.locale, locale)}>
      <h2>{story.title}</h2>
      <p className="mt-2 text-ink-soft">{toldIn}</p>
      <p className="mt-3 mb-6 max-w-text text-xl leading-snug text-ink-soft">{story.description}</p>
      <Prose locale={locale} entry={story} components={storyHeadings} />
    </article>
  );
}

async function Commitment({ locale, city }: PartProps) {
  const t = translator(locale, "city");
  const declaration = (chunks: ReactNode) => <a href={href(locale, "/declaration")}>{chunks}</a>;
  return (
    <section aria-labelledby="commitment" className="mt-14">
      <h2 id="commitment">{t("commitmentTitle", { city: city.name })}</h2>
      <p className="mt-3 mb-6 max-w-text">
        {t.rich("commitment", { city: city.name, version: city.declarationVersion, declaration })}
      </p>
      <PrincipleList locale={locale} principles={await listPrinciples(locale)} />
    </section>
  );
}
