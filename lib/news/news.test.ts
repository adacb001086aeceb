import { expect, test } from "vitest";
import { findNewsFile, listNewsFiles } from "@/lib/content/queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { neighboursOf } from "@/lib/news/neighbours";

test("the news stand newest first", async () => {
  const dates = (await listNewsFiles(defaultLocale)).map((item) => item.date);
  expect(dates.length).toBeGreaterThanOrEqual(4);
  expect(dates).toEqual(dates.toSorted().reverse());
});

test("a file's name begins with the date of its news", async () => {
  for (const item of await listNewsFiles(defaultLocale))
    expect(item.slug.slice(0, 10)).toBe(item.date);
});

test("every article that is no release in the coalition's own words says when this site wrote it", async () => {
  for (const { slug, date, summaryWritten, isPressRelease } of await listNewsFiles(defaultLocale)) {
    expect(isPressRelease || (summaryWritten ?? "") > date, slug).toBe(true);
  }
});

test("the articles on 2018 to 2020 were written here: none is a release of the coalition", async () => {
  const ofThen = (await listNewsFiles(defaultLocale)).filter(({ date }) => date < "2026");
  expect(ofThen.map(({ date }) => date)).toEqual([
    "2020-01-07",
    "2019-03-28",
    "2019-03-05",
    "2018-11-14",
  ]);
  expect(ofThen.filter(({ isPressRelease }) => isPressRelease)).toEqual([]);
});

test("the interview stands between the launch and the campaign", async () => {
  const news = await listNewsFiles(defaultLocale);
  const { newer, older } = neighboursOf(news, "2019-03-05-three-technology-officers-interviewed");
  expect(newer?.date).toBe("2019-03-28");
  expect(older?.date).toBe("2018-11-14");
});

test("nothing is newer than the newest, nothing older than the oldest, and a stranger has no neighbours", async () => {
  const news = await listNewsFiles(defaultLocale);
  expect(neighboursOf(news, news.at(0)?.slug ?? "").newer).toBeNull();
  expect(neighboursOf(news, news.at(-1)?.slug ?? "").older).toBeNull();
  expect(neighboursOf(news, "no-such-news")).toEqual({ newer: null, older: null });
});

test("an address that is not a file's name finds nothing", async () => {
  expect(await findNewsFile(defaultLocale, "../messages")).toBeNull();
  expect(await findNewsFile(defaultLocale, "no-such-news")).toBeNull();
});
