import { beforeEach, describe, expect, test } from "vitest";
import sitemap from "@/app/sitemap";
import { GET as answerCalendar } from "@/app/[locale]/calendar.ics/route";
import { GET as answerEvent } from "@/app/[locale]/events/[file]/route";
import { findCard } from "@/lib/cards/queries";
import { prisma } from "@/lib/db";
import { after, dayMs, hourMs, isoDay } from "@/lib/durations";
import { defaultLocale } from "@/lib/i18n/locales";
import { events as eventsDataset } from "@/lib/open-data/datasets/events";
import { news as newsDataset } from "@/lib/open-data/datasets/news";
import { showDue } from "@/lib/publications/commands";
import { findNewsItem, findWithdrawal, listNews } from "@/lib/publications/queries";
import { findPublication, listPublications, listVersions } from "@/lib/publications/staff-queries";
import { successOf } from "@/tests/support/result";
import { raisedBy } from "@/tests/support/database/site-version";
import {
  addressOfRelease,
  feed,
  hireWriters,
  newsSlugs,
  publish,
  reasonOf,
  release,
  save,
  today,
  withdraw,
  workshop,
  write,
} from "@/tests/support/public/publications";

beforeEach(hireWriters);

describe("what is published", () => {
  test("stands in lists, feeds, data, sitemap and on a card, and raises the site's version once", async () => {
    const id = await write();
    expect(await raisedBy(() => publish(id))).toBe(1);
    const item = (await listNews(defaultLocale))[0];
    expect(item).toMatchObject({
      slug: addressOfRelease,
      title: release.title,
      date: today,
      isPressRelease: true,
      corrections: [],
    });
    expect(await findNewsItem(defaultLocale, addressOfRelease)).toMatchObject({
      title: release.title,
    });
    expect(await feed()).toContain("It has <strong>five</strong>");
    expect(await feed()).toContain("/en/principles");
    expect((await newsDataset.rows()).map(({ slug }) => slug)).toContain(addressOfRelease);
    expect((await sitemap()).map(({ url }) => url)).toContainEqual(
      expect.stringContaining(`/en/news/${addressOfRelease}`),
    );
    expect(await findCard(defaultLocale, `/news/${addressOfRelease}`)).toMatchObject({
      title: release.title,
    });
  });

  test("is found at its own day alone", async () => {
    await publish(await write());
    expect(await findNewsItem(defaultLocale, "2019-01-01-a-handbook")).toBeNull();
    expect(await findNewsItem(defaultLocale, "a-handbook")).toBeNull();
  });

  test("leaves what stands in the repository where it was", async () => {
    const before = await newsSlugs();
    await publish(await write());
    expect(await newsSlugs()).toEqual([addressOfRelease, ...before]);
  });

  test("and is an event stands in the calendar with its time and zone", async () => {
    const id = await write(workshop, "event", "registers");
    await publish(id);
    const calendar = await answerCalendar(new Request("http://localhost"), {
      params: Promise.resolve({ locale: "en" }),
    });
    const text = await calendar.text();
    expect(text).toContain("SUMMARY:Workshop on algorithm registers");
    expect(text).toContain("DTSTART:20270312T130000Z");
    expect(text).toContain("LOCATION:Amsterdam");
    expect((await eventsDataset.rows()).find(({ slug }) => slug === "registers")).toMatchObject({
      starts_at: "2027-03-12T14:00:00+01:00",
      time_zone: "Europe/Amsterdam",
      certainty: "confirmed",
    });
    expect(await newsSlugs()).not.toContain(`${today}-registers`);
  });

  test("waits for its moment, and then shows on the next request", async () => {
    const id = await write();
    const at = after(new Date(), hourMs);
    expect(await raisedBy(() => publish(id, { at }))).toBe(0);
    expect(await newsSlugs()).not.toContain(`${isoDay(at)}-a-handbook`);
    expect(await raisedBy(() => showDue(new Date()))).toBe(0);

    await prisma.publication.update({ where: { id }, data: { publishedAt: new Date() } });
    expect(await newsSlugs()).toContain(addressOfRelease);
    expect(await raisedBy(() => showDue(new Date()))).toBe(1);
    expect(await raisedBy(() => showDue(new Date()))).toBe(0);
  });

  test("is never dated back", async () => {
    const id = await write();
    await publish(id, { at: new Date("2020-01-01") });
    expect(await newsSlugs()).toContain(addressOfRelease);
  });

  test("can be taken off the schedule: it is a draft again", async () => {
    const id = await write();
    await publish(id, { at: after(new Date(), dayMs) });
    expect(successOf(await withdraw(id, null)).outcome).toBe("unscheduled");
    expect(await findPublication(id)).toMatchObject({ state: "draft", publishedAt: null });
    expect((await listPublications("", 1)).publications[0]?.texts[0]?.publicId).toBeNull();
  });
});

describe("a correction", () => {
  const corrected = {
    ...release,
    body: "It has **six** chapters.",
    correction: "An earlier version spoke of five chapters.",
  };

  test("shows at once, with what was corrected and when, in page and feed", async () => {
    const id = await write();
    await publish(id);
    expect(await raisedBy(() => save(id, corrected))).toBe(1);
    expect(await findNewsItem(defaultLocale, addressOfRelease)).toMatchObject({
      corrections: [{ date: today, text: corrected.correction }],
    });
    expect(await feed()).toContain("<strong>six</strong>");
  });

  test("is refused without saying what it corrects", async () => {
    const id = await write();
    await publish(id);
    const silent = await save(id, { ...corrected, correction: null });
    expect(reasonOf(silent)).toBe("correctionMissing");
    expect(await feed()).toContain("<strong>five</strong>");
  });

  test("can be undone: the old text is a further version, said to be a correction too", async () => {
    const id = await write();
    await publish(id);
    await save(id, corrected);
    const undone = { ...release, correction: "There are five chapters after all." };
    expect(successOf(await save(id, undone)).outcome).toBe("corrected");
    const versions = await listVersions(id, defaultLocale);
    expect(versions.map(({ number, body }) => ({ number, body }))).toEqual([
      { number: 3, body: release.body },
      { number: 2, body: corrected.body },
      { number: 1, body: release.body },
    ]);
    expect((await findNewsItem(defaultLocale, addressOfRelease))?.corrections).toHaveLength(2);
  });

  test("of what is scheduled is none: nobody has read it yet", async () => {
    const id = await write();
    await publish(id, { at: after(new Date(), dayMs) });
    expect(successOf(await save(id, corrected)).outcome).toBe("saved");
    expect((await listVersions(id, defaultLocale))[0]?.correction).toBeNull();
  });
});

describe("what is withdrawn", () => {
  test("leaves every list, and a sentence at its address", async () => {
    const id = await write();
    await publish(id);
    expect(reasonOf(await withdraw(id, null))).toBe("reasonMissing");
    expect(await raisedBy(() => withdraw(id))).toBe(1);
    expect(await newsSlugs()).not.toContain(addressOfRelease);
    expect(await findNewsItem(defaultLocale, addressOfRelease)).toBeNull();
    expect(await findWithdrawal("news", addressOfRelease)).toEqual({
      title: release.title,
      reason: "It named a wrong city.",
      date: today,
    });
    expect(await findWithdrawal("news", "2019-01-01-a-handbook")).toBeNull();
    expect(reasonOf(await save(id, { ...release, title: "x" }))).toBe("withdrawn");
  });

  test("and was an event answers with 410 for calendars", async () => {
    const id = await write(workshop, "event", "registers");
    await publish(id);
    const ask = () =>
      answerEvent(new Request("http://localhost"), {
        params: Promise.resolve({ locale: "en", file: "registers.ics" }),
      });
    expect((await ask()).status).toBe(200);
    await withdraw(id);
    const answer = await ask();
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain("It named a wrong city.");
  });

  test("can be published again at the address that it had", async () => {
    const id = await write();
    await publish(id);
    await withdraw(id);
    await publish(id);
    expect(await newsSlugs()).toContain(addressOfRelease);
    expect(await findWithdrawal("news", addressOfRelease)).toBeNull();
  });
});
