import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { LatestActions } from "@/components/actions/latest-actions";
import { MostEndorsedCities } from "@/components/endorsements/most-endorsed-cities";
import { Doors } from "@/components/home/doors";
import { LitWindows } from "@/components/home/lit-windows";
import { PrincipleList } from "@/components/home/principle-list";
import { litWindows, Skyline, windowCount } from "@/components/home/skyline";
import { StructuredOrganization } from "@/components/home/structured-organization";
import { MapLegend } from "@/components/map/map-legend";
import { WorldMap } from "@/components/map/world-map";
import { Dateline } from "@/components/news/dateline";
import { NewsInBrief, type BriefNews } from "@/components/news/news-in-brief";
import { IsoDate } from "@/components/ui/iso-date";
import { listActions } from "@/lib/actions/queries";
import { facetsOf } from "@/lib/cities/facets";
import { newestFirst, newestMembers, oldestFirst } from "@/lib/cities/newest-members";
import { listSignatories, type PublishedSignatory } from "@/lib/cities/queries";
import { signatoryDateOf } from "@/lib/cities/signatory-date";
import type { Entry } from "@/lib/content/mdx";
import { listPrinciples } from "@/lib/content/queries";
import type { NewsItem } from "@/lib/content/schema";
import {
  listEndorsedCitiesOnMap,
  listTopEndorsedCities,
} from "@/lib/endorsements/city-progress/queries";
import { isoDay } from "@/lib/durations";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";
import { listNews } from "@/lib/publications/queries";
import { readPublicAddresses } from "@/lib/settings/public-addresses";
import { readSettings } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "home");
  const name = translator(locale, "site")("name");
  return {
    ...pageMetadata(locale, "/", {
      title: name,
      description: t("description"),
      feeds: ["news", "cities"],
      isEmbeddable: true,
    }),
    title: { absolute: name },
  };
}

const mostEndorsedOnHomePage = 6;
const mostEndorsedOnMap = 24;
const maxNamedWindows = 50;

export default async function HomePage() {
  const locale = await currentLocale();
  const signatories = await listSignatories({}, locale);
  const { targetCities } = await readSettings();
  return (
    <div className="space-y-16 sm:space-y-24">
      <StructuredOrganization
        name={translator(locale, "site")("name")}
        description={translator(locale, "site")("description")}
        url={siteUrl()}
        email={(await readPublicAddresses()).contact}
      />
      <Hero locale={locale} signatories={signatories} goal={targetCities} />
      <MemberMap locale={locale} signatories={signatories} />
      <LatestActions locale={locale} actions={await listActions(locale)} />
      <MostEndorsedCities
        locale={locale}
        cities={await listTopEndorsedCities(mostEndorsedOnHomePage)}
      />
      <Principles locale={locale} />
      <div className="grid gap-16 lg:grid-cols-2">
        <NewestSignatories locale={locale} signatories={signatories} />
        <LatestNews locale={locale} signatories={signatories} />
      </div>
    </div>
  );
}

type SignatoryProps = { locale: Locale; signatories: PublishedSignatory[] };

/** Fits on one screen of a phone. */
function Hero({ locale, signatories, goal }: SignatoryProps & { goal: number }) {
  const t = translator(locale, "home");
  const count = signatories.length;
  const lit = litWindows(count, goal);
  // Only where each window stands for one city are there names behind them, and only while they
  // are few: a long list is a page of its own.
  const hasNames = goal === windowCount && lit <= maxNamedWindows;
  const litCities = hasNames ? oldestFirst(signatories).slice(0, lit) : [];
  const progress = {
    cities: count,
    countries: facetsOf(signatories).countryCodes.length,
  };
  const isMore = String(count > goal);
  return (
    <div className="night -mt-8 grid gap-x-14 gap-y-7 pt-6 sm:-mt-12 sm:pt-16 lg:grid-cols-[3fr_2fr]">
      <div className="lg:pb-16">
        <h1 className="text-display">{t("title")}</h1>
        <p className="mt-3 mb-5 max-w-2xl text-lg sm:mt-6 sm:mb-10 sm:text-xl">{t("lead")}</p>
        <Doors
          label={translator(locale, "nav")("endorse")}
          resident={{
            title: t("doorResidentTitle"),
            text: t("doorResidentLink"),
            href: href(locale, "/endorse"),
          }}
          official={{
            title: t("doorOfficialTitle"),
            text: t("doorOfficialLink"),
            href: href(locale, "/join"),
          }}
        />
      </div>
      <section
        aria-labelledby="progress"
        className="grid grid-cols-2 items-end gap-x-4 gap-y-8 lg:grid-cols-1 lg:content-end"
      >
        <div className="self-center pb-4 lg:self-end lg:pb-0">
          <h2 id="progress" className="text-2xl sm:text-4xl">
            {t("progressTitle", progress)}
          </h2>
          <p className="mt-1 text-sm text-ink-soft sm:mt-2 sm:text-base">
            {t("progressText", { isMore })}
          </p>
        </div>
        <Skyline
          signatories={count}
          goal={goal}
          label={t("progressLabel", { isMore, windows: windowCount, lit, count, goal })}
        />
        <div className="col-span-full space-y-2 pb-6 sm:pb-8">
          <p className="text-sm text-ink-soft">
            {t("progressNote", { windows: windowCount, goal })}
          </p>
          <LitWindows locale={locale} cities={litCities} />
        </div>
      </section>
    </div>
  );
}

async function MemberMap({ locale, signatories }: SignatoryProps) {
  const t = translator(locale, "home");
  const endorsed = await listEndorsedCitiesOnMap({ limit: mostEndorsedOnMap });
  return (
    <section aria-labelledby="where" className="-mt-8 sm:mt-0">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 sm:mb-6">
        <h2 id="where" className="sm:text-3xl">
          {t("whereTitle")}
        </h2>
        <a href={href(locale, "/cities")} className="py-1 font-bold">
          {t("allCities")}
        </a>
      </div>
      <figure>
        <WorldMap locale={locale} cities={signatories} endorsed={endorsed} />
        <MapLegend locale={locale} hasEndorsed={endorsed.length > 0} />
      </figure>
    </section>
  );
}

async function Principles({ locale }: { locale: Locale }) {
  const t = translator(locale, "home");
  return (
    <section aria-labelledby="principles">
      <h2 id="principles" className="text-3xl">
        {t("principlesTitle")}
      </h2>
      <p className="mt-2 mb-8 max-w-2xl text-xl text-ink-soft">{t("principlesLead")}</p>
      <PrincipleList locale={locale} principles={await listPrinciples(locale)} />
    </section>
  );
}

function NewestSignatories({ locale, signatories }: SignatoryProps) {
  const t = translator(locale, "home");
  const newest = newestFirst(signatories).slice(0, 8);
  return (
    <section aria-labelledby="newest">
      <h2 id="newest" className="mb-4">
        {t("newestTitle")}
      </h2>
      <ul className="divide-y divide-line-soft border-y border-line-soft">
        {newest.map((city) => (
          <li
            key={city.slug}
            className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5"
          >
            <span>
              <a href={href(locale, `/cities/${city.slug}`)} className="font-bold">
                <bdi>{city.name}</bdi>
              </a>{" "}
              <span className="text-ink-soft">{nameOfCountry(locale, city.countryCode)}</span>
            </span>
            <span className="text-base text-ink-soft">{t("signedOn", signatoryDateOf(city))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The coalition's news, and its newest member as the list has it. */
async function LatestNews({ locale, signatories }: SignatoryProps) {
  const t = translator(locale, "home");
  const articles = (await listNews(locale)).slice(0, 3).map((item) => briefOfArticle(locale, item));
  const members = newestMembers(signatories).map((city) => briefOfMember(locale, city));
  const news = [...members, ...articles].sort((one, other) => other.date.localeCompare(one.date));
  return (
    <section aria-labelledby="news">
      <h2 id="news" className="mb-4">
        {t("newsTitle")}
      </h2>
      <NewsInBrief news={news} />
      <p className="mt-6">
        <a href={href(locale, "/news")} className="font-bold">
          {t("allNews")}
        </a>
      </p>
    </section>
  );
}

const briefOfArticle = (locale: Locale, item: Entry<NewsItem>): BriefNews => ({
  ...item,
  address: href(locale, `/news/${item.slug}`),
  dateline: <Dateline item={item} locale={locale} />,
});

function briefOfMember(locale: Locale, city: PublishedSignatory): BriefNews {
  const { kind, date: day } = signatoryDateOf(city);
  const date = isoDay(day);
  return {
    address: href(locale, `/cities/${city.slug}`),
    date,
    dateline: <IsoDate date={date} locale={locale} />,
    title: translator(locale, "home")("newestMember", { city: city.name, kind }),
  };
}
