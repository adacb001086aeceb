import type { Metadata } from "next";
import type { ReactNode } from "react";
import { currentLocale } from "@/app/[locale]/locale";
import { pageMetadata } from "@/app/[locale]/metadata";
import { NewsList } from "@/components/news/news-list";
import { Boilerplate } from "@/components/press/boilerplate";
import { FactTable } from "@/components/press/fact-table";
import { LogoSamples } from "@/components/press/logo-samples";
import { CityCount } from "@/components/press/city-count";
import { PressSection } from "@/components/press/press-section";
import { ButtonLink } from "@/components/ui/button";
import { MailAddress } from "@/components/ui/mail-address";
import { PageHeader } from "@/components/ui/page-header";
import { loadPressFigures } from "@/lib/cities/press-figures";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import { readPublicAddresses } from "@/lib/settings/public-addresses";
import { boilerplates } from "@/lib/press/facts";
import { pressKitAddress, pressKitOf } from "@/lib/press/press-kit";
import { listNews } from "@/lib/publications/queries";

const sections = [
  "contact",
  "kit",
  "number",
  "facts",
  "boilerplate",
  "logo",
  "releases",
  "licence",
] as const;

const licences = "https://creativecommons.org/licenses";
const campaignNews = "/news/2019-03-28-cities-set-out-to-be-one-hundred";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "press");
  return pageMetadata(locale, "/press", { title: t("title"), description: t("lead") });
}

export default async function PressPage() {
  const locale = await currentLocale();
  const t = translator(locale, "press");
  const figures = await loadPressFigures();
  const { press: address } = await readPublicAddresses();
  const kitBytes = pressKitOf(locale, figures, address).archive.length;
  const releases = (await listNews(locale)).filter((item) => item.isPressRelease);
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
      <PressSection id="kit" title={t("kit")}>
        <p>{t("kitText")}</p>
        <p className="mt-4 print:hidden">
          <ButtonLink href={pressKitAddress(locale)} download>
            {t("kitDownload", { kilobytes: Math.ceil(kitBytes / 1_000) })}
          </ButtonLink>
        </p>
      </PressSection>
      <PressSection id="number" title={t("number")}>
        <CityCount
          locale={locale}
          figures={figures}
          listAddress={href(locale, "/cities")}
          siteUrl={siteUrl()}
        />
      </PressSection>
      <PressSection id="facts" title={t("facts")}>
        <p className="mb-4">{t.rich("factsText", { news: linkTo(href(locale, campaignNews)) })}</p>
        <FactTable locale={locale} />
      </PressSection>
      <PressSection id="boilerplate" title={t("boilerplate")}>
        <p>{t("boilerplateText")}</p>
        {boilerplates.map(({ words, text }) => (
          <Boilerplate key={text} heading={t("words", { count: words })} paragraphs={[t(text)]} />
        ))}
      </PressSection>
      <PressSection id="logo" title={t("logo")}>
        <LogoSamples locale={locale} />
        <p className="mt-4">{t("logoForms")}</p>
        <p className="mt-2">{t("logoUse")}</p>
      </PressSection>
      <PressSection id="releases" title={t("releases")}>
        <p className="mb-4">{t.rich("releasesText", { news: linkTo(href(locale, "/news")) })}</p>
        {releases.length ? (
          <NewsList news={releases} locale={locale} heading="h3" />
        ) : (
          <p>{t("noReleases")}</p>
        )}
      </PressSection>
      <PressSection id="licence" title={t("licence")}>
        <p>{t.rich("licenceText", { licence: linkTo(`${licences}/by-sa/4.0/`) })}</p>
        <p className="mt-4">{t.rich("licenceData", { licence: linkTo(`${licences}/by/4.0/`) })}</p>
      </PressSection>
    </>
  );
}

const linkTo = (address: string) => (chunks: ReactNode) => <a href={address}>{chunks}</a>;
