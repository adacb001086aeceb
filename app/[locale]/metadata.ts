import type { Metadata } from "next";
import type { FormTitles } from "@/components/ui/form-title";
import { cardAddress, cardSize } from "@/lib/cards/card";
import { siteUrl } from "@/lib/env";
import { openGraphLocale } from "@/lib/i18n/conventions";
import { href } from "@/lib/i18n/href";
import { locales, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/**
 * Title, description, social card, canonical address and the same page's other languages: every
 * public page exports them.
 */
export function pageMetadata(
  locale: Locale,
  path: `/${string}`,
  page: { title: string; description: string },
): Metadata {
  const address = (language: Locale) => siteUrl() + href(language, path);
  const card = {
    url: siteUrl() + cardAddress(locale, path),
    type: "image/png",
    ...cardSize,
    alt: translator(locale, "card")("alt", { title: page.title }),
  };
  return {
    title: page.title,
    description: page.description,
    alternates: {
      canonical: address(locale),
      languages: Object.fromEntries(locales.map((language) => [language, address(language)])),
    },
    openGraph: {
      title: page.title,
      description: page.description,
      url: address(locale),
      siteName: translator(locale, "site")("name"),
      locale: openGraphLocale(locale),
      alternateLocale: locales.filter((language) => language !== locale).map(openGraphLocale),
      type: "website",
      images: [card],
    },
    twitter: { card: "summary_large_image" },
  };
}

/**
 * The titles of a page whose form names it, because only the form knows whether something must be
 * corrected.
 */
export function titlesOfForm(locale: Locale, page: string): FormTitles {
  const t = translator(locale, "site");
  const plain = t("titleOf", { page, site: t("name") });
  return { plain, withErrors: t("titleWithErrors", { title: plain }) };
}
