import type { Metadata } from "next";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { Boilerplate } from "@/components/news/boilerplate";
import { FactTable } from "@/components/news/fact-table";
import { NewsList } from "@/components/news/news-list";
import { PressSection } from "@/components/news/press-section";
import { MailAddress } from "@/components/ui/mail-address";
import { PageHeader } from "@/components/ui/page-header";
import { countCountries, countSignatories } from "@/lib/cities/queries";
import { listNews } from "@/lib/content/queries";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { contactAddress } from "@/lib/mail/contact-address";

const sections = ["contact", "releases", "number", "boilerplate", "facts", "licence"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "press");
  return pageMetadata(locale, "/press", { title: t("title"), description: t("lead") });
}

export default async function PressPage() {
  const locale = await currentLocale();
  const t = translator(locale, "press");
  const numbers = { cities: await countSignatories(), countries: await countCountries() };
  const releases = (await listNews(locale)).filter((item) => item.isPressRelease);
  const address = contactAddress();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <nav aria-label={t("onThisPage")} className="print:hidden">
        <ul className="flex flex-wrap gap-x-6">
          {sections.map((section) => (
            <li key={section}>
              <a href={`#${section}`} className="inline-block py-1.5">
                {t(section)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <PressSection id="contact" title={t("contact")}>
        <p>
          {t.rich("contactText", { address, mail: () => <MailAddress>{address}</MailAddress> })}
        </p>
      </PressSection>
      <PressSection id="releases" title={t("releases")}>
        <p className="mb-4">
          {t.rich("releasesText", {
            news: (chunks) => <a href={href(locale, "/news")}>{chunks}</a>,
          })}
        </p>
        {releases.length ? (
          <NewsList news={releases} locale={locale} heading="h3" />
        ) : (
          <p>{t("noReleases")}</p>
        )}
      </PressSection>
      <PressSection id="number" title={t("number")}>
        <LiveNumber locale={locale} numbers={numbers} />
      </PressSection>
      <PressSection id="boilerplate" title={t("boilerplate")}>
        <p>{t("boilerplateText")}</p>
        <Boilerplate heading={t("words", { count: 25 })} paragraphs={[t("short")]} />
        <Boilerplate heading={t("words", { count: 60 })} paragraphs={[t("medium")]} />
        <Boilerplate heading={t("words", { count: 150 })} paragraphs={[t("long")]} />
      </PressSection>
      <PressSection id="facts" title={t("facts")}>
        <p className="mb-4">{t("factsText")}</p>
        <FactTable locale={locale} />
      </PressSection>
      <PressSection id="licence" title={t("licence")}>
        <p>
          {t.rich("licenceText", {
            licence: (chunks) => (
              <a href="https://creativecommons.org/licenses/by-sa/4.0/">{chunks}</a>
            ),
          })}
        </p>
      </PressSection>
    </>
  );
}

function LiveNumber({
  locale,
  numbers,
}: {
  locale: Locale;
  numbers: { cities: number; countries: number };
}) {
  const t = translator(locale, "press");
  const list = href(locale, "/cities");
  return (
    <div className="space-y-4">
      <p className="text-4xl font-bold">{t("citiesInCountries", numbers)}</p>
      <p>{t.rich("numberText", { cities: (chunks) => <a href={list}>{chunks}</a> })}</p>
      <p className="border-s-4 border-accent bg-paper-deep p-5">
        {t("citation", { ...numbers, date: new Date(), url: siteUrl() + list })}
      </p>
      <p className="text-ink-soft">{t("numberCaution")}</p>
    </div>
  );
}
