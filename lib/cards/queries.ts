import { findCity, listSignatories } from "@/lib/cities/queries";
import { signatoryDateOf } from "@/lib/cities/signatory-date";
import { facetsOf } from "@/lib/cities/facets";
import type { Card } from "@/lib/cards/card";
import { getDeclaration, getPage, listPrinciples } from "@/lib/content/queries";
import { findEndorsedCity } from "@/lib/endorsements/city-progress/queries";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, nameOfCountry, translator } from "@/lib/i18n/translator";
import { findNewsItem } from "@/lib/publications/queries";
import { readSettings } from "@/lib/settings/queries";
import { sitePages } from "@/lib/site-pages";

/** `path` without its language: `/cities/ghent`. Null when there is no such page. */
export async function findCard(locale: Locale, path: `/${string}`): Promise<Card | null> {
  const page = sitePages.find((known) => known === path);
  if (page === "/") return homeCard(locale);
  if (page) return { title: await titleOf(locale, page), below: [], picture: { kind: "mark" } };
  const [, section, slug, ...rest] = path.split("/");
  if (!slug || rest.length > 0) return null;
  if (section === "principles") return principleCard(locale, slug);
  if (section === "cities") return cityCard(locale, slug);
  return section === "news" ? newsCard(locale, slug) : null;
}

async function homeCard(locale: Locale): Promise<Card> {
  const t = translator(locale, "home");
  const signatories = await listSignatories();
  const { targetCities } = await readSettings();
  const progress = {
    cities: signatories.length,
    countries: facetsOf(signatories).countryCodes.length,
  };
  return {
    title: t("title"),
    below: [t("progressTitle", progress)],
    picture: { kind: "skyline", signatories: signatories.length, goal: targetCities },
  };
}

async function titleOf(
  locale: Locale,
  page: Exclude<(typeof sitePages)[number], "/">,
): Promise<string> {
  switch (page) {
    case "/principles":
      return translator(locale, "principles")("title");
    case "/actions":
      return translator(locale, "actions")("title");
    case "/cities":
      return translator(locale, "cities")("title");
    case "/asked":
      return translator(locale, "endorsedCities")("title");
    case "/news":
      return translator(locale, "news")("title");
    case "/press":
      return translator(locale, "press")("title");
    case "/events":
      return translator(locale, "events")("title");
    case "/measured":
      return translator(locale, "measured")("title");
    case "/follow":
      return translator(locale, "follow")("title");
    case "/embed":
      return translator(locale, "embedPage")("title");
    case "/join":
      return translator(locale, "join")("title");
    case "/rules":
      return translator(locale, "rulesPage")("title");
    case "/decisions":
      return translator(locale, "decisions")("title");
    case "/statistics":
      return translator(locale, "statistics")("title");
    case "/declaration":
      return (await getDeclaration(locale)).title;
    default:
      return (await getPage(locale, page.slice(1))).title;
  }
}

async function principleCard(locale: Locale, slug: string): Promise<Card | null> {
  const principle = (await listPrinciples(locale)).find((candidate) => candidate.slug === slug);
  if (!principle) return null;
  const { number, title } = principle;
  return {
    above: translator(locale, "principles")("number", { number }),
    title,
    below: [],
    picture: { kind: "principle", number },
  };
}

async function cityCard(locale: Locale, slug: string): Promise<Card | null> {
  const city = await findCity(slug);
  if (!city) return endorsedCityCard(locale, slug);
  const since = city.pause
    ? translator(locale, "endorsedCities.stages")(city.pause.state)
    : translator(locale, "city")(
        city.isFounder ? "founderSince" : "signatorySince",
        signatoryDateOf(city),
      );
  return {
    title: city.name,
    below: [nameOfCountry(locale, city.countryCode), since],
    picture: { kind: "cityMark", city },
  };
}

/** Without the number of residents, which changes while platforms keep a card for weeks. */
async function endorsedCityCard(locale: Locale, slug: string): Promise<Card | null> {
  const city = await findEndorsedCity(slug);
  if (!city) return null;
  const endorsed =
    city.asks > 0 ? [translator(locale, "endorsedCities.stageTexts")("endorsed")] : [];
  return {
    title: city.name,
    below: [nameOfCountry(locale, city.countryCode), ...endorsed],
    picture: { kind: "mark" },
  };
}

async function newsCard(locale: Locale, slug: string): Promise<Card | null> {
  const news = await findNewsItem(locale, slug);
  if (!news) return null;
  const { summaryWritten } = news;
  const below = summaryWritten
    ? [translator(locale, "news")("summaryWritten", { year: summaryWritten.slice(0, 4) })]
    : [];
  return {
    above: formatter(locale).dateTime(new Date(news.date), { dateStyle: "long" }),
    title: news.title,
    below,
    picture: { kind: "mark" },
  };
}
