import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { Door } from "@/components/home/door";
import { PrincipleList } from "@/components/home/principle-list";
import { ProgressLegend, ProgressPicture } from "@/components/home/progress-picture";
import { ButtonLink } from "@/components/ui/button";
import { campaignGoal as goal } from "@/lib/cities/campaign";
import { listSignatories, type PublishedSignatory } from "@/lib/cities/queries";
import { listNews, listPrinciples } from "@/lib/content/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, nameOfCountry, translator } from "@/lib/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "home");
  const name = translator(locale, "site")("name");
  return { ...pageMetadata(locale, "/", { title: name, description: t("description") }), title: { absolute: name } };
}

export default async function HomePage() {
  const locale = await currentLocale();
  const signatories = await listSignatories();
  return (
    <div className="space-y-16 sm:space-y-24">
      <Opening locale={locale} signatories={signatories} />
      <Doors locale={locale} />
      <Principles locale={locale} />
      <div className="grid gap-16 lg:grid-cols-2">
        <NewestSignatories locale={locale} signatories={signatories} />
        <LatestNews locale={locale} />
      </div>
    </div>
  );
}

type SignatoryProps = { locale: Locale; signatories: PublishedSignatory[] };

function Opening({ locale, signatories }: SignatoryProps) {
  const t = translator(locale, "home");
  const count = signatories.length;
  const founders = signatories.filter(({ isFounder }) => isFounder).length;
  const progress = { count, goal };
  return (
    <div className="grid items-end gap-x-16 gap-y-12 lg:grid-cols-[3fr_2fr]">
      <div>
        <h1 className="text-5xl leading-[1.02] font-extrabold tracking-tight sm:text-7xl">{t("title")}</h1>
        <p className="mt-6 max-w-2xl text-xl leading-snug">{t("lead")}</p>
        <p className="mt-8 flex flex-wrap gap-4">
          <ButtonLink href={href(locale, "/endorse")}>{t("endorse")}</ButtonLink>
          <ButtonLink look="secondary" href={href(locale, "/principles")}>
            {t("readPrinciples")}
          </ButtonLink>
        </p>
      </div>
      <section aria-labelledby="progress">
        <h2 id="progress" className="mb-4 text-3xl font-extrabold sm:text-4xl">
          {t("progressTitle", progress)}
        </h2>
        <ProgressPicture founders={founders} signatories={count} goal={Math.max(goal, count)} label={t("progressLabel", progress)} />
        <ProgressLegend founders={t("progressFounders")} signatories={t("progressSignatories")} open={t("progressOpen")} />
        <p className="mt-4">{t("progressText", progress)}</p>
        <p className="mt-2">
          <a href={href(locale, "/cities")} className="font-bold">
            {t("allCities")}
          </a>
        </p>
      </section>
    </div>
  );
}

function Doors({ locale }: { locale: Locale }) {
  const t = translator(locale, "home");
  return (
    <section aria-labelledby="doors">
      <h2 id="doors" className="mb-6">
        {t("doorsTitle")}
      </h2>
      <div className="grid gap-6 sm:grid-cols-2">
        <Door title={t("doorResidentTitle")} text={t("doorResidentText")} link={t("doorResidentLink")} href={href(locale, "/endorse")} />
        <Door title={t("doorOfficialTitle")} text={t("doorOfficialText")} link={t("doorOfficialLink")} href={href(locale, "/join")} />
      </div>
    </section>
  );
}

async function Principles({ locale }: { locale: Locale }) {
  const t = translator(locale, "home");
  return (
    <section aria-labelledby="principles">
      <h2 id="principles">{t("principlesTitle")}</h2>
      <p className="mt-2 mb-6 max-w-2xl text-xl leading-snug text-ink-soft">{t("principlesLead")}</p>
      <PrincipleList locale={locale} principles={await listPrinciples(locale)} />
    </section>
  );
}

function NewestSignatories({ locale, signatories }: SignatoryProps) {
  const t = translator(locale, "home");
  const newest = signatories.toSorted((one, other) => other.signedOn.getTime() - one.signedOn.getTime()).slice(0, 8);
  return (
    <section aria-labelledby="newest">
      <h2 id="newest" className="mb-4">
        {t("newestTitle")}
      </h2>
      <ul className="divide-y divide-line-soft border-y border-line-soft">
        {newest.map((city) => (
          <li key={city.slug} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5">
            <span>
              <a href={href(locale, `/cities/${city.slug}`)} className="font-bold">
                {city.name}
              </a>{" "}
              <span className="text-ink-soft">{nameOfCountry(locale, city.countryCode)}</span>
            </span>
            <span className="text-base text-ink-soft">{t("signedOn", { date: city.signedOn })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function LatestNews({ locale }: { locale: Locale }) {
  const t = translator(locale, "home");
  const format = formatter(locale);
  const news = await listNews(locale);
  return (
    <section aria-labelledby="news">
      <h2 id="news" className="mb-4">
        {t("newsTitle")}
      </h2>
      <ul className="space-y-6">
        {news.slice(0, 3).map((item) => (
          <li key={item.slug}>
            <time dateTime={item.date} className="text-base text-ink-soft">
              {format.dateTime(new Date(item.date), { dateStyle: "long" })}
            </time>
            <h3>
              <a href={href(locale, `/news/${item.slug}`)} className="text-ink">
                {item.title}
              </a>
            </h3>
            <p className="mt-1">{item.description}</p>
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <a href={href(locale, "/news")} className="font-bold">
          {t("allNews")}
        </a>
      </p>
    </section>
  );
}
