import { countSignatories, findCity } from "@/lib/cities/queries";
import type { EmbedSubject } from "@/lib/embed/address";
import { findEndorsedCity } from "@/lib/endorsements/city-progress/queries";
import { shownCount } from "@/lib/endorsements/counts/shown-count";
import { siteUrl } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { readSettings } from "@/lib/settings/queries";

export type EmbedContent = {
  title: string;
  text: string;
  /** The page that it leads to. */
  url: string;
};

/** What the public pages say of it. Null where there is nothing to show. */
export async function findEmbedContent(
  locale: Locale,
  subject: EmbedSubject,
): Promise<EmbedContent | null> {
  switch (subject.kind) {
    case "counter":
      return counter(locale);
    case "badge":
      return badge(locale, subject.slug);
    case "cityCounter":
      // Where the city has joined since, whoever embedded its number shows that.
      return (await badge(locale, subject.slug)) ?? cityCounter(locale, subject.slug);
  }
}

const addressOf = (locale: Locale, path: `/${string}`): string => siteUrl() + href(locale, path);

async function counter(locale: Locale): Promise<EmbedContent> {
  const t = translator(locale, "embed");
  const { targetCities: goal } = await readSettings();
  const count = await countSignatories();
  return {
    title: t("counter", { isMore: String(count > goal), count, goal }),
    text: t("counterText"),
    url: addressOf(locale, "/"),
  };
}

async function badge(locale: Locale, slug: string): Promise<EmbedContent | null> {
  const city = await findCity(slug);
  return (
    city && {
      title: city.name,
      text: city.pause
        ? translator(locale, "endorsedCities.stages")(city.pause.state)
        : translator(locale, "embed")("member"),
      url: addressOf(locale, `/cities/${city.slug}`),
    }
  );
}

async function cityCounter(locale: Locale, slug: string): Promise<EmbedContent | null> {
  const city = await findEndorsedCity(slug);
  return (
    city && {
      title: city.name,
      text: translator(locale, "embed")("asks", { count: shownCount(city.asks) }),
      url: addressOf(locale, `/cities/${city.slug}`),
    }
  );
}
