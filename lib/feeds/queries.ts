import { listActions } from "@/lib/actions/queries";
import {
  listPublishedDecisions,
  type PublishedDecision,
} from "@/lib/applications/decision-log/queries";
import { newestFirst } from "@/lib/cities/newest-members";
import { listSignatories } from "@/lib/cities/queries";
import { signatoryDateOf } from "@/lib/cities/signatory-date";
import { entryAsHtml } from "@/lib/content/entry-text";
import { lastDayOf, noonOf, type FeedEntry } from "@/lib/feeds/entry";
import type { FeedName } from "@/lib/feeds/feeds";
import { formatIsoDate } from "@/lib/i18n/format-iso-date";
import type { Locale } from "@/lib/i18n/locales";
import { formatter, nameOfCountry, translator } from "@/lib/i18n/translator";
import { listNews } from "@/lib/publications/queries";

const maxEntries = 50;

const entriesOf: Record<FeedName, (locale: Locale) => Promise<FeedEntry[]>> = {
  news: listNewsEntries,
  cities: listCityEntries,
  actions: listActionEntries,
  decisions: listDecisionEntries,
};

/** Newest first, at most 50. */
export async function listFeedEntries(locale: Locale, name: FeedName): Promise<FeedEntry[]> {
  const entries = await entriesOf[name](locale);
  return entries
    .toSorted((one, other) => other.published.getTime() - one.published.getTime())
    .slice(0, maxEntries);
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
        published: item.publishedAt ?? noonOf(new Date(item.summaryWritten ?? item.date)),
        ...(item.corrections.length > 0 && { updated: item.modifiedAt }),
      };
    }),
  );
}

async function listCityEntries(locale: Locale): Promise<FeedEntry[]> {
  const t = translator(locale, "feeds");
  return newestFirst(await listSignatories({}, locale)).map((city) => {
    const values = { city: city.name, country: nameOfCountry(locale, city.countryCode) };
    const day = signatoryDateOf(city);
    return {
      key: `cities/${city.cityId}`,
      path: `/cities/${city.slug}`,
      title: t("cityTitle", { ...values, ...day }),
      summary: t("cityText", { ...values, ...day }),
      published: noonOf(day.date),
    };
  });
}

async function listActionEntries(locale: Locale): Promise<FeedEntry[]> {
  const t = translator(locale, "feeds");
  const areas = translator(locale, "actions.areas");
  const statuses = translator(locale, "actions.statuses");
  return (await listActions(locale)).map(
    ({ id, city, area, status, title, text, date, source, progress }) => ({
      // Progress is news: readers of the feed see it as a further entry.
      key: [`actions/${id}`, ...progress.slice(1).map(({ since }) => since)].join("/"),
      path: `/cities/${city.slug}#${id}`,
      title: t("actionTitle", { city: city.name, action: title ?? areas(area) }),
      summary: t("actionText", {
        text,
        status: statuses(status),
        source: source.name,
        date: formatIsoDate(locale, date),
      }),
      published: noonOf(lastDayOf(date)),
    }),
  );
}

async function listDecisionEntries(locale: Locale): Promise<FeedEntry[]> {
  return (await listPublishedDecisions()).map((decision) => {
    const { id, city, date, outcome } = decision;
    const values = { city: city.name, country: nameOfCountry(locale, city.countryCode) };
    return {
      key: `decisions/${id}`,
      path: `/decisions?city=${city.cityId}#${id}`,
      title: translator(locale, "feeds")("decisionTitle", {
        ...values,
        outcome: translator(locale, "decisions")(`outcomes.${outcome}`),
      }),
      summary: summaryOf(locale, decision),
      published: date,
    };
  });
}

/** As its page says it: what was decided or corrected, why, and after how many days. */
function summaryOf(
  locale: Locale,
  { outcome, reason, correctedFacts, daysTaken }: PublishedDecision,
): string {
  const t = translator(locale, "decisions");
  const facts = formatter(locale).list(correctedFacts.map((fact) => t(`facts.${fact}`)));
  return [
    facts ? t("correctedFacts", { facts }) : t(`outcomes.${outcome}`),
    ...(reason ? [t(`reasons.${reason}`)] : []),
    ...(daysTaken === null ? [] : [t("daysTaken", { days: daysTaken })]),
  ].join("\n");
}
