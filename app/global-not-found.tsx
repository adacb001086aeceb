import type { Metadata } from "next";
import { headers } from "next/headers";
import { LanguageLink } from "@/app/[locale]/language-link";
import { SectionLink } from "@/app/[locale]/section-link";
import { fontVariables } from "@/app/fonts";
import { icons } from "@/app/icons";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { NextLinks } from "@/components/site/next-links";
import { SkipLink } from "@/components/ui/skip-link";
import { directionOf, negotiateLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import "@/app/globals.css";

/** An address outside every language is answered in the one that the browser asks for. */
const visitorsLocale = async () => negotiateLocale((await headers()).get("accept-language"));

export async function generateMetadata(): Promise<Metadata> {
  const locale = await visitorsLocale();
  const t = translator(locale, "site");
  return {
    title: t("titleOf", { page: translator(locale, "notFound")("title"), site: t("name") }),
    icons,
  };
}

export default async function GlobalNotFound() {
  const locale = await visitorsLocale();
  const t = translator(locale, "site");
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontVariables}>
      <body>
        <SkipLink>{t("skipToContent")}</SkipLink>
        <SiteHeader locale={locale} SectionLink={SectionLink} />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-6 sm:py-12"
        >
          <NextLinks locale={locale} />
        </main>
        <SiteFooter locale={locale} LanguageLink={LanguageLink} />
      </body>
    </html>
  );
}
