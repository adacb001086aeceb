import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { LanguageLink } from "@/app/[locale]/language-link";
import { currentLocale } from "@/app/[locale]/locale";
import { SectionLink } from "@/app/[locale]/section-link";
import { fontVariables } from "@/app/fonts";
import { icons } from "@/app/icons";
import { AnnouncementBanner } from "@/components/site/announcement-banner";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { SkipLink } from "@/components/ui/skip-link";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { directionOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { night } from "@/lib/night";
import { recallAnnouncement } from "@/lib/publications/announcement-queries";
import "@/app/globals.css";

// A build needs no database: every public page is rendered when it is asked for.
export const dynamic = "force-dynamic";

// The browser's own frame goes on in the colour of the header.
export const viewport: Viewport = { themeColor: night.ground };

export async function generateMetadata(): Promise<Metadata> {
  const locale = await currentLocale();
  const t = translator(locale, "site");
  return {
    metadataBase: new URL(siteUrl()),
    title: { default: t("name"), template: t("titleOf", { page: "%s", site: t("name") }) },
    description: t("description"),
    icons,
    manifest: href(locale, "/manifest.webmanifest"),
  };
}

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale();
  const t = translator(locale, "site");
  const announcement = await recallAnnouncement(locale);
  return (
    <html lang={locale} dir={directionOf(locale)} className={fontVariables}>
      <body>
        <SkipLink>{t("skipToContent")}</SkipLink>
        {announcement ? <AnnouncementBanner locale={locale} announcement={announcement} /> : null}
        <SiteHeader locale={locale} SectionLink={SectionLink} />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-6 sm:py-12"
        >
          {children}
        </main>
        <SiteFooter locale={locale} LanguageLink={LanguageLink} />
      </body>
    </html>
  );
}
