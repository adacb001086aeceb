import type { Metadata } from "next";
import type { FormTitles } from "@/components/ui/form-title";
import { cardAddress, cardSize } from "@/lib/cards/card";
import { oembedAddress } from "@/lib/embed/oembed";
import { siteUrl } from "@/lib/env";
import { feedAddress, feedTypes, type FeedName } from "@/lib/feeds/feeds";
import { openGraphLocale } from "@/lib/i18n/conventions";
import { href } from "@/lib/i18n/href";
import { locales, type Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type Page = {
  title: string;
  description: string;
  feeds?: readonly FeedName[];
  isEmbeddable?: boolean;
};

/**
 * Title, description, social card, canonical address, the same page's other languages and what
 * programs find by it: every public page exports them.
 */
export function pageMetadata(
  locale: Locale,
  path: `/${string}`,
  { feeds = [], isEmbeddable = false, ...page }: Page,
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
      types: {
        ...(feeds.length > 0 && { [feedTypes.atom]: feeds.map((name) => feedLink(locale, name)) }),
        ...(isEmbeddable && {
          "application/json+oembed": siteUrl() + oembedAddress(href(locale, path), "json"),
        }),
      },
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

/** One format is enough: readers offer their users a choice for every link that they find. */
const feedLink = (locale: Locale, name: FeedName) => ({
  url: siteUrl() + feedAddress(locale, name, "atom"),
  title: translator(locale, "feeds")(`${name}.title`),
});

/**
 * The titles of a page whose form names it, because only the form knows whether something must be
 * corrected.
 */
export function titlesOfForm(locale: Locale, page: string): FormTitles {
  const t = translator(locale, "site");
  const plain = t("titleOf", { page, site: t("name") });
  return { plain, withErrors: t("titleWithErrors", { title: plain }) };
}
