import { newestFirst } from "@/lib/cities/newest-members";
import { listSignatories } from "@/lib/cities/queries";
import { signatoryDateOf } from "@/lib/cities/signatory-date";
import { entryAsHtml } from "@/lib/content/entry-text";
import { listNews } from "@/lib/content/queries";
import { noonOf, type FeedEntry } from "@/lib/feeds/entry";
import type { FeedName } from "@/lib/feeds/feeds";
import type { Locale } from "@/lib/i18n/locales";
import { nameOfCountry, translator } from "@/lib/i18n/translator";

const most = 50;

const entriesOf: Record<FeedName, (locale: Locale) => Promise<FeedEntry[]>> = {
  news: listNewsEntries,
  cities: listCityEntries,
};

/** Newest first, at most 50. */
export async function listFeedEntries(locale: Locale, name: FeedName): Promise<FeedEntry[]> {
  const entries = await entriesOf[name](locale);
  return entries
    .toSorted((one, other) => other.published.getTime() - one.published.getTime())
    .slice(0, most);
}

/** A summary was published when this site wrote it: what it reports is of another day. */
async function listNewsEntries(locale: Locale): Promise<FeedEntry[]> {
  const news = await listNews(locale);
  return Promise.all(
    news.map(async (item) => {
      const path = `/news/${item.slug}` as const;
      return {
        key: `news/${item.slug}`,
        path,
        title: item.title,
        summary: item.description,
        html: await entryAsHtml(locale, path, item),
        published: noonOf(new Date(item.summaryWritten ?? item.date)),
      };
    }),
  );
}

async function listCityEntries(locale: Locale): Promise<FeedEntry[]> {
  const t = translator(locale, "feeds");
  return newestFirst(await listSignatories({}, locale)).map((city) => {
    const words = { city: city.name, country: nameOfCountry(locale, city.countryCode) };
    const day = signatoryDateOf(city);
    return {
      key: `cities/${city.cityId}`,
      path: `/cities/${city.slug}`,
      title: t("cityTitle", { ...words, ...day }),
      summary: t("cityText", { ...words, ...day }),
      published: noonOf(day.date),
    };
  });
}
